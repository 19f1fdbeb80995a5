/** How much of a host is taken, and by whom; how many more there is room for. */
import { floorDiv } from '../../base/integers.ts';
import type { Host } from '../../api/world/host.ts';
import type { Machine } from '../../api/world/machine.ts';
import type { View } from '../../store/store.ts';
import { HOST_SYSTEM_BYTES, type TenantSize } from './sizes.ts';

export interface Room {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

/** What is left. Nodes' machines have their CPU for themselves; other tenants share it. */
export function roomOn(view: View, host: Host): Room {
  let { cpuMilli, diskBytes } = host;
  let memoryBytes = host.memoryBytes - HOST_SYSTEM_BYTES;
  for (const key of view.by('machinesByHost', host.key)) {
    const machine = view.get('Machine', key);
    if (!machine) continue;
    const size = sizeOfMachine(view, machine);
    cpuMilli -= size.cpuMilli;
    memoryBytes -= size.memoryBytes;
    diskBytes -= size.diskBytes;
  }
  for (const key of view.by('virtualMachinesByHost', host.key)) {
    const vm = view.get('VirtualMachine', key);
    memoryBytes -= vm?.memoryBytes ?? 0;
    diskBytes -= vm?.diskBytes ?? 0;
  }
  for (const key of view.by('hostContainersByHost', host.key)) {
    const container = view.get('HostContainer', key);
    // What ended with its host's kernel comes back with it: its memory stays set aside.
    memoryBytes -= container?.memoryBytes ?? 0;
    diskBytes -= container?.diskBytes ?? 0;
  }
  for (const bytes of layersOn(view, host).values()) diskBytes -= bytes;
  return { cpuMilli, memoryBytes, diskBytes };
}

/** Layers that lie on it, and those on their way to it: their room is taken, too. */
export function layersOn(view: View, host: Host): Map<string, number> {
  const layers = new Map(Object.entries(host.layers));
  const coming = new Set<string>();
  for (const key of view.by('hostContainersByHost', host.key)) {
    const container = view.get('HostContainer', key);
    if (container?.state === 'pulling') coming.add(container.digest);
  }
  for (const image of coming) {
    for (const { digest, bytes } of view.get('Image', image)?.layers ?? []) layers.set(digest, bytes);
  }
  return layers;
}

function sizeOfMachine(view: View, { key, joins, diskBytes }: Machine): Room {
  const { cpuMilli, memoryBytes } = joins ?? view.get('Node', key)?.status.capacity ?? { cpuMilli: 0, memoryBytes: 0 };
  return { cpuMilli, memoryBytes, diskBytes };
}

export function howManyFit(room: Room, size: TenantSize): number {
  const byMemory = floorDiv(room.memoryBytes, size.memoryBytes);
  return Math.max(0, Math.min(byMemory, floorDiv(room.diskBytes, size.diskBytes)));
}

/** Where a new node's machine stands best: the most memory left, the first of those by name. */
export function hostFor(view: View, size: Room): string | undefined {
  let best: { readonly key: string; readonly left: number } | undefined;
  for (const key of view.keys('Host')) {
    const host = view.get('Host', key);
    if (host?.power !== 'on') continue;
    const room = roomOn(view, host);
    const fits =
      room.cpuMilli >= size.cpuMilli && room.memoryBytes >= size.memoryBytes && room.diskBytes >= size.diskBytes;
    if (fits && (!best || room.memoryBytes > best.left)) best = { key, left: room.memoryBytes };
  }
  return best?.key;
}
