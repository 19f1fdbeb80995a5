/** How long `sleep` rests. Source: GNU coreutils, sleep. */
const INTERVAL = /^(?=\.?\d)(\d*)(?:\.\d*)?([smhd]?)$/;
const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** In whole seconds, all its words together; or what it says where one of them is no time. */
export function restOf(words: readonly string[]): number | string {
  if (words.length === 0) return 'sleep: missing operand';
  let sum = 0;
  for (const word of words) {
    const seconds = secondsOf(word);
    if (seconds === null) return `sleep: invalid time interval '${word.slice(0, 100)}'`;
    sum += seconds;
  }
  return sum;
}

function secondsOf(word: string): number | null {
  if (word === 'infinity') return Infinity;
  // What another command would say is not known here.
  if (/\$\(|`/.test(word)) return 0;
  const [, digits, unit = ''] = INTERVAL.exec(word) ?? [];
  return digits === undefined ? null : Number(digits) * (SECONDS[unit] ?? 1);
}
