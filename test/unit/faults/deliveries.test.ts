/** Whoever delivers needs a registry that takes it. */
import { describe, expect, test } from 'vitest';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { registryOf, setRegistryAvailable } from '../../../shared/cluster/registry/availability.ts';
import { freeBytes } from '../../../shared/cluster/registry/disk.ts';
import { faultTown } from '../../support/fault-town.ts';

const DELIVERED = ['bad-house', 'slow-release', 'deaf-to-term', 'poisoned-push', 'look-alike-image'];

describe('deliveries', () => {
  test.each(DELIVERED)('FAULT-45 %s fails while the registry is shut, and nothing has changed', (type) => {
    const { store } = faultTown();
    setRegistryAvailable(store, false);
    const { revision } = store;
    expect(beginFault(store, type, 'default/shop')).toMatchObject({ key: 'registryDown', code: 503 });
    expect(store.revision).toBe(revision);
  });

  test.each(DELIVERED)('FAULT-45 %s fails while the registry is full, and nothing has changed', (type) => {
    const { store } = faultTown();
    store.put({ ...registryOf(store), junkBytes: freeBytes(store) });
    const { revision } = store;
    expect(beginFault(store, type, 'default/shop')).toMatchObject({ key: 'registryFull', code: 500 });
    expect(store.revision).toBe(revision);
  });
});
