/**
 * Which weakness in an image a rebuild would cure: only what comes with an official base, which is patched. What a RUN
 * installs is what the sources have; no newer one is there.
 */
import { sortedKeys } from '../../base/order.ts';
import type { Image } from '../../api/world/image.ts';
import type { Advisory } from '../../api/world/keeper.ts';
import type { View } from '../../store/store.ts';
import { materialsOf } from '../build/materials.ts';
import { planBuild } from '../build/plan.ts';
import { isKept, nextVersion } from '../registry/patched-bases.ts';
import { normaliseReference } from '../registry/reference.ts';
import { isWeak } from '../registry/scan.ts';

type Weakness = Pick<Advisory, 'package' | 'fixedIn'>;

/** The first of its packages in which a weakness that comes out now is gone when it is built anew by this blueprint. */
export function curableWeakness(view: View, image: Image, dockerfile: string): Weakness | undefined {
  const { packages = {} } = image.config;
  const weaknesses = sortedKeys(packages).map((name) => ({
    package: name,
    fixedIn: nextVersion(packages[name] ?? ''),
  }));
  const materials = materialsOf(view);
  const plan = planBuild(dockerfile, {
    ...materials,
    baseOf: (reference) => {
      const base = materials.baseOf(reference);
      const isPatched = base?.image && !base.isLocal && isOfficial(view, reference);
      return isPatched ? { ...base, image: withCure(base.image, weaknesses) } : base;
    },
  });
  return 'errors' in plan ? undefined : weaknesses.find((weakness) => !isWeak(plan.image, weakness));
}

/** Under a tag: what is named by its digest stays what it is. */
function isOfficial(view: View, reference: string): boolean {
  const tag = view.get('Tag', normaliseReference(reference) ?? '');
  return tag !== undefined && isKept(tag);
}

function withCure(image: Image, weaknesses: readonly Weakness[]): Image {
  const cured = weaknesses.filter((weakness) => isWeak(image, weakness));
  const packages = Object.fromEntries(cured.map(({ package: name, fixedIn }) => [name, fixedIn]));
  return { ...image, config: { ...image.config, packages: { ...image.config.packages, ...packages } } };
}
