/** Hosts as plots of their own: heavy virtual machines on foundations of their own, containers on the one common ground. */
import {
  houseFrame,
  pullingState,
  thirdOf,
  vmFrame,
  type HostVariant,
  type KernelState,
  type State,
  type VmStage,
} from '../../../assets/art/names.ts';
import type { Host, HostContainer, VirtualMachine } from '../../../shared/api/world/host.ts';
import type { Machine } from '../../../shared/api/world/machine.ts';
import { containersOn, vmsOn } from '../../../shared/cluster/hosts/race.ts';
import type { View } from '../../../shared/store/store.ts';
import { styleOfReference } from './house-style.ts';

export interface Tenant {
  readonly kind: 'VirtualMachine' | 'HostContainer' | 'Machine';
  /** `plot-1/vm-3`, or the node's name. */
  readonly key: string;
  readonly name: string;
  readonly frame: string;
  /** As the plots panel has it; of a machine its power. */
  readonly state: VirtualMachine['state'] | HostContainer['state'];
  /** In tenths of the stage that is under way; null where nothing is. */
  readonly tenths: number | null;
}

export interface HostGround {
  readonly host: string;
  readonly variant: HostVariant;
  readonly kernel: KernelState;
  /** Virtual machines, nodes' machines among them. */
  readonly heavy: readonly Tenant[];
  readonly light: readonly Tenant[];
}

export function hostsOf(view: View): readonly HostGround[] {
  return [...view.list('Host')].map((host) => ({
    host: host.key,
    variant: variantOf(host),
    kernel: kernelOf(host),
    heavy: [
      ...view.by('machinesByHost', host.key).flatMap((key) => {
        const machine = view.get('Machine', key);
        return machine ? [ofMachine(view, machine)] : [];
      }),
      ...vmsOn(view, host.key).map((vm) => ofVm(view, vm)),
    ],
    light: containersOn(view, host.key).map((container) => ofContainer(view, container)),
  }));
}

function variantOf({ power, kernel }: Host): HostVariant {
  if (power !== 'on') return 'host-off';
  return kernel === 'up' ? 'host' : 'host-panicked';
}

function kernelOf({ power, kernel }: Host): KernelState {
  if (power !== 'on') return power === 'booting' ? 'booting' : 'off';
  return kernel;
}

/** How much of what lasts from one tick to another is over, from 0 to 1. */
function shareOf({ tick }: View, fromTick: number, toTick: number | null): number {
  return toTick === null ? 1 : Math.min(1, Math.max(0, (tick - fromTick) / Math.max(1, toTick - fromTick)));
}

const tenthsOf = (share: number, doneTick: number | null): number | null =>
  doneTick === null ? null : Math.floor(share * 10);

function stageOf(state: VirtualMachine['state'], share: number): VmStage {
  return state === 'copying' || state === 'booting' ? `${state}-${thirdOf(share)}` : state;
}

const nameOf = (key: string): string => key.slice(key.indexOf('/') + 1);

function ofVm(view: View, { key, state, sinceTick, doneTick }: VirtualMachine): Tenant {
  const share = shareOf(view, sinceTick, doneTick);
  const frame = vmFrame(stageOf(state, share));
  return { kind: 'VirtualMachine', key, name: nameOf(key), frame, state, tenths: tenthsOf(share, doneTick) };
}

/** A node's machine is a virtual machine, too. */
function ofMachine(view: View, { key, power, powerSinceTick, bootDoneTick }: Machine): Tenant {
  const share = shareOf(view, powerSinceTick, bootDoneTick);
  const state = power === 'on' ? 'running' : power;
  return {
    kind: 'Machine',
    key,
    name: key,
    frame: vmFrame(stageOf(state, share)),
    state,
    tenths: tenthsOf(share, bootDoneTick),
  };
}

function ofContainer(view: View, { key, state, image, sinceTick, doneTick }: HostContainer): Tenant {
  const share = shareOf(view, sinceTick, doneTick);
  const pictures: Readonly<Record<HostContainer['state'], State>> = {
    pulling: pullingState(Math.floor(share * 3), 3),
    starting: 'starting',
    running: 'ready',
    exited: 'notready',
  };
  const frame = houseFrame(styleOfReference(view, image), pictures[state]);
  return { kind: 'HostContainer', key, name: nameOf(key), frame, state, tenths: tenthsOf(share, doneTick) };
}
