/** Eviction thresholds: read from the settings, held against what is left. Source: pkg/kubelet/eviction/helpers.go. */
import { parseDuration } from '../../../base/duration.ts';
import { ceilDiv, floorDiv, PPM } from '../../../base/integers.ts';
import { byCodeUnit } from '../../../base/order.ts';
import { parseWhole, quantity as quantitySchema } from '../../../api/quantity.ts';
import type { KubeletSettings } from '../../../api/world/kubelet-settings.ts';
import { isSignal, type Signal } from './signals.ts';

/** An amount, or a share of the whole. */
export type ThresholdValue = { readonly quantity: string } | { readonly percentagePpm: number };

export interface Threshold {
  readonly signal: Signal;
  readonly operator: 'LessThan';
  readonly value: ThresholdValue;
  /** 0: acts at once (hard). */
  readonly graceTicks: number;
  /** So much more is to be won back once it was crossed. */
  readonly minReclaim: ThresholdValue | null;
}

export interface Observation {
  readonly available: number;
  readonly capacity: number;
}
export type Observations = Readonly<Partial<Record<Signal, Observation>>>;

type ThresholdSettings = Pick<
  KubeletSettings,
  'evictionHard' | 'evictionSoft' | 'evictionSoftGracePeriod' | 'evictionMinimumReclaim'
>;

/** A wrong setting. */
export interface ThresholdError {
  readonly error: string;
}

class WrongSetting extends Error {}

/** Hard ones first, then soft ones, each by signal. */
export function parseThresholds(
  settings: ThresholdSettings,
  enforcesAllocatable = false,
): readonly Threshold[] | ThresholdError {
  try {
    const hard = parseStatements(settings.evictionHard).map(([signal, value]) => threshold(signal, value, 0));
    const graces = new Map(entriesOf(settings.evictionSoftGracePeriod, parseGrace));
    const soft = parseStatements(settings.evictionSoft).map(([signal, value]) => {
      const grace = graces.get(signal);
      if (grace === undefined)
        throw new WrongSetting(`grace period must be specified for the soft eviction threshold ${signal}`);
      return threshold(signal, value, grace);
    });
    const reclaims = new Map(entriesOf(settings.evictionMinimumReclaim, parseReclaim));
    const all = [...hard, ...soft].map((one) => ({ ...one, minReclaim: reclaims.get(one.signal) ?? null }));
    return enforcesAllocatable ? [...all, ...allocatableTwins(all)] : all;
  } catch (error) {
    if (error instanceof WrongSetting) return { error: error.message };
    throw error;
  }
}

const threshold = (signal: Signal, value: ThresholdValue, graceTicks: number): Threshold => ({
  signal,
  operator: 'LessThan',
  value,
  graceTicks,
  minReclaim: null,
});

/** What pods may have together is watched as the whole is. */
function allocatableTwins(thresholds: readonly Threshold[]): readonly Threshold[] {
  return thresholds
    .filter(({ signal, graceTicks }) => signal === 'memory.available' && graceTicks === 0)
    .map((one) => ({ ...one, signal: 'allocatableMemory.available' as const }));
}

function entriesOf<T>(
  statements: Readonly<Record<string, string>>,
  parse: (text: string) => T,
): readonly (readonly [Signal, T])[] {
  const names = Object.keys(statements).sort(byCodeUnit);
  return names.map((name) => {
    if (!isSignal(name)) throw new WrongSetting(`unsupported eviction signal ${name}`);
    return [name, parse(statements[name] ?? '')] as const;
  });
}

/** They switch a threshold off, written just so. */
const OFF: ReadonlySet<string> = new Set(['0%', '100%']);

function parseStatements(statements: Readonly<Record<string, string>>): readonly (readonly [Signal, ThresholdValue])[] {
  return entriesOf(statements, (text) => (OFF.has(text) ? null : parseThreshold(text))).flatMap(([signal, value]) =>
    value === null ? [] : [[signal, value] as const],
  );
}

function parseThreshold(text: string): ThresholdValue {
  const value = parseValue(text);
  if ('quantity' in value && parseWhole(value.quantity) <= 0)
    throw new WrongSetting(`eviction value ${text} must be positive`);
  if ('percentagePpm' in value && value.percentagePpm > PPM)
    throw new WrongSetting(`eviction percentage threshold ${text} must be <= 100%`);
  return value;
}

function parseReclaim(text: string): ThresholdValue {
  const value = parseValue(text);
  if ('quantity' in value && parseWhole(value.quantity) < 0)
    throw new WrongSetting(`negative eviction minimum reclaim ${text}`);
  if ('percentagePpm' in value && value.percentagePpm === 0)
    throw new WrongSetting(`eviction percentage minimum reclaim ${text} must be positive`);
  return value;
}

const PERCENTAGE = /^(\d+(?:\.\d{0,4})?|\.\d{1,4})%$/;
/** A percent has 10,000 parts per million. */
const PPM_DIGITS = 4;

function parseValue(text: string): ThresholdValue {
  if (text.endsWith('%')) {
    const number = PERCENTAGE.exec(text)?.[1];
    if (number === undefined) throw new WrongSetting(`eviction percentage ${text} must be positive`);
    const [whole = '', fraction = ''] = number.split('.');
    return { percentagePpm: Number(whole + fraction.padEnd(PPM_DIGITS, '0')) };
  }
  if (!quantitySchema.safeParse(text).success) throw new WrongSetting(`no quantity: ${text}`);
  return { quantity: text };
}

const TICK_NANOSECONDS = 1_000_000_000;

function parseGrace(text: string): number {
  const nanoseconds = parseDuration(text);
  if (nanoseconds === null || nanoseconds < 0) throw new WrongSetting(`invalid eviction grace period ${text}`);
  return ceilDiv(nanoseconds, TICK_NANOSECONDS);
}

/** So much must be left. */
export function amountOf(value: ThresholdValue, capacity: number): number {
  return 'quantity' in value ? parseWhole(value.quantity) : floorDiv(capacity * value.percentagePpm, PPM);
}

/** Those that are crossed; with `withReclaim`, those that were and of which not enough has been won back. */
export function thresholdsMet(
  thresholds: readonly Threshold[],
  observations: Observations,
  withReclaim: boolean,
): readonly Threshold[] {
  return thresholds.filter(({ signal, value, minReclaim }) => {
    const observed = observations[signal];
    if (!observed) return false;
    const reclaim = withReclaim && minReclaim !== null ? amountOf(minReclaim, observed.capacity) : 0;
    return observed.available < amountOf(value, observed.capacity) + reclaim;
  });
}
