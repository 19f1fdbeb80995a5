/** Keeps a Deployment's status: nobody has to count by hand. */
import { keyOf } from '../../../api/meta.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import { subject } from '../../../store/change.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { stuckTick } from './progress.ts';
import { deploymentKeyOf, revisionsOf } from './revisions.ts';
import { deploymentStatus } from './status.ts';

export const deploymentStatusReflex = reflex({
  name: 'deployment-status',
  process: inControllerManager,
  keys: (view) => view.keys('Deployment'),
  watches: {
    Deployment: (change) => [change.key],
    ReplicaSet: (change) => {
      const key = deploymentKeyOf(subject(change) as ReplicaSet);
      return key === null ? [] : [key];
    },
  },
  deadlines: {
    Deployment: ({ metadata, spec, status }) => {
      const progressing = status.conditions.find((condition) => condition.type === 'Progressing');
      const tick = stuckTick(progressing, spec.progressDeadlineSeconds);
      return tick === null ? [] : [{ tick, key: keyOf(metadata) }];
    },
  },
  run: (world, key) => {
    const deployment = world.get('Deployment', key);
    if (!deployment) return;
    world.put({ ...deployment, status: deploymentStatus(deployment, revisionsOf(world, deployment), world.tick) });
  },
});
