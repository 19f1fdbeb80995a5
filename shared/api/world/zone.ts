/** Zone: villages that share their ground, by their labels. What the node lifecycle controller remembers of them. */
export type ZoneState = 'Normal' | 'PartialDisruption' | 'FullDisruption';

export interface Zone {
  readonly kind: 'Zone';
  /** Region and zone as the real controller joins them; empty where a node has neither label. */
  readonly key: string;
  readonly state: ZoneState;
  /** From one node whose pods are told to leave to the next; null while none are. */
  readonly evictionIntervalTicks: number | null;
  /** When a node's pods were last told to leave. */
  readonly lastEvictionTick: number | null;
}

export const ZONE_LABEL = 'topology.kubernetes.io/zone';
const REGION_LABEL = 'topology.kubernetes.io/region';

/** Source: component-helpers/node/topology, GetZoneKey. */
export function zoneKeyOf(labels: Readonly<Record<string, string>>): string {
  const region = labels[REGION_LABEL] ?? '';
  const zone = labels[ZONE_LABEL] ?? '';
  return region === '' && zone === '' ? '' : `${region}:\0:${zone}`;
}
