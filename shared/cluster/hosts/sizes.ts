/** What a tenant costs its host, as a virtual machine and as a container. Figures: SPEC.md, VM-2 and VM-3. */
import type { Image } from '../../api/world/image.ts';
import { ceilDiv, MIB } from '../../base/integers.ts';

/** What the host's own system keeps for itself. Ours: as the villages of our scenarios. */
export const HOST_SYSTEM_BYTES = 512 * MIB;
/** What an installed server system takes of a disk. Rounded: cloud images of Debian and Ubuntu unpack to 2 to 2.5 GiB. */
export const OS_DISK_BYTES = 2048 * MIB;
/** Memory of a guest system with its own kernel and services. Ours: what a small cloud machine is sold with. */
const OS_MEMORY_BYTES = 1024 * MIB;
/** What the hypervisor itself keeps for each machine. Rounded: QEMU's own overhead. */
const HYPERVISOR_BYTES = 128 * MIB;
/** A host copies a disk image at this rate. Ours: a plain SSD, read and written. */
const COPY_BYTES_PER_TICK = 200 * MIB;
/** What fences a process in: its shim and its namespaces. Rounded. */
const FENCE_BYTES = 1 * MIB;
/** Its own thin layer, before anything is written into it. Ours. */
const THIN_LAYER_BYTES = 64 * 1024;
/** Containers that a host's daemon makes in a second. Ours: several, and not all at once. */
export const CONTAINERS_PER_TICK = 10;
/** From an image that is there to the first instruction. As RUNTIME-10. */
export const CREATE_TICKS = 1;

export const COPY_TICKS = ceilDiv(OS_DISK_BYTES, COPY_BYTES_PER_TICK);

export interface TenantSize {
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

export function imageBytes({ layers }: Pick<Image, 'layers'>): number {
  return layers.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A virtual machine has all of it for itself: system, kernel, and a copy of the program. */
export function sizeOfVm(image: Image): TenantSize {
  const { memoryBytes } = image.config.program;
  return {
    memoryBytes: OS_MEMORY_BYTES + HYPERVISOR_BYTES + memoryBytes,
    diskBytes: OS_DISK_BYTES + imageBytes(image),
  };
}

/** A container brings its process. Kernel and layers it shares. */
export function sizeOfContainer(image: Image): TenantSize {
  return { memoryBytes: FENCE_BYTES + image.config.program.memoryBytes, diskBytes: THIN_LAYER_BYTES };
}
