/** The kubelet's control loop: takes the next step for each pod of its node. Keys: `node|pod key`. */
import type { View } from '../../store/store.ts';
import { controlLoop } from '../loop.ts';
import { podKeysOn, stepsOfPod } from './next-steps.ts';

const keyOn = (nodeName: string, podKey: string): string => `${nodeName}|${podKey}`;

const keysOn = (view: View, nodeName: string): readonly string[] =>
  podKeysOn(view, nodeName).map((podKey) => keyOn(nodeName, podKey));

function split(key: string): readonly [nodeName: string, podKey: string] {
  const bar = key.indexOf('|');
  return [key.slice(0, bar), key.slice(bar + 1)];
}

export const kubelet = controlLoop({
  name: 'kubelet',
  component: 'kubelet',
  watches: {
    Pod: ({ key, before, after }) => {
      const nodeName = after?.spec.nodeName ?? before?.spec.nodeName ?? null;
      return nodeName === null ? [] : [keyOn(nodeName, key)];
    },
    Sandbox: ({ before, after }) => {
      const sandbox = after ?? before;
      return sandbox ? [keyOn(sandbox.nodeName, sandbox.podKey)] : [];
    },
    Machine: (change, view) => keysOn(view, change.key),
  },
  deadlines: {
    Sandbox: ({ nodeName, podKey, containers }) =>
      containers
        .flatMap(({ backoff, pullBackoff, configRetryTick }) => [
          backoff?.untilTick,
          pullBackoff?.untilTick,
          configRetryTick,
        ])
        .flatMap((tick) => (typeof tick === 'number' && tick > 0 ? [{ tick, key: keyOn(nodeName, podKey) }] : [])),
  },
  keys: (view) => view.keys('Machine').flatMap((nodeName) => keysOn(view, nodeName)),
  switchOf: (key) => `kubelet/${split(key)[0]}`,
  plan: (view, key) => {
    const [nodeName, podKey] = split(key);
    return stepsOfPod(view, nodeName, podKey).flatMap(({ verb }) => (verb === null ? [] : [verb]));
  },
});
