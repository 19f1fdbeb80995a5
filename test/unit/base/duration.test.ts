import { expect, test } from 'vitest';
import { parseDuration } from '../../../shared/base/duration.ts';

test.each([
  ['0', 0],
  ['1h2m3s', 3_723_000_000_000],
  ['.5m', 30_000_000_000],
  ['1.s', 1_000_000_000],
  ['-2ms', -2_000_000],
  ['1.003us', 1003],
  ['1.9ns', 1],
  ['2562047h47m16s', 9_223_372_036_000_000_000],
  ['2562048h', null],
  ['5', null],
  ['.s', null],
  ['1 s', null],
  ['', null],
])('BASE-14 %s lasts %j nanoseconds', (text, nanoseconds) => expect(parseDuration(text)).toBe(nanoseconds));
