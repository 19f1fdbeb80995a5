/** Faults while the business hall is shut: who would have to ask cannot break anything by asking. */
import { expect, test } from 'vitest';
import { isApiKind } from '../../../shared/api/kinds.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { FAULTS } from '../../../shared/cluster/faults/catalogue.ts';
import { stopComponentNow } from '../../../shared/cluster/plane/stop.ts';
import { faultTown } from '../../support/fault-town.ts';

test.each(FAULTS.map((fault) => [fault.type, fault] as const))(
  'FAULT-35 %s writes nothing into the ledger while no API server answers',
  (type, { targets }) => {
    const { store } = faultTown();
    for (const key of store.by('processesByComponent', 'api-server')) stopComponentNow(store, key);
    const written: string[] = [];
    store.listen(({ kind, key }) => {
      if (isApiKind(kind)) written.push(`${kind}/${key}`);
    });
    for (const target of targets(store)) beginFault(store, type, target);
    expect(written).toEqual([]);
  },
);
