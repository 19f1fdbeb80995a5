/** A node as a village: what the control plane believes of it, and what is true of its machine. */
import type { PlotVariant } from '../../../assets/art/names.ts';
import { isNodeReady, type Node } from '../../../shared/api/node.ts';
import type { View } from '../../../shared/store/store.ts';
import { isAbnormal, type House } from './houses.ts';

export interface Village {
  readonly node: string;
  readonly variant: PlotVariant;
  /** A storm: the API server has not heard of it for too long. */
  readonly isReady: boolean;
  readonly isCordoned: boolean;
  readonly hasPressure: boolean;
  readonly power: 'on' | 'off' | 'booting';
  /** The road to the town hall. Visitors have others. */
  readonly isCut: boolean;
  readonly images: number;
  readonly renewTick: number;
  readonly houses: number;
  readonly readyHouses: number;
  readonly abnormalHouses: number;
}

const hasPressure = ({ status }: Node): boolean =>
  status.conditions.some(({ type, status: is }) => type !== 'Ready' && is === 'True');

function variantOf(village: Pick<Village, 'power' | 'isReady' | 'isCordoned' | 'hasPressure'>): PlotVariant {
  if (village.power !== 'on' || !village.isReady) return 'notready';
  if (village.isCordoned) return 'cordoned';
  return village.hasPressure ? 'pressure' : 'normal';
}

export function villageOf(view: View, node: Node, houses: readonly House[]): Village {
  const { name } = node.metadata;
  const machine = view.get('Machine', name);
  const state = {
    isReady: isNodeReady(node),
    isCordoned: node.spec.unschedulable,
    hasPressure: hasPressure(node),
    power: machine?.power ?? 'on',
  } as const;
  return {
    node: name,
    ...state,
    variant: variantOf(state),
    isCut: machine?.link === 'cut',
    images: new Set(Object.values(view.get('ImageCache', name)?.images ?? {}).map(({ digest }) => digest)).size,
    renewTick: view.get('Lease', `kube-node-lease/${name}`)?.spec.renewTick ?? 0,
    houses: houses.length,
    readyHouses: houses.filter((house) => house.state === 'ready' && !house.isDark).length,
    abnormalHouses: houses.filter(isAbnormal).length,
  };
}
