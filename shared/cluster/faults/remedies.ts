/** Remedies that several faults share. */
import type { Deployment } from '../../api/deployment.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import type { Fault } from '../../api/world/fault.ts';
import type { View } from '../../store/store.ts';
import { manifestsOfAddon, type Addon } from '../addons/install.ts';
import { previousRevision, revisionOf, revisionsOf, type Revisions } from '../controllers/deployment/revisions.ts';
import type { WrittenManifest } from '../manifests/written-manifest.ts';
import { resolveReference } from '../registry/reference.ts';
import type { Verb } from '../verbs/table.ts';
import type { FaultDefinition, RemedyStep } from './fault-type.ts';

export const byBuilder = (verb: Verb): RemedyStep => ({ seat: 'builder', verb });
export const bySteward = (verb: Verb): RemedyStep => ({ seat: 'controller-manager', verb });
export const byVillageHead = (node: string, verb: Verb): RemedyStep => ({ seat: `kubelet/${node}`, verb });

/** Whether the flaw is not in what a Deployment asks for. */
type IsSound = (view: View, deployment: Deployment) => boolean;

/**
 * Back to the newest revision that has not the flaw: where two changes were careless, the one before may have it, too.
 * Where the history holds none, the image that was meant is set again. Who holds the roll-out lets it go first.
 */
export function undoRollout(isSound: IsSound): FaultDefinition['remedy'] {
  return (view, { target, memory: { goodImage: image } }) => {
    const deployment = view.get('Deployment', target);
    const [container] = deployment?.spec.template.spec.containers ?? [];
    if (!deployment || !container) return [];
    const revisions = revisionsOf(view, deployment);
    const sound = soundRevision(view, deployment, revisions, isSound);
    if (!sound) {
      // Once it is no longer on the shelves, there is nothing to go back to.
      if (typeof image !== 'string' || resolveReference(view, image) === undefined) return [];
      return [byBuilder({ verb: 'setImage', deployment: target, container: container.name, image })];
    }
    const undo: Verb = { verb: 'undoRollout', deployment: target };
    return [
      ...(deployment.spec.paused ? [letGo(target)] : []),
      byBuilder(sound === previousRevision(revisions) ? undo : { ...undo, revision: revisionOf(sound) }),
    ];
  };
}

export const letGo = (deployment: string): RemedyStep => byBuilder({ verb: 'pauseRollout', deployment, paused: false });

/** The newest of the past. */
function soundRevision(
  view: View,
  { spec, ...deployment }: Deployment,
  { oldSets }: Revisions,
  isSound: IsSound,
): ReplicaSet | undefined {
  const newestFirst = oldSets.toSorted((a, b) => revisionOf(b) - revisionOf(a));
  return newestFirst.find(({ spec: { template } }) => isSound(view, { ...deployment, spec: { ...spec, template } }));
}

/** What the fault took away or changed, put up again as it was; its namespace first, where that is gone by now. */
export function applyAgain(view: View, { memory }: Fault): readonly RemedyStep[] {
  const manifests = remembered(memory);
  const needed = new Set(manifests.map(({ metadata: { namespace = '' } }) => namespace));
  const own = new Set(manifests.filter(({ kind }) => kind === 'Namespace').map(({ metadata: { name } }) => name));
  const missing = [...needed].filter((name) => name !== '' && !own.has(name) && !view.get('Namespace', name));
  const namespaces = missing.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  return [...namespaces, ...manifests].map((manifest) => byBuilder({ verb: 'apply', manifest } as Verb));
}

/** What somebody threw away of what keeps the cluster going. */
export const installAgain = (addon: Addon): readonly RemedyStep[] =>
  manifestsOfAddon(addon).map((manifest) => byBuilder({ verb: 'apply', manifest } as Verb));

/** Manifests as a fault remembers them. */
export function remember(manifests: readonly object[]): Readonly<Record<string, string>> {
  return Object.fromEntries(manifests.map((manifest, index) => [`manifest${index}`, JSON.stringify(manifest)]));
}

export function remembered(memory: Fault['memory']): readonly WrittenManifest[] {
  const manifests: WrittenManifest[] = [];
  for (let index = 0; memory[`manifest${index}`] !== undefined; index += 1) {
    manifests.push(JSON.parse(String(memory[`manifest${index}`])) as WrittenManifest);
  }
  return manifests;
}
