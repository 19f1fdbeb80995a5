/** Server to client: a cluster's whole state at one point of its log. */
import { z } from 'zod';
import type { OutageStory } from '../cluster/causes/outage-story.ts';
import { CauseLog, type CauseFrame } from '../store/cause-log.ts';
import { frameFromJson, frameToJson, type FrameJson } from '../store/snapshot.ts';
import { Simulation } from '../session/simulation.ts';

export const snapshotMessage = z.strictObject({
  cluster: z.string(),
  sequence: z.int(),
  hash: z.string(),
  /** Gzipped JSON of frame, causes and stories. */
  data: z.instanceof(Uint8Array),
});
export type SnapshotMessage = z.infer<typeof snapshotMessage>;

/** A client needs the recent causes only. */
const CAUSES_SENT = 1000;

export function encodeSnapshot(simulation: Simulation): string {
  const causes = simulation.store.causes.frame();
  const recent: CauseFrame = { ...causes, nodes: causes.nodes.slice(-CAUSES_SENT) };
  const stories = [...(simulation.chronicle?.stories.values() ?? [])];
  return JSON.stringify({ frame: frameToJson(simulation.frame()), causes: recent, stories });
}

export function decodeSnapshot(text: string): Simulation {
  const { frame, causes, stories } = JSON.parse(text) as {
    frame: FrameJson;
    causes: CauseFrame;
    stories: readonly OutageStory[];
  };
  return Simulation.open(frameFromJson(frame), CauseLog.from(causes), stories);
}
