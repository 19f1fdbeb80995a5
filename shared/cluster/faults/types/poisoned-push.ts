/** poisoned-push: somebody pushes a bad image under a tag that is in use. Whoever pulls the tag from now on gets it. */
import { must } from '../../../base/assert.ts';
import type { Fault } from '../../../api/world/fault.ts';
import type { View } from '../../../store/store.ts';
import { refuseUpload } from '../../registry/disk.ts';
import { isTagFixed } from '../../registry/immutable-tags.ts';
import { publishImage } from '../../registry/publish.ts';
import { normaliseReference, parseReference, repositoryOf, resolveReference } from '../../registry/reference.ts';
import { settingsOf } from '../../world.ts';
import { deliveryTargets, runsSoundly, spoil, type BadDelivery } from '../bad-delivery.ts';
import type { FaultDefinition, RemedyStep } from '../fault-type.ts';
import { byBuilder, undoRollout } from '../remedies.ts';
import { isRepaired } from './bad-house.ts';

/** Long enough to be taken for a good one. Ours. */
const CRASH_AFTER_TICKS = 12;

const POISON: BadDelivery = {
  tag: '',
  instruction: 'RUN install-free-lottery --silent',
  breakProgram: (program) => ({
    ...program,
    exit: { afterTicks: CRASH_AFTER_TICKS, code: 137, lastWords: 'lottery: mining, please wait' },
  }),
};

export const poisonedPush: FaultDefinition = {
  type: 'poisoned-push',
  component: 'registry',
  difficulty: 3,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) => deliveryTargets(view).filter((key) => tagInUse(view, key) !== undefined),
  begin: (world, target) => {
    const reference = must(tagInUse(world, target), 'tag in use');
    const good = must(resolveReference(world, reference), 'digest');
    const { registryNamespace: namespace } = settingsOf(world);
    const image = spoil(must(world.get('Image', good), 'image'), POISON, must(world.get('Deployment', target), target));
    const refusal = refuseUpload(world, image);
    if (refusal) return refusal;
    publishImage(world, { image, reference, namespace, by: 'stranger' });
    return { reference, goodDigest: good };
  },
  symptoms: [{ type: 'gauge', name: 'movedTag', shows: pointsElsewhere }],
  harm: pointsElsewhere,
  remedy: bringBackGood,
  healedBy: ['Deployment', 'Tag', 'Revision'],
  isHealed: isRepaired,
};

/** A tag of the team's own shelf that a deployment names, and that may move: no digest, no immutable tag. */
function tagInUse(view: View, deploymentKey: string): string | undefined {
  const image = view.get('Deployment', deploymentKey)?.spec.template.spec.containers[0]?.image ?? '';
  const reference = parseReference(image);
  const isOwn = reference?.path.split('/')[0] === settingsOf(view).registryNamespace;
  if (!reference || reference.digest !== null || !isOwn) return undefined;
  if (view.get('Repository', repositoryOf(reference))?.immutableTags === true) return undefined;
  return normaliseReference(image) ?? undefined;
}

function pointsElsewhere(view: View, { memory }: Fault): boolean {
  return view.get('Tag', String(memory['reference']))?.digest !== memory['goodDigest'];
}

/**
 * The good image is pushed again from the backpack. Where the tag stands still by now, or the backpack has another, the
 * Deployment names its digest; where garbage collection took that, the tag is given up first, or the roll-out goes back.
 */
function bringBackGood(view: View, fault: Fault): readonly RemedyStep[] {
  const { target, memory } = fault;
  const reference = String(memory['reference']);
  const goodDigest = String(memory['goodDigest']);
  const container = view.get('Deployment', target)?.spec.template.spec.containers[0]?.name ?? '';
  // By now the Deployment names something else.
  if (!pointsElsewhere(view, fault))
    return [byBuilder({ verb: 'setImage', deployment: target, container, image: reference })];
  const push = byBuilder({ verb: 'push', reference });
  const isAtHand = view.get('LocalTag', reference)?.digest === goodDigest;
  const isFixed = isTagFixed(view, reference, goodDigest);
  if (isAtHand && !isFixed) return [push];
  const parsed = parseReference(reference);
  const image = `${parsed ? repositoryOf(parsed) : ''}@${goodDigest}`;
  if (resolveReference(view, image) !== undefined)
    return [byBuilder({ verb: 'setImage', deployment: target, container, image })];
  return isAtHand ? [byBuilder({ verb: 'deleteTag', reference }), push] : undoRollout(runsSoundly)(view, fault);
}
