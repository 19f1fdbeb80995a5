/** Schedules of five fields, in simulated time. Source: robfig/cron v3, as the CronJob controller uses it. */
import { floorDiv } from '../../../base/integers.ts';

interface Schedule {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Whether either day field has a `*` without a step: then both must match; else one is enough. */
  readonly anyDay: boolean;
}

const TICKS_PER_MINUTE = 60;
const MINUTES_PER_DAY = 24 * 60;
/** 1 January 1970, tick 0, was a Thursday. */
const FIRST_WEEKDAY = 4;
/** A schedule that meets no day within this (30 February) never does. */
const YEARS_LOOKED_AHEAD_DAYS = 5 * 366;

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const known = new Map<string, Schedule | null>();

/** Null for text that is no schedule. */
export function parseSchedule(text: string): Schedule | null {
  let schedule = known.get(text);
  if (schedule === undefined) known.set(text, (schedule = parse(text)));
  return schedule;
}

function parse(text: string): Schedule | null {
  const fields = (MACROS[text.trim()] ?? text).trim().split(/\s+/);
  if (fields.length !== 5) return null;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const minutes = parseField(minute, 0, 59);
  const hours = parseField(hour, 0, 23);
  const days = parseField(day, 1, 31);
  const months = parseField(month, 1, 12, MONTHS);
  const weekdays = parseField(weekday, 0, 6, WEEKDAYS);
  if (!minutes || !hours || !days || !months || !weekdays) return null;
  const isStar = (field: string) => field.split(',').some((part) => /^[*?](?:\/0*1)?$/.test(part));
  return { minutes, hours, days, months, weekdays, anyDay: isStar(day) || isStar(weekday) };
}

/** `*`, `5`, `1-5`, `*` or a range with a step, and lists of these. */
function parseField(text: string, low: number, high: number, names: readonly string[] = []): Set<number> | null {
  const values = new Set<number>();
  for (const part of text.toLowerCase().split(',')) {
    const match = /^(?:([*?])|([a-z0-9]+)(?:-([a-z0-9]+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) return null;
    const [, star, first, last, stepText] = match;
    const step = stepText === undefined ? 1 : Number(stepText);
    const from = star === undefined ? numberOf(first ?? '', low, names) : low;
    // A single number with a step goes on to the end: `5/15`.
    const open = star !== undefined || (last === undefined && stepText !== undefined);
    const to = open ? high : last === undefined ? from : numberOf(last, low, names);
    if (from === null || to === null || from < low || to > high || from > to || step < 1) return null;
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

function numberOf(text: string, low: number, names: readonly string[]): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const index = names.indexOf(text);
  return index < 0 ? null : index + low;
}

/** The first stroke after `tick`; null where none ever comes. */
export function nextStroke(schedule: Schedule, tick: number): number | null {
  const start = floorDiv(tick, TICKS_PER_MINUTE) + 1;
  const firstDay = floorDiv(start, MINUTES_PER_DAY);
  for (let day = firstDay; day < firstDay + YEARS_LOOKED_AHEAD_DAYS; day += 1) {
    if (!isDay(schedule, day)) continue;
    const from = day === firstDay ? start - day * MINUTES_PER_DAY : 0;
    for (let minute = from; minute < MINUTES_PER_DAY; minute += 1) {
      if (schedule.hours.has(floorDiv(minute, 60)) && schedule.minutes.has(minute % 60)) {
        return (day * MINUTES_PER_DAY + minute) * TICKS_PER_MINUTE;
      }
    }
  }
  return null;
}

function isDay({ days, months, weekdays, anyDay }: Schedule, dayNumber: number): boolean {
  const { month, day } = dateOf(dayNumber);
  if (!months.has(month)) return false;
  const isWeekday = weekdays.has((dayNumber + FIRST_WEEKDAY) % 7);
  return anyDay ? days.has(day) && isWeekday : days.has(day) || isWeekday;
}

/** Days since 1970 to the calendar: years of March to February, so that the leap day comes last. */
function dateOf(dayNumber: number): { readonly month: number; readonly day: number } {
  const shifted = dayNumber + 719_468;
  const era = floorDiv(shifted, 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = floorDiv(dayOfEra, 1460) - floorDiv(dayOfEra, 36_524) + floorDiv(dayOfEra, 146_096);
  const yearOfEra = floorDiv(dayOfEra - leaps, 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100));
  const shiftedMonth = floorDiv(5 * dayOfYear + 2, 153);
  const day = dayOfYear - floorDiv(153 * shiftedMonth + 2, 5) + 1;
  return { month: shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9, day };
}
