/** Keeps what each quota has in use. Keys: namespaces. */
import type { Pod } from '../../../api/pod.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { isCharged, quotasOf, releaseTick, usedBy } from './quota.ts';

const takes = (pod: Pod | undefined, tick: number): boolean => pod !== undefined && isCharged(pod, tick);

/** Of what scopes look at, all that changes in a pod that stands. */
const deadlineOf = (pod: Pod | undefined): number | undefined => pod?.spec.activeDeadlineSeconds;

const namespaceIn = (key: string): string => key.slice(0, key.indexOf('/'));

export const resourceQuotaReflex = reflex({
  name: 'resource-quota',
  process: inControllerManager,
  keys: (view) => new Set(view.keys('ResourceQuota').map(namespaceIn)),
  watches: {
    ResourceQuota: ({ key }) => [namespaceIn(key)],
    Pod: ({ key, before, after }, { tick }) =>
      takes(before, tick) === takes(after, tick) && deadlineOf(before) === deadlineOf(after) ? [] : [namespaceIn(key)],
  },
  deadlines: {
    // Whatever quotas there are by then.
    Pod: (pod) => {
      const tick = releaseTick(pod);
      return tick === null ? [] : [{ tick, key: pod.metadata.namespace }];
    },
  },
  run: (world, namespace) => {
    for (const quota of quotasOf(world, namespace)) world.put({ ...quota, status: { used: usedBy(world, quota) } });
  },
});
