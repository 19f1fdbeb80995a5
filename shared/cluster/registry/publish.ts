/** Puts an image on the shelves: its layers, its plan, and the tag that points at it. */
import { must } from '../../base/assert.ts';
import type { Image } from '../../api/world/image.ts';
import type { World } from '../world.ts';
import { canonicalReference, parseReference, repositoryOf, withDefaultTag } from './reference.ts';

export interface Publication {
  readonly image: Image;
  /** Full reference, `docker.io/team-1/teahouse:1`. */
  readonly reference: string;
  readonly namespace: string;
  readonly by: string;
}

/** A tag may move to another digest; what a digest stands for never changes, and stays in its repository. */
export function publishImage(world: World, { image, reference: text, namespace, by }: Publication): void {
  const reference = withDefaultTag(must(parseReference(text), `an image reference, got ${text}`));
  const digest = image.key;
  for (const { digest: key, bytes } of image.layers) {
    if (!world.get('Blob', key)) world.put({ kind: 'Blob', key, bytes });
  }
  if (!world.get('Image', digest)) world.put(image);
  const revisionKey = `${repositoryOf(reference)}@${digest}`;
  if (!world.get('Revision', revisionKey)) {
    world.put({ kind: 'Revision', key: revisionKey, digest, pushedTick: world.tick });
  }
  const key = canonicalReference({ ...reference, digest: null });
  const tag = world.get('Tag', key);
  if (tag?.digest === digest) return;
  world.put({ kind: 'Tag', key, digest, namespace, pushedBy: by, pushedTick: world.tick });
}
