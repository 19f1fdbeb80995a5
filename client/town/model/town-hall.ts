/** The town around the villages: gates of services, the warehouse, works and loads on their way. */
import { LOSS_REASONS, type LossReason } from '../../../shared/api/world/network.ts';
import type { View } from '../../../shared/store/store.ts';

export interface Gate {
  readonly key: string;
  readonly name: string;
  readonly servedRps: number;
  readonly lostRps: number;
  readonly losses: readonly (readonly [reason: LossReason, rps: number])[];
  /** What each pod serves, by uid. */
  readonly byPod: Readonly<Record<string, number>>;
}

/** A layer on its way to a node: on the road from one tick to another. */
export interface Load {
  readonly key: string;
  readonly node: string;
  readonly fromTick: number;
  readonly toTick: number;
}

/** A build or push in progress. */
export interface Work {
  readonly key: string;
  readonly reference: string;
  readonly fromTick: number;
  readonly toTick: number;
}

export function gatesOf(view: View): readonly Gate[] {
  return view.keys('Service').map((key) => {
    const traffic = view.get('Traffic', key);
    const losses = LOSS_REASONS.flatMap((reason) => {
      const rps = traffic?.lostRps[reason] ?? 0;
      return rps > 0 ? [[reason, rps] as const] : [];
    });
    return {
      key,
      name: view.get('Service', key)?.metadata.name ?? key,
      servedRps: traffic?.servedRps ?? 0,
      lostRps: losses.reduce((total, [, rps]) => total + rps, 0),
      losses,
      byPod: traffic?.byPod ?? {},
    };
  });
}

export function loadsOf(view: View): readonly Load[] {
  const bytesPerTick = view.get('Settings', 'settings')?.nodeBandwidthBytesPerTick ?? 1;
  return view.keys('ImagePull').flatMap((key) => {
    const pull = view.get('ImagePull', key);
    const layer = pull?.layers[pull.arrived];
    if (!pull || !layer || pull.state !== 'pulling' || pull.layerDoneTick === null) return [];
    const toTick = pull.layerDoneTick;
    const fromTick = toTick - Math.max(1, Math.ceil(layer.bytes / bytesPerTick));
    return [{ key: `${key}#${pull.arrived}`, node: pull.nodeName, fromTick, toTick }];
  });
}

export function worksOf(view: View, kind: 'Build' | 'Push'): readonly Work[] {
  return view.keys(kind).flatMap((key) => {
    const work = view.get(kind, key);
    if (work?.state !== 'running') return [];
    return [{ key, reference: work.reference, fromTick: work.startedTick, toTick: work.doneTick }];
  });
}
