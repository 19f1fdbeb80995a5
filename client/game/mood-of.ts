/** How visitors feel about a service now. Pure. */

/** Delighted (0) to furious (5), by the share of visitors that is turned away now. Nobody there: content. */
export function moodOf(servedRps: number, lostRps: number): number {
  const offered = servedRps + lostRps;
  if (offered === 0) return 1;
  if (lostRps === 0) return 0;
  const percent = Math.floor((lostRps * 100) / offered);
  if (percent < 5) return 2;
  if (percent < 25) return 3;
  return percent < 75 ? 4 : 5;
}
