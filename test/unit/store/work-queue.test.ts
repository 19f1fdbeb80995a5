import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WorkQueue } from '../../../shared/store/work-queue.ts';

const key = fc.constantFrom(...'abcdefgh');
/** Whom each key wakes when it has its turn. */
const wakings = fc.dictionary(key, fc.array(key, { maxLength: 4 }));

/** The keys of one round, in the order of their turns. */
function roundOf(queue: WorkQueue, wakes: Readonly<Record<string, readonly string[]>> = {}): readonly string[] {
  const turns: string[] = [];
  for (let entry = queue.take(); entry; entry = queue.take()) {
    turns.push(entry[0]);
    for (const woken of wakes[entry[0]] ?? []) queue.add(woken, 0);
  }
  return turns;
}

function queueOf(keys: readonly string[]): WorkQueue {
  const queue = new WorkQueue();
  for (const one of keys) queue.add(one, 0);
  return queue;
}

test('STORE-12 who is woken by an earlier key has its turn in the same round, who is woken by a later one in the next', () => {
  const queue = queueOf(['m', 'c']);
  expect(roundOf(queue, { c: ['d', 'a', 'c'], m: ['d', 'z'] })).toEqual(['c', 'd', 'm', 'z']);
  expect(roundOf(queue)).toEqual(['a', 'c', 'd']);
  expect(roundOf(queue)).toEqual([]);
});

test('STORE-12 a round that began with few gives the same turns as looking at all and passing over who was not woken', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 5 }), wakings, (first, wakes) => {
      const due = new Set(first);
      const expected: string[] = [];
      for (const one of 'abcdefgh') {
        if (!due.has(one)) continue;
        expected.push(one);
        for (const woken of wakes[one] ?? []) if (woken > one) due.add(woken);
      }
      expect(roundOf(queueOf(first), wakes)).toEqual(expected);
    }),
  );
});

test('STORE-12 who waits, in this round or for the next, is known, with the first cause that woke it', () => {
  const queue = new WorkQueue();
  queue.add('b', 1);
  queue.add('d', 2);
  expect(queue.take()).toEqual(['b', 1]);
  queue.add('d', 3);
  queue.add('a', 4);
  expect(['a', 'b', 'c', 'd'].map((one) => queue.has(one))).toEqual([true, false, false, true]);
  expect(queue.take()).toEqual(['d', 2]);
  expect(queue.take()).toBeUndefined();
  expect(queue.take()).toEqual(['a', 4]);
});
