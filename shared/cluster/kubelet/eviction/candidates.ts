/** Which threshold a kubelet answers first, and which pod goes for it. */
import { must } from '../../../base/assert.ts';
import { podRequests } from '../../../api/pod-requests.ts';
import type { Sandbox } from '../../../api/world/sandbox.ts';
import type { View } from '../../../store/store.ts';
import { sandboxUsage, valueAt } from '../../runtime/usage.ts';
import { podOfSandbox } from '../kubelet-events.ts';
import { kubeletStateOf } from '../kubelet-state.ts';
import { isCritical } from './admission.ts';
import { isStatic } from '../static-pods.ts';
import { metNow, metSinceTick } from './observe.ts';
import { rankForEviction, type EvictionCandidate } from './ranking.ts';
import { byEvictionPriority, type StarvedResource } from './signals.ts';
import type { Threshold } from './thresholds.ts';

/** The most urgent threshold that has been crossed for longer than its time of grace. */
export function starvingThreshold(view: View, nodeName: string): Threshold | undefined {
  const state = kubeletStateOf(view, nodeName);
  const due = metNow(view, nodeName, state).filter((one) => {
    const since = metSinceTick(state, one);
    return since !== undefined && view.tick - since >= one.graceTicks;
  });
  return [...due].sort((a, b) => byEvictionPriority(a.signal, b.signal))[0];
}

export interface Candidate extends EvictionCandidate {
  readonly sandbox: Sandbox;
}

function amounts(view: View, sandbox: Sandbox, resource: StarvedResource): Pick<Candidate, 'usage' | 'request'> {
  const usage = sandboxUsage(view, sandbox);
  const requests = podRequests(sandbox.spec);
  if (resource === 'memory') return { usage: valueAt(usage.memory, view.tick), request: requests.memoryBytes };
  if (resource === 'pids') return { usage: valueAt(usage.processes, view.tick), request: 0 };
  return { usage: valueAt(usage.disk, view.tick), request: requests.other['ephemeral-storage'] ?? 0 };
}

/** Pods that still run there, first to last to go. Critical ones never go, and what has lost its pod goes anyhow. */
export function evictionOrder(view: View, nodeName: string, resource: StarvedResource): readonly Candidate[] {
  const running = view
    .by('sandboxesByNode', nodeName)
    .map((key) => must(view.get('Sandbox', key), `sandbox ${key}`))
    .filter((sandbox) => {
      const { killTick, containers, spec } = sandbox;
      return (
        killTick === null &&
        podOfSandbox(view, sandbox) !== undefined &&
        !isCritical(spec) &&
        !isStatic(sandbox) &&
        containers.some(({ state }) => state.type === 'running')
      );
    });
  const candidates = running.map((sandbox): Candidate => {
    const priority = sandbox.spec.priority ?? 0;
    return { sandbox, name: sandbox.podKey, priority, ...amounts(view, sandbox, resource) };
  });
  return rankForEviction(candidates, resource);
}
