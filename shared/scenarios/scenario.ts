/** A scenario: a lesson as data. What the town is, what it orders, who comes to visit, and what goes wrong. */
import { z } from 'zod';
import { clusterSettings } from '../api/world/settings.ts';
import { faultType } from '../cluster/faults/catalogue.ts';
import { writtenManifest } from '../cluster/manifests/written-manifest.ts';
import { orderPlaced } from '../commands/environment/order-placed.ts';
import { paceSchema } from '../commands/pace.ts';
import { clusterSetup } from '../session/setup.ts';

const tick = z.int().min(0).max(1_000_000);
const text = z.strictObject({ en: z.string().min(1).max(2000), zh: z.string().min(1).max(2000) });

/** All of the settings but what each session or team has of its own. */
const scenarioSettings = clusterSettings.omit({ seed: true, registryNamespace: true, objectives: true });

const order = orderPlaced.schema.shape.order.extend({
  dueTick: tick,
  manifests: z.array(writtenManifest).min(1).max(16),
});

const demand = z.strictObject({
  /** Service key, `default/teahouse`. */
  service: z.string().max(320),
  /** Visitors a second from each tick on; between two points the demand moves evenly from one to the other. */
  profile: z
    .array(z.tuple([tick, z.int().min(0).max(1_000_000)]))
    .min(1)
    .max(200),
});

/** Where a fault may strike: anywhere it can. */
export const ANY_TARGET = 'any';

const scriptedFault = z.strictObject({
  tick,
  type: faultType,
  /** A name, or `any`: the director draws one of those where it can strike. */
  target: z.string().max(253).default(ANY_TARGET),
});

export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  title: text,
  briefing: text,
  durationTicks: tick.min(1),
  /** Recommended ticks per real second. */
  pace: paceSchema,
  setup: clusterSetup
    .omit({ settings: true })
    .extend({ settings: scenarioSettings.default(scenarioSettings.parse({})) }),
  objectives: clusterSettings.shape.objectives,
  orders: z.array(order).max(64).default([]),
  demand: z.array(demand).max(64).default([]),
  faults: z.array(scriptedFault).max(200).default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** Checks a scenario's data. Throws on what is wrong: scenarios are ours, and a wrong one must not start. */
export function parseScenario(data: unknown): Scenario {
  return scenarioSchema.parse(data);
}
