/** How much of a zone is silent, and how fast its nodes are then emptied. Source: pkg/controller/nodelifecycle. */
import { ceilDiv, PPM } from '../../../base/integers.ts';
import { byCodeUnit } from '../../../base/order.ts';
import type { Node } from '../../../api/node.ts';
import { zoneKeyOf, type ZoneState } from '../../../api/world/zone.ts';
import type { View } from '../../../store/store.ts';
import type { World } from '../../world.ts';
import { readyStatus } from './health.ts';
import { evictionTaints, isEvicting } from './taints.ts';

/** What the real controller takes as flags. Rates in nodes per million seconds. */
export interface ZoneRates {
  readonly unhealthyThresholdPpm: number;
  readonly largeClusterThreshold: number;
  readonly evictionRatePpm: number;
  readonly secondaryEvictionRatePpm: number;
}

/** Oracle: node.unhealthyZoneThreshold and the three beside it. */
export const ZONE_RATES: ZoneRates = {
  unhealthyThresholdPpm: 550_000,
  largeClusterThreshold: 50,
  evictionRatePpm: 100_000,
  secondaryEvictionRatePpm: 10_000,
};

/** Fewer silent nodes than this are no disruption of their zone, however small it is. */
const SILENT_NODES_MIN = 3;

export function zoneState(ready: number, notReady: number, { unhealthyThresholdPpm }: ZoneRates): ZoneState {
  if (ready === 0 && notReady > 0) return 'FullDisruption';
  const isUnhealthy = notReady * PPM >= unhealthyThresholdPpm * (ready + notReady);
  return notReady >= SILENT_NODES_MIN && isUnhealthy ? 'PartialDisruption' : 'Normal';
}

/** How many nodes in a million seconds. A small zone in trouble is left alone: its nodes are silent, not dead. */
export function evictionRatePpm(state: ZoneState, nodes: number, rates: ZoneRates): number {
  if (state !== 'PartialDisruption') return rates.evictionRatePpm;
  return nodes > rates.largeClusterThreshold ? rates.secondaryEvictionRatePpm : 0;
}

export function evictionIntervalTicks(state: ZoneState, nodes: number, rates: ZoneRates): number | null {
  const rate = evictionRatePpm(state, nodes, rates);
  return rate === 0 ? null : ceilDiv(PPM, rate);
}

export interface ZoneCount {
  readonly ready: number;
  readonly notReady: number;
}

/** Anything but Ready=True is not ready. */
export function countReady(statuses: readonly (string | undefined)[]): ZoneCount {
  const ready = statuses.filter((status) => status === 'True').length;
  return { ready, notReady: statuses.length - ready };
}

/** A node with this label says nothing about its zone. Source: isNodeExcludedFromDisruptionChecks. */
const EXCLUDED_LABEL = 'node.kubernetes.io/exclude-disruption';

export function isCounted(labels: Readonly<Record<string, string>>): boolean {
  return labels[EXCLUDED_LABEL] === undefined;
}

export function nodesOfZone(view: View, key: string): readonly Node[] {
  return view.by('nodesByZone', key).flatMap((name) => view.get('Node', name) ?? []);
}

/** Every zone is silent: then it is the town hall that hears nothing, and nobody is told to leave. */
export function isTownDark(view: View): boolean {
  for (const { key, state } of view.list('Zone')) {
    if (state !== 'FullDisruption' && countedNodes(nodesOfZone(view, key)).length > 0) return false;
  }
  return view.count('Zone') > 0;
}

/** Nodes of the zone whose pods are to leave and were not told yet, the longest silent first. */
export function waitingNodes(view: View, zoneKey: string): readonly string[] {
  return nodesOfZone(view, zoneKey)
    .filter(({ status, spec }) => evictionTaints(status.conditions).length > 0 && !isEvicting(spec.taints))
    .toSorted((a, b) => silentSince(a) - silentSince(b) || byCodeUnit(a.metadata.name, b.metadata.name))
    .map(({ metadata }) => metadata.name);
}

function silentSince({ status }: Node): number {
  return status.conditions.find(({ type }) => type === 'Ready')?.lastTransitionTick ?? 0;
}

/** From when on the zone's next node may be emptied; null for never, as things stand. */
export function nextEvictionTick(view: View, zoneKey: string): number | null {
  const zone = view.get('Zone', zoneKey);
  if (!zone || zone.evictionIntervalTicks === null) return null;
  return zone.lastEvictionTick === null ? 0 : zone.lastEvictionTick + zone.evictionIntervalTicks;
}

/** Its turn among those that wait. A node that is being emptied already only changes its sign. */
export function mayEvict(view: View, node: Node): boolean {
  if (isTownDark(view)) return false;
  if (isEvicting(node.spec.taints)) return true;
  const key = zoneKeyOf(node.metadata.labels);
  const tick = nextEvictionTick(view, key);
  return tick !== null && tick <= view.tick && waitingNodes(view, key)[0] === node.metadata.name;
}

/** A node's pods were told to leave: the next one waits. */
export function noteEviction(world: World, node: Node): void {
  const zone = world.get('Zone', zoneKeyOf(node.metadata.labels));
  if (zone) world.put({ ...zone, lastEvictionTick: world.tick });
}

export function countedNodes(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter(({ metadata }) => isCounted(metadata.labels));
}

export function zoneStatuses(nodes: readonly Node[]): readonly (string | undefined)[] {
  return nodes.map(readyStatus);
}
