/** The garbage collector: takes down what its owner left behind. */
import type { ApiKinds, Kind } from '../../../api/kinds.ts';
import { isPodTerminal } from '../../../api/pod.ts';
import { controllerOf, type ObjectMeta } from '../../../api/meta.ts';
import { referenceTo, type Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { controlLoop } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { dependentsOf, orphanReason, parseReference, referencesOf, type CollectedKind } from './dependents.ts';

export const garbageCollectorLoop = controlLoop({
  name: 'garbage-collector',
  process: inControllerManager,
  component: 'garbage-collector',
  switchOf: () => 'garbage-collector',
  keys: referencesOf,
  watches: {
    Deployment: leftBehind,
    Service: leftBehind,
    StatefulSet: leftBehind,
    DaemonSet: leftBehind,
    CronJob: leftBehind,
    Job: (change, view) => [...born('Job', change), ...leftBehind(change, view)],
    Node: leftBehind,
    ReplicaSet: (change, view) => [...born('ReplicaSet', change), ...leftBehind(change, view)],
    Pod: (change) => (isMoved(change) || isNewlyOver(change) ? [referenceTo('Pod', change.key)] : []),
    EndpointSlice: (change) => born('EndpointSlice', change),
    Lease: (change) => born('Lease', change),
  },
  plan: (view, reference) => {
    const [kind, key] = parseReference(reference) ?? [];
    if (kind === undefined || key === undefined) return [];
    const reason = orphanReason(view, kind, key);
    const object = view.get(kind, key);
    // One that is leaving already is waited for, unless no node is there to see it off, or no Job to count it.
    const isAwaited = reason === 'ownerGone' && object?.metadata.deletionTick !== null && !isToBeCounted(object);
    return reason === null || isAwaited ? [] : [{ verb: 'collect', kind, key }];
  },
});

interface OwnerChange {
  readonly kind: Kind;
  readonly before: { readonly metadata: ObjectMeta } | undefined;
  readonly after: { readonly metadata: ObjectMeta } | undefined;
}

function leftBehind({ kind, before, after }: OwnerChange, view: View): readonly string[] {
  return before && before.metadata.uid !== after?.metadata.uid ? dependentsOf(view, kind, before) : [];
}

/** Its owner may be gone already when it is made. */
function born(
  kind: CollectedKind,
  { key, before, after }: Pick<Change, 'key' | 'before' | 'after'>,
): readonly string[] {
  return before === undefined && after !== undefined ? [referenceTo(kind, key)] : [];
}

function isMoved({ before, after }: Change<'Pod'>): boolean {
  return after !== undefined && (before === undefined || before.spec.nodeName !== after.spec.nodeName);
}

/** A Job's pod that is over. */
function isToBeCounted(object: ApiKinds[CollectedKind] | undefined): boolean {
  return object?.kind === 'Pod' && isPodTerminal(object) && controllerOf(object.metadata)?.kind === 'Job';
}

const isNewlyOver = ({ before, after }: Change<'Pod'>): boolean => isToBeCounted(after) && !isToBeCounted(before);
