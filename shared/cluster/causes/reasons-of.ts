/** The reasons that things give of themselves, by their ids in the one table. Pure. */
import type { ContainerState, Pod } from '../../api/pod.ts';
import { LOSS_REASONS, type LossCounts } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { schedulingReasonId } from './reasons.ts';

/** Of what is named by `Kind/key`: what a pod says of itself, why a service loses visitors now. */
export function reasonsGivenBy(view: View, reference: string): readonly string[] {
  const [kind = ''] = reference.split('/');
  const key = reference.slice(kind.length + 1);
  const pod = kind === 'Pod' ? view.get('Pod', key) : undefined;
  if (pod) return reasonsOfPod(view, pod);
  const traffic = kind === 'Service' ? view.get('Traffic', key) : undefined;
  return traffic ? reasonsOfLosses(traffic.lostRps) : [];
}

export function reasonsOfLosses(losses: LossCounts): readonly string[] {
  return LOSS_REASONS.filter((word) => (losses[word] ?? 0) > 0).map((word) => `loss/${word}`);
}

/** Why it is not simply running: what it waits for, how its containers ended, why it must leave, why no node takes it. */
export function reasonsOfPod(view: View, { metadata, status }: Pod): readonly string[] {
  const containers = [...(status.initContainerStatuses ?? []), ...status.containerStatuses];
  const states = containers.flatMap(({ state, lastState }) =>
    [state, lastState].flatMap((item) => reasonsOfState(item)),
  );
  const target = status.conditions.find(({ type }) => type === 'DisruptionTarget');
  const evicted = [status.reason, target?.reason ?? ''].filter((word) => word !== '').map((word) => `eviction/${word}`);
  const queued = view.get('QueuedPod', `${metadata.namespace}/${metadata.name}`);
  return [...new Set([...states, ...evicted, ...reasonsOfMessage(queued?.message ?? '')])];
}

function reasonsOfState(state: ContainerState | null): readonly string[] {
  if (state === null || state.type === 'running') return [];
  return [`${state.type === 'waiting' ? 'waiting' : 'ended'}/${state.reason}`];
}

/** `0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable. ... preemption: 0/3 nodes ...` */
export function reasonsOfMessage(message: string): readonly string[] {
  if (message === '') return [];
  const words = message.split(/ no new claims to deallocate, preemption: /).flatMap((half) => {
    const listed = /^0\/\d+ nodes are available:? ?(.*?)\.?$/.exec(half);
    if (!listed) return [half];
    return (listed[1] ?? '') === ''
      ? []
      : (listed[1] ?? '').split(/, (?=\d+ )/).map((part) => part.replace(/^\d+ /, ''));
  });
  return [...new Set(words.map(schedulingReasonId))];
}
