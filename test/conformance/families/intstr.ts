/** Counts and percentages. */
import { parseIntOrString, scaledValue } from '../../../shared/api/int-or-percent.ts';

interface Scaled {
  readonly value: number | string;
  readonly total: number;
  readonly roundUp: boolean;
}

export const adapters = {
  scaledValueFromIntOrPercent: ({ value, total, roundUp }: Scaled) => {
    try {
      return { value: scaledValue(value, total, roundUp ? 'up' : 'down') };
    } catch {
      return { error: true };
    }
  },
  parse: ({ text }: { readonly text: string }) => {
    const value = parseIntOrString(text);
    return { isInt: typeof value === 'number', value };
  },
};
