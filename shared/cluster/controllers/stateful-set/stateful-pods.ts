/** The pods of a StatefulSet: numbered, in order. Source: pkg/controller/statefulset. */
import { keyOf } from '../../../api/meta.ts';
import { isPodTerminal, isTerminating, type Pod } from '../../../api/pod.ts';
import { POD_INDEX_LABEL, POD_NAME_LABEL, REVISION_HASH_LABEL, type StatefulSet } from '../../../api/stateful-set.ts';
import { failure, notFound, type Status } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import type { Verb } from '../../verbs/table.ts';
import { templateHash } from '../deployment/template-hash.ts';
import { podsOf } from '../replica-set/replica-set-pods.ts';
import { isAvailable } from '../workloads/availability.ts';
import type { PlannedPod } from '../workloads/owned-pod.ts';
import { withClaims } from './claims.ts';
import { isOfRevision, revisionHash, templateFor } from './revisions.ts';

/** Its number; null for a pod that has none. */
export function ordinalOf(setName: string, podName: string): number | null {
  const text = podName.startsWith(`${setName}-`) ? podName.slice(setName.length + 1) : '';
  return /^(0|[1-9]\d{0,4})$/.test(text) ? Number(text) : null;
}

export function numberedPods(view: View, { metadata }: StatefulSet): ReadonlyMap<number, Pod> {
  const pods = new Map<number, Pod>();
  for (const pod of podsOf(view, metadata.uid)) {
    const ordinal = ordinalOf(metadata.name, pod.metadata.name);
    if (ordinal !== null) pods.set(ordinal, pod);
  }
  return pods;
}

function ordinalTaken(setName: string, slot: string): Status {
  const pod = `${setName}-${slot}`;
  return failure('AlreadyExists', 'ordinalTaken', `pods "${pod}" already exists`, { name: setName, slot, pod });
}

/** Somebody else has a pod of that name. */
export function refuseTakenName(view: View, { owner, name }: PlannedPod): Status | null {
  const setName = owner.metadata.name;
  if (name === null || !view.get('Pod', keyOf({ ...owner.metadata, name }))) return null;
  return ordinalTaken(setName, name.slice(setName.length + 1));
}

export function statefulPod(view: View, key: string, slot: string): PlannedPod | Status {
  const owner = view.get('StatefulSet', key);
  if (!owner) return notFound('StatefulSet', key);
  const { metadata, spec } = owner;
  const ordinal = ordinalOf(metadata.name, `${metadata.name}-${slot}`);
  const name = `${metadata.name}-${slot}`;
  const details = { name: metadata.name, slot };
  if (ordinal === null || ordinal >= spec.replicas) {
    return failure(
      'BadRequest',
      'ordinalNotWanted',
      `statefulset "${metadata.name}" has no ordinal "${slot}"`,
      details,
    );
  }
  const pods = numberedPods(view, owner);
  if (pods.has(ordinal)) return ordinalTaken(metadata.name, slot);
  if (spec.podManagementPolicy === 'OrderedReady') {
    const first = firstUnavailable(view, owner, pods, ordinal);
    if (first !== null) {
      const message = `statefulset "${metadata.name}" waits for ordinal ${first}`;
      return failure('Conflict', 'ordinalWaits', message, { ...details, first });
    }
  }
  const template = templateFor(owner, ordinal);
  const labels = {
    ...template.metadata.labels,
    [POD_NAME_LABEL]: name,
    [POD_INDEX_LABEL]: slot,
    [REVISION_HASH_LABEL]: templateHash(template, 0),
  };
  const volumes = withClaims(template.spec.volumes, spec.volumeClaimTemplates, name);
  const names = spec.serviceName === '' ? {} : { hostname: name, subdomain: spec.serviceName };
  const { annotations } = template.metadata;
  return {
    owner,
    name,
    labels,
    annotations,
    spec: { ...template.spec, ...names, volumes },
    source: 'statefulset-controller',
  };
}

function firstUnavailable(view: View, set: StatefulSet, pods: ReadonlyMap<number, Pod>, below: number): number | null {
  for (let ordinal = 0; ordinal < below; ordinal += 1) if (!isSteady(view, set, pods.get(ordinal))) return ordinal;
  return null;
}

/** Stays, and has been ready for long enough. Source: stateful_set_utils.go, isUnavailable. */
function isSteady(view: View, { spec }: StatefulSet, pod: Pod | undefined): boolean {
  return pod !== undefined && !isTerminating(pod) && isAvailable(pod, spec.minReadySeconds, view.tick);
}

const remove = (pod: Pod): Verb => ({ verb: 'delete', kind: 'Pod', key: keyOf(pod.metadata) });

/** One step in order; with policy Parallel as many as there are. */
export function planStatefulSet(view: View, set: StatefulSet): readonly Verb[] {
  const { metadata, spec } = set;
  const pods = numberedPods(view, set);
  const isOrdered = spec.podManagementPolicy === 'OrderedReady';
  const steps: Verb[] = [];
  for (let ordinal = 0; ordinal < spec.replicas; ordinal += 1) {
    const pod = pods.get(ordinal);
    if (!pod) steps.push({ verb: 'createPod', kind: 'StatefulSet', owner: keyOf(metadata), slot: String(ordinal) });
    else if (isPodTerminal(pod) && !isTerminating(pod)) steps.push(remove(pod));
    else if (isSteady(view, set, pod)) continue;
    if (isOrdered) return steps;
  }
  const condemned = [...pods].filter(([ordinal]) => ordinal >= spec.replicas).sort(([a], [b]) => b - a);
  const [highest] = condemned;
  if (isOrdered && highest) return mayGoNext(view, set, highest[1], condemned) ? [remove(highest[1])] : [];
  steps.push(...condemned.flatMap(([, pod]) => (isTerminating(pod) ? [] : [remove(pod)])));
  return steps.length > 0 ? steps : planUpdate(view, set, pods);
}

/** One after the other; who is not well goes only where nobody below is unwell, too. Source: processCondemned. */
function mayGoNext(view: View, set: StatefulSet, pod: Pod, condemned: readonly (readonly [number, Pod])[]): boolean {
  const unwell = condemned.filter(([, other]) => !isSteady(view, set, other));
  return !isTerminating(pod) && (isSteady(view, set, pod) || unwell.length === 1);
}

/** The highest that is still of an old template goes, once all above it are well again. */
function planUpdate(view: View, set: StatefulSet, pods: ReadonlyMap<number, Pod>): readonly Verb[] {
  const { updateStrategy, replicas } = set.spec;
  if (updateStrategy.type === 'OnDelete') return [];
  const wanted = revisionHash(set);
  for (let ordinal = replicas - 1; ordinal >= updateStrategy.rollingUpdate.partition; ordinal -= 1) {
    const pod = pods.get(ordinal);
    if (pod && !isOfRevision(pod, wanted)) return isTerminating(pod) ? [] : [remove(pod)];
    if (!isSteady(view, set, pod)) return [];
  }
  return [];
}
