/** Kubernetes quantities: `100m` CPU, `64Mi` memory. Source: apimachinery/pkg/api/resource. */
import { z } from 'zod';
import { must } from '../base/assert.ts';

const QUANTITY = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)|[eE]([+-]?\d{1,2}))?$/;
const BINARY: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

export const quantity = z.string().max(32).regex(QUANTITY);

/** The value times 10^scale, rounded up (away from zero), as Kubernetes rounds. Throws on text that `quantity` refuses. */
function scaled(text: string, scale: number): number {
  const [, sign = '', digits = '', suffix = '', exponent = ''] = must(QUANTITY.exec(text), `a quantity, got ${text}`);
  const [whole = '', fraction = ''] = digits.split('.');
  let numerator = BigInt(`${whole}${fraction}` || '0');
  let power = scale - fraction.length + (exponent ? Number(exponent) : 0);
  const binary = BINARY[suffix];
  if (binary !== undefined) numerator *= 1024n ** BigInt(binary);
  else power += DECIMAL[suffix] ?? 0;
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else {
    const divisor = 10n ** BigInt(-power);
    numerator = (numerator + divisor - 1n) / divisor;
  }
  return Number(sign === '-' ? -numerator : numerator);
}

function memoised(scale: number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = scaled(text, scale);
      known.set(text, value);
    }
    return value;
  };
}

/** CPU in thousandths of a core. */
export const parseMilli = memoised(3);
/** Memory, storage or a count in whole units. */
export const parseWhole = memoised(0);
