/** The town's own day: short, so that a lesson sees a few of them. It begins in the morning. */

/** Simulated seconds from one morning to the next. */
const DAY_TICKS = 600;
/** Shares of the day at which dusk falls, night is there, dawn begins, day is there. */
const [DUSK, NIGHT, DAWN, DAY] = [0.6, 0.7, 0.9, 1] as const;

/** 0 by day to 1 at night. */
export function darkness(tick: number): number {
  const share = (tick % DAY_TICKS) / DAY_TICKS;
  if (share < DUSK) return 0;
  if (share < NIGHT) return (share - DUSK) / (NIGHT - DUSK);
  return share < DAWN ? 1 : (DAY - share) / (DAY - DAWN);
}
