/** A process's sight: cut off, late, or well again. What it sees meanwhile is kept object by object. */
import { isApiKind, type ApiKind, type ApiKinds, type Kind } from '../../api/kinds.ts';
import type { Pod } from '../../api/pod.ts';
import { ceilDiv } from '../../base/integers.ts';
import type { Sight } from '../../api/world/sight.ts';
import { referenceTo, type Change } from '../../store/change.ts';
import type { View } from '../../store/store.ts';
import { nodeOfKubelet } from '../processes.ts';
import type { World } from '../world.ts';
import { isCompacted } from './compaction.ts';

/** *Simplified*: a watch that broke is tried again the next tick. */
const RECONNECT_TICKS = 1;
/** Source: client-go's pager, defaultPageSize: a list is read in pages. *Simplified*: one page a tick. */
const LIST_PAGE_OBJECTS = 500;

export function sightOf(view: View, watcher: string): Sight | undefined {
  return view.count('Sight') === 0 ? undefined : view.get('Sight', watcher);
}

export const seenKey = (watcher: string, kind: Kind, key: string): string => `${watcher}|${referenceTo(kind, key)}`;

/** The object's own key. */
export function keyOfSeen(key: string): string {
  return key.slice(key.indexOf('/', key.indexOf('|')) + 1);
}

/** Events nobody acts upon: whoever records one looks it up where it lies. */
export function isWatchable(kind: Kind): kind is Exclude<ApiKind, 'Event'> {
  return isApiKind(kind) && kind !== 'Event';
}

const FURNITURE: ReadonlySet<Kind> = new Set<Kind>(['ConfigMap', 'Secret', 'PersistentVolumeClaim', 'Service']);

/** Whether a process learns of a change through its watch. A kubelet watches what concerns its own node. */
export function isWatched(watcher: string, { kind, key, before, after }: Change): boolean {
  if (!isWatchable(kind)) return false;
  if (watcher === 'scheduler') return kind !== 'Lease';
  const nodeName = nodeOfKubelet(watcher);
  if (nodeName === null) return true;
  if (kind === 'Node') return key === nodeName;
  if (kind !== 'Pod') return FURNITURE.has(kind);
  const [was, is] = [before as Pod | undefined, after as Pod | undefined];
  return was?.spec.nodeName === nodeName || is?.spec.nodeName === nodeName;
}

function presentSight({ tick, revision }: View, watcher: string): Sight {
  const now = { sinceTick: tick, revision, nextNewsTick: null, relists: false, starting: false };
  return { kind: 'Sight', key: watcher, cut: false, lateTicks: 0, ...now };
}

/** From now on it hears nothing. */
export function cutOff(world: World, watcher: string): void {
  const sight = sightOf(world, watcher) ?? presentSight(world, watcher);
  world.put({ ...sight, cut: true, nextNewsTick: null, relists: false });
}

/** It goes on where it stopped, where that history is still kept; else it gets "410 Gone" and lists everything. */
export function reconnect(world: World, watcher: string): void {
  const sight = sightOf(world, watcher);
  if (!sight?.cut) return;
  const relists = isCompacted(world, sight);
  world.put({
    ...sight,
    cut: false,
    relists,
    nextNewsTick: world.tick + RECONNECT_TICKS + (relists ? listTicks(world) : 0),
  });
}

/** From now on its watch brings news in bundles. */
export function makeLate(world: World, watcher: string, lateTicks: number): void {
  const sight = sightOf(world, watcher) ?? presentSight(world, watcher);
  world.put({ ...sight, lateTicks, nextNewsTick: sight.cut ? null : world.tick + lateTicks });
}

/** Its watch is well again, once it is up and has listed everything. */
export function watchAnew(world: World, watcher: string, startTicks: number): void {
  const sight = sightOf(world, watcher) ?? presentSight(world, watcher);
  const nextNewsTick = sight.cut ? null : world.tick + startTicks + listTicks(world);
  world.put({ ...sight, lateTicks: 0, starting: true, nextNewsTick });
}

function listTicks(view: View): number {
  return ceilDiv(view.count('Pod') + view.count('Node'), LIST_PAGE_OBJECTS);
}

/** All that has happened meanwhile is heard at once, as an ordered watch brings it. */
export function hearNews(world: World, sight: Sight): void {
  forgetSeen(world, sight.key);
  const { lateTicks, key } = sight;
  if (lateTicks === 0) world.remove('Sight', key);
  else world.put({ ...presentSight(world, key), lateTicks, nextNewsTick: world.tick + lateTicks });
}

/** The process is no more. */
export function endSight(world: World, watcher: string): void {
  forgetSeen(world, watcher);
  world.remove('Sight', watcher);
}

function forgetSeen(world: World, watcher: string): void {
  for (const key of world.keys('SeenObject')) if (key.startsWith(`${watcher}|`)) world.remove('SeenObject', key);
}

/** Before an object changes for the first time since a process last heard news: as the process goes on seeing it. */
export function noteSeen(world: World, watcher: string, { kind, key, before }: Change): void {
  const seen = seenKey(watcher, kind, key);
  if (world.get('SeenObject', seen)) return;
  world.put({
    kind: 'SeenObject',
    key: seen,
    object: (before as ApiKinds[ApiKind] | undefined) ?? null,
    expected: null,
  });
}
