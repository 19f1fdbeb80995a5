/** Remedies that several faults share. */
import type { Fault } from '../../api/world/fault.ts';
import type { View } from '../../store/store.ts';
import { previousRevision, revisionsOf } from '../controllers/deployment/revisions.ts';
import type { WrittenManifest } from '../manifests/written-manifest.ts';
import type { Verb } from '../verbs/table.ts';
import type { RemedyStep } from './fault-type.ts';

export const byBuilder = (verb: Verb): RemedyStep => ({ seat: 'builder', verb });
export const bySteward = (verb: Verb): RemedyStep => ({ seat: 'controller-manager', verb });
export const byVillageHead = (node: string, verb: Verb): RemedyStep => ({ seat: `kubelet/${node}`, verb });

/** Where there is nothing to go back to, because it struck before anything stood, the image that was meant is set again. */
export function undoRollout(view: View, { target, memory }: Fault): readonly RemedyStep[] {
  const deployment = view.get('Deployment', target);
  const [container] = deployment?.spec.template.spec.containers ?? [];
  const image = memory['goodImage'];
  const isFirst = deployment !== undefined && previousRevision(revisionsOf(view, deployment)) === null;
  if (isFirst && container && typeof image === 'string')
    return [byBuilder({ verb: 'setImage', deployment: target, container: container.name, image })];
  return [byBuilder({ verb: 'undoRollout', deployment: target })];
}

/** What the fault took away or changed, put up again as it was. */
export const applyAgain = (_view: unknown, { memory }: Fault): readonly RemedyStep[] =>
  remembered(memory).map((manifest) => byBuilder({ verb: 'apply', manifest } as Verb));

/** Manifests as a fault remembers them. */
export function remember(manifests: readonly object[]): Readonly<Record<string, string>> {
  return Object.fromEntries(manifests.map((manifest, index) => [`manifest${index}`, JSON.stringify(manifest)]));
}

function remembered(memory: Fault['memory']): readonly WrittenManifest[] {
  const manifests: WrittenManifest[] = [];
  for (let index = 0; memory[`manifest${index}`] !== undefined; index += 1) {
    manifests.push(JSON.parse(String(memory[`manifest${index}`])) as WrittenManifest);
  }
  return manifests;
}
