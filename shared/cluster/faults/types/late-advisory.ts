/**
 * late-advisory: an image that was clean yesterday is critical today, because somebody looked closer at what is in it. The
 * policy lets no more of it in; what stands, stands.
 */
import type { Deployment } from '../../../api/deployment.ts';
import { keyOf } from '../../../api/meta.ts';
import { notFound } from '../../../api/status.ts';
import type { Fault } from '../../../api/world/fault.ts';
import type { Image } from '../../../api/world/image.ts';
import type { View } from '../../../store/store.ts';
import { fillOrder } from '../../build/orders.ts';
import { disclose } from '../../registry/patched-bases.ts';
import { normaliseReference, parseReference, repositoryOf } from '../../registry/reference.ts';
import { advisoriesOf, findingsFrom, isWeak, scanImage } from '../../registry/scan.ts';
import { imageOf } from '../bad-delivery.ts';
import { curableWeakness } from '../curable.ts';
import type { FaultDefinition, RemedyStep } from '../fault-type.ts';
import { moveOne, readyPodsOf, settledDeployments } from '../move-one.ts';
import { policyOf } from '../policy.ts';
import { byBuilder } from '../remedies.ts';

const REBUILT = 'patched';

export const lateAdvisory: FaultDefinition = {
  type: 'late-advisory',
  component: 'image',
  difficulty: 3,
  seenFirstBy: 'builder',
  via: 'api-server',
  targets: (view) =>
    settledDeployments(view)
      .filter((deployment) => isClean(view, deployment) && weaknessToCome(view, deployment) !== undefined)
      .map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    const weakness = deployment && weaknessToCome(world, deployment);
    if (!weakness) return notFound('deployments', target);
    const { id } = disclose(world, weakness);
    world.put({ ...policyOf(world), refuseSeverity: policyOf(world).refuseSeverity ?? 'critical' });
    moveOne(world, readyPodsOf(world, deployment));
    return { id, ...weakness };
  },
  symptoms: [
    { type: 'gauge', name: 'criticalImage', shows: isScannedCritical },
    { type: 'event', reason: 'FailedCreate' },
  ],
  harm: 'visitors',
  remedy: rebuild,
  // What an image is follows from what its name stands for.
  healedBy: ['Deployment', 'Tag', 'Revision'],
  isHealed: (view, fault) => !isStruck(view, fault),
};

const firstImage = ({ spec }: Deployment): string => spec.template.spec.containers[0]?.image ?? '';

/** The blueprint of what the town ordered under that name. */
function blueprintOf(view: View, image: string): string | undefined {
  return (
    [...view.list('Order')]
      .map((order) => fillOrder(view, order))
      .find(({ dockerfile, image: ordered }) => dockerfile !== null && same(ordered, image))?.dockerfile ?? undefined
  );
}

const same = (one: string, other: string): boolean => normaliseReference(one) === normaliseReference(other);

/** In what it holds, and cured by a rebuild of what was ordered. */
function weaknessToCome(view: View, deployment: Deployment) {
  const image = imageOf(view, firstImage(deployment));
  const dockerfile = blueprintOf(view, firstImage(deployment));
  return image && dockerfile !== undefined ? curableWeakness(view, image, dockerfile) : undefined;
}

/** As a scan of it shows. */
const isCritical = (view: View, image: Image): boolean =>
  findingsFrom(scanImage(advisoriesOf(view), image), 'critical').length > 0;

function isScannedCritical(view: View, { target }: Fault): boolean {
  const image = imageOf(view, view.get('Deployment', target)?.spec.template.spec.containers[0]?.image ?? '');
  return image !== undefined && isCritical(view, image);
}

/** It can be scanned, and is none of those that are refused already. */
function isClean(view: View, deployment: Deployment): boolean {
  const image = imageOf(view, firstImage(deployment));
  return image !== undefined && !isCritical(view, image);
}

function isStruck(view: View, { target, memory }: Fault): boolean {
  const weakness = { package: String(memory['package']), fixedIn: String(memory['fixedIn']) };
  return (view.get('Deployment', target)?.spec.template.spec.containers ?? []).some(({ image }) => {
    const known = imageOf(view, image);
    // One that nobody knows is not let in either.
    return known === undefined || isWeak(known, weakness);
  });
}

/** Built anew upon a base that was patched, shipped, and rolled out: one after the other. */
function rebuild(view: View, { target, memory }: Fault): readonly RemedyStep[] {
  const deployment = view.get('Deployment', target);
  const [container] = deployment?.spec.template.spec.containers ?? [];
  const reference = container && parseReference(container.image);
  const dockerfile = container && blueprintOf(view, container.image);
  if (!container || !reference || dockerfile === undefined) return [];
  const image = `${repositoryOf(reference)}:${REBUILT}-${memory['id']}`.toLowerCase();
  if (view.get('Tag', image))
    return [byBuilder({ verb: 'setImage', deployment: target, container: container.name, image })];
  if (view.get('LocalTag', image)) return [byBuilder({ verb: 'push', reference: image })];
  return [byBuilder({ verb: 'build', dockerfile, reference: image })];
}
