/** Keys in the town: the tree's own, as every tree has them, and those that move the view (with Shift inside the tree). */

interface Line {
  readonly id: string;
  readonly isOpen: boolean | null;
  readonly parent: string | null;
}

export type TreeStep<Item> =
  | { readonly type: 'focus'; readonly item: Item | undefined }
  | { readonly type: 'fold'; readonly isOpen: boolean }
  | { readonly type: 'choose' };

/** What a key means in a tree. Source: WAI-ARIA Authoring Practices, tree view. */
export function treeKey<Item extends Line>(
  { key }: { readonly key: string },
  items: readonly Item[],
  current: Item,
): TreeStep<Item> | null {
  const index = items.indexOf(current);
  switch (key) {
    case 'ArrowDown':
      return { type: 'focus', item: items[index + 1] };
    case 'ArrowUp':
      return { type: 'focus', item: items[index - 1] };
    case 'Home':
      return { type: 'focus', item: items[0] };
    case 'End':
      return { type: 'focus', item: items.at(-1) };
    case 'ArrowRight':
      return current.isOpen === false ? { type: 'fold', isOpen: true } : { type: 'focus', item: items[index + 1] };
    case 'ArrowLeft':
      if (current.isOpen === true) return { type: 'fold', isOpen: false };
      return { type: 'focus', item: items.find(({ id }) => id === current.parent) };
    case 'Enter':
    case ' ':
      return { type: 'choose' };
    default:
      return null;
  }
}

export interface Movable {
  pan(dx: number, dy: number): void;
  zoom(factor: number): void;
  home(): void;
}

const PAN_PIXELS = 90;
const ZOOM_STEP = 1.25;

/** True when the key moved the view. Plain arrows belong to the tree; with Shift they pan. */
export function viewKey(event: KeyboardEvent, view: Movable): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const pan = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (pan && event.shiftKey) view.pan((pan[0] ?? 0) * PAN_PIXELS, (pan[1] ?? 0) * PAN_PIXELS);
  else if (event.key === '+' || event.key === '=') view.zoom(ZOOM_STEP);
  else if (event.key === '-') view.zoom(1 / ZOOM_STEP);
  else if (event.key === '0') view.home();
  else return false;
  event.preventDefault();
  // Digits open panels elsewhere.
  event.stopPropagation();
  return true;
}
