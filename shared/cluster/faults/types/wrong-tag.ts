/** wrong-tag: somebody rolls out a tag that was never pushed. The old houses stay; the new ones wait for a plan that nobody has. */
import { parseReference, repositoryOf, resolveReference } from '../../registry/reference.ts';
import { carelessChange, ofFirstContainer } from '../careless-change.ts';

function untagged(image: string): string {
  const reference = parseReference(image);
  return reference ? repositoryOf(reference) : image;
}

export const wrongTag = carelessChange({
  type: 'wrong-tag',
  component: 'image',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'container', reason: 'ErrImagePull' },
    { type: 'container', reason: 'ImagePullBackOff' },
  ],
  alsoHealedBy: ['Tag'],
  change: ofFirstContainer((container) => ({ ...container, image: `${untagged(container.image)}:2.0-final` })),
  isFlawed: (view, { containers }) => containers.some(({ image }) => resolveReference(view, image) === undefined),
});
