/** Packs rectangles on one page, in shelves: frames are near-uniform, so this wastes little. */

/** A rectangle to place. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A placed rectangle. */
export interface Placed<T extends Size> {
  readonly item: T;
  readonly x: number;
  readonly y: number;
}

/** A page and what lies where on it. */
export interface Page<T extends Size> extends Size {
  readonly placed: readonly Placed<T>[];
}

/** Packs into shelves of a page this wide; the height follows. */
export function packInto<T extends Size>(items: readonly T[], width: number, padding: number): Page<T> {
  const order = items.toSorted((a, b) => b.height - a.height || b.width - a.width);
  const placed: Placed<T>[] = [];
  let [x, y, shelf] = [padding, padding, 0];
  for (const item of order) {
    if (x + item.width + padding > width) [x, y, shelf] = [padding, y + shelf + padding, 0];
    placed.push({ item, x, y });
    x += item.width + padding;
    shelf = Math.max(shelf, item.height);
  }
  return { width, height: y + shelf + padding, placed };
}

/** The page of least area whose sides stay within a limit. */
export function pack<T extends Size>(items: readonly T[], limit: number, padding: number): Page<T> {
  const widest = Math.max(0, ...items.map((item) => item.width)) + 2 * padding;
  const widths = Array.from({ length: 64 }, (_, i) => Math.round((limit * (i + 1)) / 64));
  const pages = widths.filter((width) => width >= widest).map((width) => packInto(items, width, padding));
  const fitting = pages.filter((page) => page.height <= limit);
  if (fitting.length === 0) throw new Error(`${items.length} frames do not fit on a page of ${limit} px`);
  return fitting.reduce((best, page) => (page.width * page.height < best.width * best.height ? page : best));
}
