/** Names of Services, as their clients find them: asked of CoreDNS, over the proxy, and remembered for a while. */
import { must } from '../../base/assert.ts';
import { floorDiv } from '../../base/integers.ts';
import type { NamePath, NameServer } from '../../api/world/name-server.ts';
import type { Service } from '../../api/service.ts';
import { RULES_IN_TOUCH } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';

/** Source: CoreDNS's kubernetes and cache plugins: ttl 30 in kubeadm's Corefile. */
export const NAME_TTL_TICKS = 30;
/** Source: kubeadm's clusterDomain. */
export const CLUSTER_DOMAIN = 'svc.cluster.local';

export function nameServerOf(view: View): NameServer {
  return must(view.get('NameServer', 'dns'), 'NameServer');
}

const NO_PATH: NamePath = { isReached: false, sinceTick: 0 };

/** How names are found on this node. */
export function pathFrom({ paths }: NameServer, nodeName: string): NamePath {
  return paths[nodeName] ?? paths[RULES_IN_TOUCH] ?? NO_PATH;
}

/** What the name of a Service stands for: its address, `None` for its pods, or another name. */
export function meaningOf({ spec, status }: Service): string {
  return spec.type === 'ExternalName' ? (spec.externalName ?? '') : status.clusterIP;
}

export function fullNameOf(serviceKey: string): string {
  const [namespace = '', name = ''] = serviceKey.split('/');
  return `${name}.${namespace}.${CLUSTER_DOMAIN}`;
}

/**
 * What (an address, mostly) a client takes the name to mean now; null where it knows none. It asks when it begins to answer
 * (`warmTick`), and again whenever what it remembers is too old: when, follows from the clock, and is not written down.
 */
export function resolveName(view: View, nodeName: string, serviceKey: string, warmTick: number): string | null {
  const server = nameServerOf(view);
  const path = pathFrom(server, nodeName);
  const askedTick = path.isReached ? askedAt(path, warmTick, view.tick) : rememberedTick(path, warmTick, view.tick);
  const record = server.records[serviceKey];
  if (askedTick === null || !record) return null;
  // Who found nothing before has asked again since.
  return askedTick >= record.sinceTick ? record.address : (record.before ?? record.address);
}

/** Every tick at which some client may forget what it remembers: an outage, or a name that means something else now. */
export function forgettingTicks({ paths, records }: NameServer): readonly number[] {
  const since = new Set(Object.values(records).map((record) => record.sinceTick));
  for (const { isReached, sinceTick } of Object.values(paths)) if (!isReached) since.add(sinceTick);
  return [...since].flatMap((tick) => Array.from({ length: NAME_TTL_TICKS }, (_, index) => tick + 1 + index));
}

const lastAsked = (warmTick: number, tick: number) =>
  warmTick + NAME_TTL_TICKS * floorDiv(Math.max(0, tick - warmTick), NAME_TTL_TICKS);

/** Who got no answer in an outage asks as soon as it is over. */
function askedAt({ sinceTick }: NamePath, warmTick: number, tick: number): number {
  return Math.max(lastAsked(warmTick, tick), Math.min(sinceTick, tick));
}

/** In an outage: when it was asked last before; null where that is forgotten, or never was. */
function rememberedTick({ sinceTick }: NamePath, warmTick: number, tick: number): number | null {
  if (warmTick > sinceTick) return null;
  const asked = lastAsked(warmTick, sinceTick);
  return tick < asked + NAME_TTL_TICKS ? asked : null;
}
