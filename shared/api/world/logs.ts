/** Logs: what containers say, where it lies on their node, and what a collector has carried away from there. */

export interface LogLine {
  readonly tick: number;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** Bytes that the run had written before this line: tells which of its files it is in. */
  readonly offset: number;
}

/** What one run of a container has written. Requests write a line each; only samples of them are kept as text. */
export interface LogRun {
  readonly startedTick: number;
  readonly endedTick: number | null;
  /** Its program has said that it answers. */
  readonly isListening: boolean;
  /** Requests a second as they were last sampled; they hold from `sinceTick` on. */
  readonly served: number;
  readonly failed: number;
  /** Bytes a tick that its program writes without being asked, until it ends. */
  readonly chatter: number;
  /** Written up to `sinceTick`. */
  readonly bytes: number;
  readonly sinceTick: number;
  readonly lines: readonly LogLine[];
}

/** A pod's log files on its node. They go when the pod leaves the node. */
export interface PodLog {
  readonly kind: 'PodLog';
  /** Uid of the pod. */
  readonly key: string;
  readonly podKey: string;
  readonly nodeName: string;
  /** By container. */
  readonly containers: Readonly<Record<string, { readonly current: LogRun; readonly previous: LogRun | null }>>;
}

/** A line on its way to the log store, with what is known of its pod. */
export interface CollectedLine {
  readonly tick: number;
  readonly podKey: string;
  readonly container: string;
  readonly stream: LogLine['stream'];
  readonly text: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The run of a container that stands and does nothing: only another run does. */
export interface StuckRun {
  readonly podUid: string;
  readonly startedTick: number;
}

/**
 * A node's collector: what its Fluentd pod keeps on the node's disk, position and buffer, so that the next pod goes on
 * where the one before it stopped.
 */
export interface LogCollector {
  readonly kind: 'LogCollector';
  /** Node name. */
  readonly key: string;
  /** Whether a Fluentd pod reads here now; `never` where none has so far. */
  readonly state: 'running' | 'down' | 'never';
  readonly sinceTick: number;
  readonly stuck: StuckRun | null;
  /** Read, and not stored yet. */
  readonly buffer: readonly CollectedLine[];
  /** Lines that the buffer had no room for since the last chunk. */
  readonly droppedLines: number;
  /** Since when nothing was read before the next chunk; null where nothing was missed. */
  readonly gapFromTick: number | null;
  /** When the buffer is sent; null while it is empty or nobody can be reached. */
  readonly flushTick: number | null;
}

/** Where chunks are kept and asked for. It stands beside the town hall. */
export interface LogStore {
  readonly kind: 'LogStore';
  readonly key: 'log-store';
  readonly available: boolean;
  readonly sinceTick: number;
  /** When a restart that is under way ends; null when none is. */
  readonly startDoneTick: number | null;
}

/** A chunk in the log store. */
export interface LogChunk {
  readonly kind: 'LogChunk';
  /** `node@tick`. */
  readonly key: string;
  readonly nodeName: string;
  readonly storedTick: number;
  readonly lines: readonly CollectedLine[];
  readonly droppedLines: number;
  /** From this tick on nothing was read, for a while; null where nothing was missed. */
  readonly gapFromTick: number | null;
  /** When somebody read again. */
  readonly gapToTick: number | null;
}
