import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Seat } from '../../../shared/api/world/seat.ts';
import { runningSums } from '../../../shared/store/running-sums.ts';
import { Store } from '../../../shared/store/store.ts';

const lengthByHolder = runningSums<'Seat', number>({
  kind: 'Seat',
  nothing: 0,
  groupOf: ({ holder }) => holder,
  amountOf: (_store, { key }) => key.length,
  plus: (sum, more) => sum + more,
  minus: (sum, less) => sum - less,
});

function scanned(store: Store, holder: string): number {
  return [...store.list('Seat')].reduce((sum, seat) => sum + (seat.holder === holder ? seat.key.length : 0), 0);
}

const writes = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'bb', 'ccc'),
    holder: fc.constantFrom(null, 'ann', 'bob'),
    remove: fc.boolean(),
  }),
);

function write(store: Store, { key, holder, remove }: { key: string; holder: string | null; remove: boolean }): void {
  const seat: Seat = { kind: 'Seat', key, role: 'kubelet', holder, connected: false };
  if (remove) store.remove('Seat', key);
  else store.put(seat);
}

test('STORE-11 a running sum equals the sum over all objects, and is right when a change is told', () => {
  fc.assert(
    fc.property(writes, writes, (before, after) => {
      const store = new Store();
      for (const one of before) write(store, one);
      store.listen(() => {
        for (const holder of ['ann', 'bob']) expect(lengthByHolder(store, holder)).toBe(scanned(store, holder));
      });
      for (const one of after) write(store, one);
    }),
  );
});
