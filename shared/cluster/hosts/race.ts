/** What a host's tenants come to, counted: how many answer, how soon, how heavy they are, how many more would fit. */
import type { Host, HostContainer, VirtualMachine } from '../../api/world/host.ts';
import type { View } from '../../store/store.ts';
import { howManyFit, roomOn } from './room.ts';
import type { TenantSize } from './sizes.ts';

export interface Tally {
  readonly all: number;
  readonly running: number;
  /** On their way up. */
  readonly coming: number;
  readonly down: number;
  /** The first answer of the first of them; null until then. */
  readonly firstTicks: number | null;
  /** The last of those that have answered; null until then. */
  readonly lastTicks: number | null;
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

export function tallyOf(tenants: readonly (VirtualMachine | HostContainer)[]): Tally {
  const answers = tenants.flatMap(({ firstAnswerTicks }) => (firstAnswerTicks === null ? [] : [firstAnswerTicks]));
  const running = tenants.filter(({ state }) => state === 'running').length;
  const coming = tenants.filter(({ doneTick }) => doneTick !== null).length;
  return {
    all: tenants.length,
    running,
    coming,
    down: tenants.length - running - coming,
    firstTicks: answers.length === 0 ? null : Math.min(...answers),
    lastTicks: answers.length === 0 ? null : Math.max(...answers),
    memoryBytes: tenants.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
    diskBytes: tenants.reduce((sum, { diskBytes }) => sum + diskBytes, 0),
  };
}

export function vmsOn(view: View, host: string): readonly VirtualMachine[] {
  return view.by('virtualMachinesByHost', host).flatMap((key) => view.get('VirtualMachine', key) ?? []);
}

export function containersOn(view: View, host: string): readonly HostContainer[] {
  return view.by('hostContainersByHost', host).flatMap((key) => view.get('HostContainer', key) ?? []);
}

export function moreFit(view: View, host: Host, size: TenantSize): number {
  return howManyFit(roomOn(view, host), size);
}
