/** What a kubelet says of its node before it acts against too little of something. */
import type { World } from '../../world.ts';
import { tellOfNode } from '../kubelet-events.ts';
import { SIGNALS } from './signals.ts';
import type { Threshold } from './thresholds.ts';

export function tellOfReclaiming(world: World, nodeName: string, { signal }: Threshold): void {
  const { resource } = SIGNALS[signal];
  tellOfNode(world, nodeName, {
    type: 'Warning',
    reason: 'EvictionThresholdMet',
    message: `Attempting to reclaim ${resource}`,
    details: { name: nodeName, resource },
  });
}
