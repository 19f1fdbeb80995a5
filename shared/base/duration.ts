/** Durations as Go writes them: `30s`, `1m30s`, `500ms`. Source: time.ParseDuration. */
const DURATION = /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const PART = /(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g;
const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1000,
  µs: 1000,
  μs: 1000,
  ms: 1_000_000,
  s: 1_000_000_000,
  m: 60_000_000_000,
  h: 3_600_000_000_000,
};

/** Of a fraction: more than these say nothing of nanoseconds. */
const MOST_DIGITS = 18;
/** Of an int64: more of them are no duration. */
const MOST_NANOSECONDS = 2 ** 63;

/** In nanoseconds; null when the text is none. */
export function parseDuration(text: string): number | null {
  if (!DURATION.test(text)) return null;
  let sum = 0;
  for (const [, whole = '', digits = '', unit = ''] of text.matchAll(PART)) {
    const nanoseconds = NANOSECONDS[unit] ?? 0;
    const fraction = digits.slice(0, MOST_DIGITS);
    // Not as a power, which each engine rounds in its own way.
    const scale = Number(`1e${fraction.length}`);
    sum += Number(whole) * nanoseconds + Math.trunc(Number(fraction) * (nanoseconds / scale));
  }
  if (sum >= MOST_NANOSECONDS) return null;
  return text.startsWith('-') ? -sum : sum;
}
