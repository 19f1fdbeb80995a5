// Work that ends, among a town hall's controllers: when it is given up, and when it is over. The tests say how the pods fare.
import { expect, test } from 'vitest';
import type { Job } from '../../../shared/api/job.ts';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import type { ContainerStatus } from '../../../shared/api/pod.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { aTownHall, pods, report } from '../../support/town-hall.ts';

const container = { name: 'app', image: 'hut:1.0' };
const job = (spec: object = {}, restartPolicy = 'Never') =>
  MANIFESTS.Job.parse({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'work' },
    spec: { template: { spec: { containers: [container], restartPolicy } }, ...spec },
  });

const jobOf = (world: Store): Job => must(world.get('Job', 'default/work'), 'work');
/** What is true of it. */
const told = (world: Store) => jobOf(world).status.conditions.filter(({ status }) => status === 'True');

const restarted = (name: string, restartCount: number): ContainerStatus => ({
  name,
  image: 'hut:1.0',
  imageId: '',
  restartCount,
  ready: false,
  started: false,
  state: { type: 'waiting', reason: 'CrashLoopBackOff', message: '' },
  lastState: null,
});

test.each([
  [2, 0, 1, false],
  [2, 0, 2, true],
  [2, 1, 1, true],
  [2, 2, 0, true],
  [0, 0, 0, false],
  [0, 0, 1, true],
])(
  'JOB-2 with OnFailure and backoffLimit %i, %i restarts of a sidecar and %i of the rest: given up is %s',
  (backoffLimit, sidecar, rest, isOver) => {
    const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ backoffLimit }, 'OnFailure')] });
    tick();
    const pod = report(world, must(pods(world)[0], 'its pod').metadata.name, false);
    const initContainerStatuses = [restarted('mail', sidecar)];
    const containerStatuses = [restarted('app', rest)];
    world.put({ ...pod, status: { ...pod.status, initContainerStatuses, containerStatuses } });
    tick(2);
    expect(told(world).some(({ reason }) => reason === 'BackoffLimitExceeded')).toBe(isOver);
  },
);
