/** The shapes of `kubectl describe`: fields with their values in a column, nested ones indented, tables. Pure text. */

/** Behind the longest name, as kubectl's own tab writer does. */
const GAP = 2;

export type Field = readonly [name: string, value: string | readonly string[]];

/** `Name:   value`; a list goes on below its first line. Empty lists are `<none>`. */
export function fieldLines(fields: readonly Field[], indent = 0): string[] {
  const width = Math.max(...fields.map(([name]) => name.length)) + 1 + GAP;
  return fields.flatMap(([name, value]) => {
    const values = typeof value === 'string' ? [value] : value.length === 0 ? ['<none>'] : value;
    return values.map((text, index) => {
      const head = index === 0 ? `${name}:` : '';
      return `${' '.repeat(indent)}${head.padEnd(width)}${text}`.trimEnd();
    });
  });
}

export function tableLines(head: readonly string[], rows: readonly (readonly string[])[], indent = 2): string[] {
  const all = [head, head.map((name) => '-'.repeat(name.length)), ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)) + GAP);
  return all.map((row) =>
    `${' '.repeat(indent)}${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('')}`.trimEnd(),
  );
}

export function pairs(record: Readonly<Record<string, string>>, between = '='): readonly string[] {
  return Object.entries(record).map(([key, value]) => `${key}${between}${value}`);
}

/** As kubectl shows an age: `45s`, `3m20s`, `2h`. */
export function ageOf(ticks: number): string {
  if (ticks < 120) return `${ticks}s`;
  const minutes = Math.floor(ticks / 60);
  if (minutes < 10) return ticks % 60 === 0 ? `${minutes}m` : `${minutes}m${ticks % 60}s`;
  return minutes < 180 ? `${minutes}m` : `${Math.floor(minutes / 60)}h`;
}
