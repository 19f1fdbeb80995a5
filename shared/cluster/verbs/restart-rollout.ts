/** restartRollout: the same plan once more, with all houses new. Source: kubectl, polymorphichelpers/objectrestarter.go. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

/** When somebody last asked for it: a change of the template, and nothing else. */
export const RESTARTED_AT_ANNOTATION = 'kubectl.kubernetes.io/restartedAt';

export const restartRollout = defineVerb({
  schema: z.strictObject({
    verb: z.literal('restartRollout'),
    kind: z.enum(['Deployment', 'StatefulSet', 'DaemonSet']),
    key: objectKey,
  }),
  apply: (world, { kind, key }) => {
    const workload = world.get(kind, key);
    if (!workload) return notFound(kind, key);
    const { name } = workload.metadata;
    if (workload.kind === 'Deployment' && workload.spec.paused) {
      return failure('BadRequest', 'restartPaused', "can't restart paused deployment (run rollout resume first)", {
        name,
      });
    }
    const { template } = workload.spec;
    const restartedAt = String(world.tick);
    if (template.metadata.annotations?.[RESTARTED_AT_ANNOTATION] === restartedAt) {
      const message =
        'if restart has already been triggered within the past second, please wait before attempting to trigger another';
      return failure('BadRequest', 'alreadyRestarted', message, { kind, name });
    }
    const annotations = { ...template.metadata.annotations, [RESTARTED_AT_ANNOTATION]: restartedAt };
    const renewed = { ...template, metadata: { ...template.metadata, annotations } };
    updateObject(world, { ...workload, spec: { ...workload.spec, template: renewed } } as typeof workload);
    return null;
  },
});
