/** Integer arithmetic. The simulation's state holds no float: every quotient is rounded on purpose, here. */
export const PPM = 1_000_000;
export const MIB = 1024 * 1024;

export function floorDiv(dividend: number, divisor: number): number {
  return Math.floor(dividend / divisor);
}

export function ceilDiv(dividend: number, divisor: number): number {
  return Math.ceil(dividend / divisor);
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** `part / whole` in parts per million, rounded down; undefined when there is no whole, so that no meter invents 100 %. */
export function partsPerMillion(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : floorDiv(part * PPM, whole);
}

/**
 * Splits `total` over `shares` parts as evenly as integers allow. The remainder goes to the parts that start at
 * `offset`, so that it does not always fall on the first.
 */
export function splitEvenly(total: number, shares: number, offset = 0): number[] {
  const base = floorDiv(total, shares);
  const remainder = total - base * shares;
  return Array.from(
    { length: shares },
    (_, index) => base + ((index - offset + shares * 2) % shares < remainder ? 1 : 0),
  );
}
