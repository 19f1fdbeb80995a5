/**
 * Draining: a node marked so is closed, and its pods are asked to leave one after the other, as their budgets allow.
 * What kubectl does from outside, retrying every few seconds, is a loop here. Source: kubectl/pkg/drain.
 */
import { controllerOf, type ObjectMeta } from '../../../api/meta.ts';
import type { Node } from '../../../api/node.ts';
import { isMirrorPod, isPodActive, isPodTerminal, isTerminating, type Pod } from '../../../api/pod.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { controlLoop } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { answerEviction } from './budget.ts';

/** Annotation of ours on a node that is being drained. */
export const DRAIN_ANNOTATION = 'podville.io/drain';

export const isDraining = ({ metadata }: Node): boolean => metadata.annotations[DRAIN_ANNOTATION] !== undefined;

/** Nobody is sent away any more. */
export function withoutDrain(metadata: ObjectMeta): ObjectMeta {
  const { [DRAIN_ANNOTATION]: _mark, ...annotations } = metadata.annotations;
  return { ...metadata, annotations };
}

export const drainLoop = controlLoop({
  name: 'drain',
  process: inControllerManager,
  component: 'drain',
  switchOf: () => 'drain',
  keys: drainedNodes,
  watches: {
    Node: ({ key, after }) => (after && isDraining(after) ? [key] : []),
    Pod: nodesTouched,
    PodDisruptionBudget: (_change, view) => drainedNodes(view),
  },
  plan: (view, key) => {
    const node = view.get('Node', key);
    if (!node || !isDraining(node)) return [];
    return [...podsToEvict(view, key), ...endedGuests(view, key)]
      .filter((pod) => answerEviction(view, pod).refusal === null)
      .map(({ metadata }) => ({ verb: 'evict', pod: `${metadata.namespace}/${metadata.name}` }) as const);
  },
});

function drainedNodes(view: View): readonly string[] {
  return view.by('drainedNodes', '');
}

function nodesTouched({ after, before }: Change<'Pod'>, view: View): readonly string[] {
  const name = (after ?? before)?.spec.nodeName ?? null;
  return name !== null && view.by('drainedNodes', '').includes(name) ? [name] : [];
}

/** All but those that a DaemonSet or the kubelet itself would put back at once. */
export function podsToEvict(view: View, nodeName: string): readonly Pod[] {
  return guestsOf(view, nodeName).filter(isPodActive);
}

/** Whoever is not over there, also on the way out, and is not of the machine itself. */
export function guestsOf(view: View, nodeName: string): readonly Pod[] {
  return strangersOf(view, nodeName).filter((pod) => !isPodTerminal(pod));
}

/** They are swept out as well; nobody misses them. */
function endedGuests(view: View, nodeName: string): readonly Pod[] {
  return strangersOf(view, nodeName).filter((pod) => isPodTerminal(pod) && !isTerminating(pod));
}

function strangersOf(view: View, nodeName: string): readonly Pod[] {
  return view
    .by('podsByNode', nodeName)
    .flatMap((key) => view.get('Pod', key) ?? [])
    .filter((pod) => controllerOf(pod.metadata)?.kind !== 'DaemonSet' && !isMirrorPod(pod));
}
