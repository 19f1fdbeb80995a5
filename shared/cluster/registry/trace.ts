/** "Trace this brick": which villages and pods had a digest, when, and through which pull. Pure. */
import type { ImageRun, PullRecord } from '../../api/world/trace.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { View } from '../../store/store.ts';

export interface Trace {
  readonly digest: string;
  /** Names that point at it now. */
  readonly tags: readonly string[];
  /** In whose image cache it lies now. */
  readonly nodes: readonly string[];
  /** Oldest first. */
  readonly pulls: readonly PullRecord[];
  /** Oldest first. */
  readonly runs: readonly TracedRun[];
}

export interface TracedRun extends ImageRun {
  /** Key of the pull that brought it to that village; null when that is forgotten. */
  readonly pull: string | null;
}

export function traceDigest(view: View, digest: string): Trace {
  const pulls = view.by('pullRecordsByDigest', digest).flatMap((key) => view.get('PullRecord', key) ?? []);
  const runs = view.by('imageRunsByDigest', digest).flatMap((key) => view.get('ImageRun', key) ?? []);
  return {
    digest,
    tags: view.keys('Tag').filter((key) => view.get('Tag', key)?.digest === digest),
    nodes: nodesWith(view, digest),
    pulls,
    runs: runs.map((run) => ({ ...run, pull: pullBefore(pulls, run) })),
  };
}

function nodesWith(view: View, digest: string): readonly string[] {
  const nodes: string[] = [];
  for (const { key, images } of view.list('ImageCache')) {
    if (Object.values(images).some((image) => image.digest === digest)) nodes.push(key);
  }
  return nodes.sort(byCodeUnit);
}

/** The last one that had come to that node when the container began. */
function pullBefore(pulls: readonly PullRecord[], { nodeName, startedTick }: ImageRun): string | null {
  const came = pulls.findLast(
    (pull) =>
      pull.nodeName === nodeName &&
      pull.outcome === 'pulled' &&
      pull.endedTick !== null &&
      pull.endedTick <= startedTick,
  );
  return came?.key ?? null;
}
