import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { setFreezing } from '../../../shared/base/freeze.ts';
import { formatHash } from '../../../shared/base/hash.ts';
import type { ConfigMap } from '../../../shared/api/config-map.ts';
import type { Seat } from '../../../shared/api/world/seat.ts';
import { CAUSES_KEPT } from '../../../shared/store/cause-log.ts';
import type { Change } from '../../../shared/store/change.ts';
import { describeDifference } from '../../../shared/store/snapshot.ts';
import { Store } from '../../../shared/store/store.ts';
import { throughText } from '../../support/through-text.ts';

beforeAll(() => setFreezing(true));

function configMap(name: string, data: Record<string, string> = {}): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: 'default',
      uid: name,
      resourceVersion: 0,
      generation: 1,
      creationTick: 0,
      deletionTick: null,
      deletionGracePeriodTicks: null,
      labels: {},
      annotations: {},
      ownerReferences: [],
    },
    data,
  };
}

const seat = (key: string, holder: string | null): Seat => ({
  kind: 'Seat',
  key,
  role: 'kubelet',
  holder,
  connected: false,
});

const writes = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    holder: fc.constantFrom(null, 'ann', 'bob'),
    remove: fc.boolean(),
  }),
);

function play(store: Store, script: readonly { key: string; holder: string | null; remove: boolean }[]): void {
  for (const { key, holder, remove } of script) {
    if (remove) store.remove('Seat', key);
    else store.put(seat(key, holder));
  }
}

describe('store', () => {
  test('STORE-1 a write that changes nothing is no write', () => {
    const store = new Store();
    const first = store.put(configMap('hall', { light: 'on' }));
    const changes: Change[] = [];
    store.listen((change) => changes.push(change));
    expect(store.put(configMap('hall', { light: 'on' }))).toBe(first);
    expect(store.revision).toBe(1);
    expect(changes).toEqual([]);
  });

  test('STORE-2 revisions grow by one with each write and are the resourceVersion', () => {
    const store = new Store();
    store.put(configMap('hall'));
    const second = store.put(configMap('hall', { light: 'on' }));
    expect(store.revision).toBe(2);
    expect(second.metadata.resourceVersion).toBe(2);
  });

  test('STORE-11 who listens first hears before the others, and cannot write', () => {
    const store = new Store();
    const heard: string[] = [];
    store.listen(() => heard.push('other'));
    store.listenFirst(() => heard.push('first'), 'ConfigMap');
    store.put(configMap('hall'));
    expect(heard).toEqual(['first', 'other']);
    store.listenFirst(({ key }) => {
      if (key === 'default/gate') store.put(configMap('shed'));
      if (key === 'default/well') store.remove('ConfigMap', 'default/hall');
    }, 'ConfigMap');
    expect(() => store.put(configMap('gate'))).toThrow('what is derived writes nothing');
    expect(() => store.put(configMap('well'))).toThrow('what is derived writes nothing');
    expect(store.get('ConfigMap', 'default/shed')).toBeUndefined();
    expect(store.get('ConfigMap', 'default/hall')).toBeDefined();
    store.put(configMap('barn'));
    expect(store.get('ConfigMap', 'default/barn')).toBeDefined();
  });

  test('STORE-11 what is derived knows of a write as soon as it is made, also of one that a listener makes', () => {
    const store = new Store();
    const known: string[] = [];
    const seen: (readonly string[])[] = [];
    store.listenFirst(({ key }) => known.push(key), 'ConfigMap');
    store.listen(
      ({ key }) => {
        if (key === 'default/hall') store.put(configMap('shed'));
        seen.push([...known]);
      },
      ['ConfigMap'],
    );
    store.put(configMap('hall'));
    expect(seen).toEqual([
      ['default/hall', 'default/shed'],
      ['default/hall', 'default/shed'],
    ]);
  });

  test('STORE-3 a change holds before, after and cause', () => {
    const store = new Store();
    const before = store.put(seat('a', null));
    const changes: Change[] = [];
    store.listen((change) => changes.push(change));
    store.cause = store.causes.open(0, 'input', 'test', 0, 7);
    const after = store.put(seat('a', 'ann'));
    store.remove('Seat', 'a');
    expect(changes).toEqual([
      { kind: 'Seat', key: 'a', before, after, cause: store.cause },
      { kind: 'Seat', key: 'a', before: after, after: undefined, cause: store.cause },
    ]);
    expect(changes[0]?.before).toBe(before);
  });

  test('STORE-4 an index equals a scan, sorted', () => {
    fc.assert(
      fc.property(writes, (script) => {
        const store = new Store();
        play(store, script);
        for (const holder of ['ann', 'bob']) {
          const scan = [...store.list('Seat')].filter((object) => object.holder === holder).map((object) => object.key);
          expect(store.by('seatsByHolder', holder)).toEqual(scan.sort());
        }
      }),
    );
  });

  test('STORE-5, STORE-7 the incremental hash equals that of a store opened from the frame, also through JSON', () => {
    fc.assert(
      fc.property(writes, writes, (first, second) => {
        const store = new Store();
        play(store, first);
        store.hash();
        play(store, second);
        const hash = formatHash(store.hash());
        expect(formatHash(new Store(store.frame()).hash())).toBe(hash);
        expect(formatHash(new Store(throughText(store.frame())).hash())).toBe(hash);
      }),
    );
  });

  test('STORE-6 a frame stands still', () => {
    const store = new Store();
    store.put(seat('a', 'ann'));
    const frame = store.frame();
    store.put(seat('a', 'bob'));
    store.put(seat('b', 'bob'));
    expect(new Store(frame).get('Seat', 'a')?.holder).toBe('ann');
    expect(new Store(frame).count('Seat')).toBe(1);
  });

  test('STORE-8 a state that differs names the object and the field', () => {
    const left = new Store();
    const right = new Store();
    for (const store of [left, right]) store.put(configMap('hall', { light: 'on' }));
    expect(describeDifference(left.frame(), right.frame())).toBeNull();
    right.put(configMap('hall', { light: 'off' }));
    expect(describeDifference(left.frame(), right.frame())).toBe('ConfigMap/default/hall .data.light: "on" != "off"');
    left.put(configMap('hall', { light: 'dim' }));
    left.put(configMap('hall', { light: 'off' }));
    expect(describeDifference(left.frame(), right.frame())).toBe(
      'ConfigMap/default/hall .metadata.resourceVersion: 3 != 2',
    );
    right.put(seat('a', null));
    expect(describeDifference(left.frame(), right.frame())).toContain('Seat/a');
  });

  test('STORE-9 a chain of causes leads to its input, and old nodes are dropped', () => {
    const store = new Store();
    const input = store.causes.open(3, 'input', 'ann: scale', 0, 41);
    store.cause = store.causes.open(4, 'replicaset', 'default/web', input, null);
    store.put(seat('a', null));
    expect(store.causes.chain('Seat/a').map((cause) => [cause.by, cause.tick, cause.input])).toEqual([
      ['replicaset', 4, 41],
      ['input', 3, 41],
    ]);
    for (let count = 0; count < CAUSES_KEPT; count += 1) store.causes.open(5, 'input', 'noise', 0, count);
    expect(store.causes.chain('Seat/a')).toEqual([]);
  });

  test('stored objects are frozen in tests', () => {
    const stored = new Store().put(configMap('hall', { light: 'on' }));
    expect(() => {
      (stored.data as Record<string, string>)['light'] = 'off';
    }).toThrow(TypeError);
  });
});
