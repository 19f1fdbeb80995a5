/** What a node has, and what of it is taken. */
import { NO_STRAY, type Machine } from '../../api/world/machine.ts';
import type { ImageCache } from '../../api/world/node-store.ts';
import { Store, type View } from '../../store/store.ts';
import { podsUsage, type Line } from './usage.ts';

export interface NodeResource {
  readonly capacity: number;
  readonly used: Line;
}

export interface NodeResources {
  readonly memory: NodeResource;
  readonly disk: NodeResource;
  readonly processes: NodeResource;
}

/** What the kubelet keeps back of a node's memory against its own pressure is nobody's use. Oracle: kubelet.evictionHard. */
const KEPT_BACK_BYTES = 100 * 1024 * 1024;

interface Found {
  readonly revision: number;
  readonly nodeName: string;
  readonly resources: NodeResources | undefined;
}

/** What was last asked of a store: several loops ask the same at the same write. */
const last = new WeakMap<Store, Found>();

/** Undefined for a node without a machine. */
export function resourcesOf(view: View, nodeName: string): NodeResources | undefined {
  if (!(view instanceof Store)) return resourcesIn(view, nodeName);
  const found = last.get(view);
  if (found?.revision === view.revision && found.nodeName === nodeName) return found.resources;
  const resources = resourcesIn(view, nodeName);
  last.set(view, { revision: view.revision, nodeName, resources });
  return resources;
}

function resourcesIn(view: View, nodeName: string): NodeResources | undefined {
  const machine = view.get('Machine', nodeName);
  const size = machine && memoryOf(view, machine);
  if (!size) return undefined;
  const system = Math.max(0, size.reservedMemoryBytes - KEPT_BACK_BYTES);
  const pods = podsUsage(view, nodeName);
  const stray = machine.stray ?? NO_STRAY;
  return {
    memory: { capacity: size.memoryBytes, used: raised(pods.memory, system + stray.memory) },
    disk: { capacity: machine.diskBytes, used: raised(pods.disk, cacheBytes(view, nodeName) + stray.disk) },
    processes: { capacity: machine.maxProcesses, used: raised(pods.processes, stray.processes) },
  };
}

type MemoryOfMachine = Pick<NonNullable<Machine['joins']>, 'memoryBytes' | 'reservedMemoryBytes'>;

/** A machine is as large before its node is known as afterwards. */
function memoryOf(view: View, { key, joins }: Machine): MemoryOfMachine | undefined {
  const status = view.get('Node', key)?.status;
  if (!status) return joins;
  const { memoryBytes } = status.capacity;
  return { memoryBytes, reservedMemoryBytes: memoryBytes - status.allocatable.memoryBytes };
}

const raised = (line: Line, by: number): Line => ({ ...line, atZero: line.atZero + by });

const sums = new WeakMap<ImageCache['layers'], number>();

/** A memo by identity: layers come and go far less often than pods. */
function cacheBytes(view: View, nodeName: string): number {
  const layers = view.get('ImageCache', nodeName)?.layers;
  if (!layers) return 0;
  let bytes = sums.get(layers);
  if (bytes === undefined) {
    bytes = 0;
    for (const digest in layers) bytes += layers[digest]?.bytes ?? 0;
    sums.set(layers, bytes);
  }
  return bytes;
}
