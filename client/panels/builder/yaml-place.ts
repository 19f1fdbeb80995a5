/** Where a cursor stands in a text of manifests: of which kind, under which fields, at a key or at a value. Pure. */

export interface YamlPlace {
  /** Of the document that the cursor is in; empty where it does not say. */
  readonly kind: string;
  /** From the document's root; a number stands for any item of a list. */
  readonly path: readonly (string | 0)[];
  /** The value of this field is being written; null while a key is. */
  readonly valueOf: string | null;
  /** What is written of it so far. */
  readonly written: string;
  /** Keys that stand beside it already. */
  readonly siblings: readonly string[];
}

interface Line {
  /** Column of the key or value behind the indentation and the dashes. */
  readonly column: number;
  /** Column of the last dash; null where there is none. */
  readonly dash: number | null;
  readonly key: string | null;
  readonly rest: string;
}

function readLine(text: string): Line {
  const prefix = /^\s*(?:- +)*(?:-$)?/.exec(text)?.[0] ?? '';
  const dash = prefix.lastIndexOf('-');
  const body = text.slice(prefix.length);
  const [, key = null, rest = ''] = /^(["']?[\w./-]+["']?):(?:\s+(.*)|$)/.exec(body) ?? [];
  return { column: prefix.length, dash: dash === -1 ? null : dash, key, rest: key === null ? body : rest };
}

/** Null inside a comment or a flow mapping: there nothing is offered. */
export function yamlPlace(text: string, position: number): YamlPlace | null {
  const before = text.slice(0, position).split('\n');
  const after = text.slice(position).split('\n').slice(1);
  const start = before.findLastIndex((line) => line.startsWith('---')) + 1;
  const end = after.findIndex((line) => line.startsWith('---'));
  const above = before.slice(start, -1);
  const below = end === -1 ? after : after.slice(0, end);
  const current = before.at(-1) ?? '';
  if (/[#{[]/.test(current)) return null;
  const line = readLine(current);
  const { path, siblings } = climb(above, line);
  const beside = [...siblings, ...keysBelow(below, line.column)];
  const kind = /^kind:\s*(\w+)/m.exec([...above, current, ...below].join('\n'))?.[1] ?? '';
  if (line.key === null) return { kind, path, valueOf: null, written: line.rest, siblings: beside };
  return { kind, path, valueOf: line.key, written: line.rest, siblings: beside };
}

/** From the line upwards: each less indented key is a parent, each dash an item of its list. */
function climb(above: readonly string[], { column, dash }: Line): Pick<YamlPlace, 'path' | 'siblings'> {
  const path: (string | 0)[] = [];
  const siblings: string[] = [];
  let limit = column;
  let isBeside = dash === null;
  const enterItem = (at: number) => {
    path.unshift(0);
    // A list may stand as far left as its own key.
    limit = at + 1;
    isBeside = false;
  };
  if (dash !== null) enterItem(dash);
  for (const text of above.toReversed()) {
    const line = readLine(text);
    if (text.trim() === '' || /^\s*#/.test(text) || line.column > limit) continue;
    if (line.column === limit && isBeside) {
      if (line.key !== null) siblings.push(line.key);
      if (line.dash !== null) enterItem(line.dash);
    } else if (line.column < limit && line.key !== null) {
      path.unshift(line.key);
      limit = line.column;
      isBeside = false;
      if (line.dash !== null) enterItem(line.dash);
    } else if (line.column === limit && line.dash !== null && path[0] !== 0) enterItem(line.dash);
  }
  return { path, siblings };
}

function keysBelow(below: readonly string[], column: number): readonly string[] {
  const keys: string[] = [];
  for (const text of below) {
    const line = readLine(text);
    if (text.trim() === '' || line.column > column) continue;
    if (line.column < column || line.dash !== null) break;
    if (line.key !== null) keys.push(line.key);
  }
  return keys;
}
