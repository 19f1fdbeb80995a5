/** Durations as Go writes them: `30s`, `1m30s`, `500ms`. */
const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
const PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;
const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 0.000001,
  us: 0.001,
  µs: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Why a health check can't use it, or null. Source: buildkit parseOptInterval: zero, or at least a millisecond. */
export function durationProblem(text: string): string | null {
  if (text === '0') return null;
  if (!DURATION.test(text)) return 'not a duration such as 30s or 1m30s';
  let milliseconds = 0;
  for (const [, digits, unit] of text.matchAll(PART)) milliseconds += Number(digits) * (MILLISECONDS[unit ?? ''] ?? 0);
  return milliseconds === 0 || milliseconds >= 1 ? null : 'shorter than 1ms';
}
