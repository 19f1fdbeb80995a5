/** A weakness comes out, and with it the cure: whoever keeps the official images, or those of the cluster's own staff, builds them anew, under the same tags. */
import { digestOfText } from '../../base/sha256.ts';
import type { Image, Tag } from '../../api/world/image.ts';
import type { Advisory } from '../../api/world/keeper.ts';
import { STAFF_PUBLISHERS } from '../build/catalogue/staff.ts';
import type { World } from '../world.ts';
import { registryOf } from './availability.ts';
import { makeImage } from './manifest.ts';
import { publishImage } from './publish.ts';
import { advisoriesOf, isWeak } from './scan.ts';
import { signImage } from './signatures.ts';
import { OFFICIAL_NAMESPACE } from './reference.ts';

/** What a security update weighs. Ours. */
const PATCH_BYTES = 512 * 1024;
const PUBLISHER = 'docker';

/** The last number of a version, one up. */
export function nextVersion(version: string): string {
  return version.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + 1));
}

/** Somebody builds it anew: an official image, or one that the cluster's own staff comes from. */
export const isKept = ({ namespace }: Tag): boolean =>
  namespace === OFFICIAL_NAMESPACE || STAFF_PUBLISHERS.has(namespace);

export function disclose(world: World, weak: Pick<Advisory, 'package' | 'fixedIn'>): Advisory {
  const registry = registryOf(world);
  const advisory: Advisory = { ...weak, id: `PVA-2026-${advisoriesOf(world).length + 1}`, severity: 'critical' };
  world.put({ ...registry, advisories: [...(registry.advisories ?? []), advisory] });
  for (const reference of world.keys('Tag')) {
    const tag = world.get('Tag', reference);
    const image = world.get('Image', tag?.digest ?? '');
    if (!tag || !isKept(tag) || !image || !isWeak(image, advisory)) continue;
    const { namespace } = tag;
    const patched = patch(image, advisory);
    publishImage(world, { image: patched, reference, namespace, by: PUBLISHER });
    signImage(world, patched.key, namespace, PUBLISHER);
  }
  return advisory;
}

function patch({ style, layers, config }: Image, { id, package: name, fixedIn }: Advisory): Image {
  const createdBy = `RUN security-update ${name}=${fixedIn}`;
  const layer = { digest: digestOfText(`layer ${id} ${createdBy}`), bytes: PATCH_BYTES, createdBy };
  return makeImage({
    style,
    layers: [...layers, layer],
    config: { ...config, packages: { ...config.packages, [name]: fixedIn } },
  });
}
