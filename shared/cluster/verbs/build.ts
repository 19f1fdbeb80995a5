/** build: carries stone and cuts wood as the blueprint says; makes an image in the backpack. */
import { z } from 'zod';
import { failure, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { actorName } from '../actor-name.ts';
import { refusalOf } from '../build/dockerfile/problem.ts';
import { materialsOf } from '../build/materials.ts';
import { planBuild } from '../build/plan.ts';
import { isRegistryAvailable } from '../registry/availability.ts';
import { normaliseReference, parseReference } from '../registry/reference.ts';
import { defineVerb } from './verb.ts';

/** At the same time. */
const MOST_BUILDS = 8;
/** Names in one backpack. */
const MOST_LOCAL_TAGS = 200;

export const build = defineVerb({
  door: 'machine',
  schema: z.strictObject({
    verb: z.literal('build'),
    dockerfile: z.string().min(1).max(16384),
    reference: z.string().min(1).max(255),
    /** The context's .dockerignore. */
    dockerignore: z.string().max(4096).optional(),
    /** As `--build-arg` gives them. */
    buildArgs: z.record(z.string().max(100), z.string().max(1000)).optional(),
    /** As `--target` names it. */
    target: z.string().max(100).optional(),
    /** As `--no-cache` asks for it. */
    noCache: z.boolean().optional(),
  }),
  apply: (world, { dockerfile, reference: text, dockerignore, buildArgs, target, noCache }, actor) => {
    const reference = normaliseReference(text);
    if (reference === null || parseReference(text)?.digest !== null) {
      return failure('Invalid', 'tagInvalid', `invalid tag "${text}": invalid reference format`, { reference: text });
    }
    const refusal = checkRoom(world, reference);
    if (refusal) return refusal;
    const plan = planBuild(dockerfile, materialsOf(world, { dockerignore, buildArgs, target, noCache }));
    if ('errors' in plan) return refusalOf(plan.errors);
    if (plan.needsRegistry && !isRegistryAvailable(world)) {
      return failure(
        'ServiceUnavailable',
        'registryDown',
        'failed to resolve source metadata: 503 Service Unavailable',
        {},
      );
    }
    const { steps, image, ticks } = plan;
    world.put({
      kind: 'Build',
      key: `${reference}@${world.tick}`,
      by: actorName(actor),
      dockerfile,
      reference,
      steps,
      startedTick: world.tick,
      doneTick: world.tick + ticks,
      state: 'running',
      digest: image.key,
      image,
    });
    return null;
  },
});

function checkRoom(view: View, reference: string): Status | null {
  const running = [...view.list('Build')].filter(({ state }) => state === 'running');
  if (running.some((other) => other.reference === reference)) {
    return failure('Conflict', 'alreadyBuilding', `a build of ${reference} is running`, { reference });
  }
  if (running.length >= MOST_BUILDS) {
    return failure('TooManyRequests', 'tooManyBuilds', `${running.length} builds are running`, { most: MOST_BUILDS });
  }
  if (!view.get('LocalTag', reference) && view.count('LocalTag') >= MOST_LOCAL_TAGS) {
    return failure('TooManyRequests', 'backpackFull', 'no space left on device', { most: MOST_LOCAL_TAGS });
  }
  return null;
}
