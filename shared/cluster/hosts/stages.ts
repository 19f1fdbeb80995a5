/** How a tenant comes up, stage by stage, and how it is thrown back. Pure: each answers with the tenant as it is then. */
import { must } from '../../base/assert.ts';
import { ceilDiv } from '../../base/integers.ts';
import type { Host, HostContainer, VirtualMachine } from '../../api/world/host.ts';
import type { Image } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { settingsOf } from '../world.ts';
import { COPY_TICKS, CREATE_TICKS } from './sizes.ts';

function startTicks(view: View, digest: string): number {
  return Math.max(1, must(view.get('Image', digest), digest).config.program.startTicks);
}

function firstAnswer({ firstAnswerTicks, orderedTick }: VirtualMachine | HostContainer, tick: number): number {
  return firstAnswerTicks ?? tick - orderedTick;
}

export function copiedTick(view: View): number {
  return view.tick + COPY_TICKS;
}

/** Its kernel boots, its services start: as long as a node's. */
export function bootVm(view: View, vm: VirtualMachine): VirtualMachine {
  return { ...vm, state: 'booting', sinceTick: view.tick, doneTick: view.tick + settingsOf(view).bootTicks };
}

export function nextOfVm(view: View, vm: VirtualMachine): VirtualMachine {
  if (vm.state === 'copying') return bootVm(view, vm);
  if (vm.state === 'booting') {
    return { ...vm, state: 'starting', sinceTick: view.tick, doneTick: view.tick + startTicks(view, vm.digest) };
  }
  const firstAnswerTicks = firstAnswer(vm, view.tick);
  return { ...vm, state: 'running', sinceTick: view.tick, doneTick: null, firstAnswerTicks };
}

/** When the same image, which is on its way for others, is here; undefined where it is not. */
export function sharedPullTick(view: View, host: Host, image: Image): number | undefined {
  const ticks = view.by('hostContainersByHost', host.key).flatMap((key) => {
    const other = view.get('HostContainer', key);
    return other?.state === 'pulling' && other.digest === image.key ? [other.doneTick ?? view.tick] : [];
  });
  return ticks.length === 0 ? undefined : Math.min(...ticks);
}

/** When these layers, fetched for this host alone, are here. */
export function pulledTick(view: View, missing: Image['layers']): number {
  const bytes = missing.reduce((sum, layer) => sum + layer.bytes, 0);
  return view.tick + ceilDiv(bytes, settingsOf(view).nodeBandwidthBytesPerTick);
}

/** Made, and its program started; those behind it in the daemon's queue wait for their turn. */
export function startContainer(view: View, container: HostContainer, queueTicks: number): HostContainer {
  const doneTick = view.tick + queueTicks + CREATE_TICKS + startTicks(view, container.digest);
  return { ...container, state: 'starting', sinceTick: view.tick, doneTick };
}

export function answering(view: View, container: HostContainer): HostContainer {
  const firstAnswerTicks = firstAnswer(container, view.tick);
  return { ...container, state: 'running', sinceTick: view.tick, doneTick: null, firstAnswerTicks };
}

export function ended(view: View, container: HostContainer): HostContainer {
  return container.state === 'exited'
    ? container
    : { ...container, state: 'exited', sinceTick: view.tick, doneTick: null };
}
