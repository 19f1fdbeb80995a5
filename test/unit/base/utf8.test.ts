import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Bytes } from '../../../shared/base/utf8.ts';

test('BASE-13 text becomes the bytes that the standard encoder gives, halves of pairs too', () => {
  const encoder = new TextEncoder();
  const texts = ['', 'house', 'ü', '豆荚镇', '🏠', '\ud83c', 'a\udfe0b', '\udfe0\ud83c'];
  for (const text of texts) expect([...utf8Bytes(text)]).toEqual([...encoder.encode(text)]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...utf8Bytes(text)]).toEqual([...encoder.encode(text)]);
    }),
  );
});
