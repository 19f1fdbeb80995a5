/** Which of a builder's three verbs comes next for an image: it is not built, not shipped, or lies in the warehouse. */
import type { BackpackItem } from '../../../shared/cluster/registry/shelves.ts';

export function nextOfBlueprint(built: Pick<BackpackItem, 'isPushed'> | undefined): 'build' | 'push' | 'order' {
  if (built === undefined) return 'build';
  return built.isPushed ? 'order' : 'push';
}
