/** The hosts that a cluster begins with: plots of known size, for machines, virtual machines and containers. */
import { z } from 'zod';
import { dns1123Label } from '../api/names.ts';
import { assert } from '../base/assert.ts';
import { roomOn } from '../cluster/hosts/room.ts';
import type { Store } from '../store/store.ts';

const bytes = z
  .int()
  .min(1)
  .max(2 ** 45);

export const hostSetup = z.strictObject({
  name: dns1123Label,
  cpuMilli: z.int().min(100).max(256_000),
  memoryBytes: bytes,
  diskBytes: bytes,
});

export function addHost(store: Store, { name, ...size }: z.infer<typeof hostSetup>): void {
  store.put({
    kind: 'Host',
    key: name,
    ...size,
    power: 'on',
    kernel: 'up',
    sinceTick: 0,
    bootDoneTick: null,
    layers: {},
  });
}

/** A scenario whose hosts are too small for the nodes that it puts on them must not start. */
export function assertHostsHold(store: Store): void {
  for (const { key, host } of store.list('Machine')) {
    assert(host === undefined || store.get('Host', host) !== undefined, `node ${key} stands on no known host`);
  }
  for (const host of store.list('Host')) {
    const { cpuMilli, memoryBytes, diskBytes } = roomOn(store, host);
    assert(Math.min(cpuMilli, memoryBytes, diskBytes) >= 0, `host ${host.key} is too small for its nodes`);
  }
}
