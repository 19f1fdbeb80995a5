/** What one container needs next, or what it waits for. */
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { normaliseReference } from '../registry/reference.ts';
import { specOf } from '../runtime/container-states.ts';
import { noticedTick, startsOf } from './actions-of-sandbox.ts';
import { missingOf } from './furniture.ts';
import type { Step, StepReason } from './next-steps.ts';
import type { PodActions } from './pod-actions.ts';
import { settledDigest } from './start.ts';

type Partial = Pick<Step, 'reason' | 'verb' | 'untilTick'> & { readonly details?: Step['details'] };

const wait = (reason: StepReason, untilTick: number | null = null, details: Step['details'] = {}): Partial => ({
  reason,
  verb: null,
  untilTick,
  details,
});

export function stepOfContainer(view: View, sandbox: Sandbox, container: RuntimeContainer, actions: PodActions): Step {
  const { podKey } = sandbox;
  const { name, image } = container;
  const partial =
    container.state.type === 'running' || container.createdTick !== null
      ? stepOfLiving(view, sandbox, container, actions)
      : stepOfResting(view, sandbox, container, actions);
  return { ...partial, podKey, container: name, details: { name: podKey, container: name, image, ...partial.details } };
}

function stepOfLiving(view: View, sandbox: Sandbox, container: RuntimeContainer, { kill }: PodActions): Partial {
  const { podKey: pod, restartingAll } = sandbox;
  const { name, createdTick, plannedExit, warmTick, postStartTick, startedTick } = container;
  if (createdTick !== null) return wait('creating', createdTick);
  if (plannedExit?.cause === 'signal') return wait('stopping', plannedExit.tick);
  const end = { verb: { verb: 'killContainer', pod, container: name }, untilTick: null } as const;
  if (restartingAll) return { reason: 'restartAll', ...end };
  if (kill.includes(name)) return { reason: isUnhealthy(container) ? 'unhealthy' : 'changed', ...end };
  if (postStartTick !== null) return wait('postStart', postStartTick);
  if (startedTick === null || view.tick < startedTick) return wait('startupProbe', startedTick);
  return warmTick !== null && view.tick < warmTick ? wait('starting', warmTick) : wait('running');
}

export function isUnhealthy({ liveness, startup }: RuntimeContainer): boolean {
  return liveness?.result === 'Failure' || startup?.result === 'Failure';
}

function stepOfResting(view: View, sandbox: Sandbox, container: RuntimeContainer, actions: PodActions): Partial {
  const { podKey } = sandbox;
  const { name, backoff, pullBackoff, configRetryTick } = container;
  const noticed = noticedTick(container);
  if (noticed !== null && view.tick < noticed) return wait('noticing', noticed);
  if (!startsOf(sandbox, actions).has(name)) return wait(container.exists || actions.killPod ? 'ended' : 'initFirst');
  if (container.pulling) return pullingStep(view, sandbox, container);
  if (backoff !== null && view.tick < backoff.untilTick) return wait('crashLoopBackOff', backoff.untilTick);
  const spec = specOf(sandbox, name);
  if (configRetryTick !== null && view.tick < configRetryTick) {
    return wait('configMissing', configRetryTick, { configMap: missingOf(view, sandbox, spec)?.name ?? '' });
  }
  if (settledDigest(view, { sandbox, container, spec }) !== undefined) {
    const reason = container.imageDigest === null ? 'start' : 'restart';
    return { reason, verb: { verb: 'startContainer', pod: podKey, container: name }, untilTick: null };
  }
  if (pullBackoff !== null && view.tick < pullBackoff.untilTick) return wait('imagePullBackOff', pullBackoff.untilTick);
  return { reason: 'pull', verb: { verb: 'pullImage', pod: podKey, container: name }, untilTick: null };
}

function pullingStep(view: View, { nodeName }: Sandbox, { image }: RuntimeContainer): Partial {
  const pull = view.get('ImagePull', `${nodeName}|${normaliseReference(image)}`);
  if (pull?.state !== 'pulling') return wait('pullQueued');
  return wait('pulling', null, { arrived: pull.arrived, layers: pull.layers.length });
}
