/** Keeps what each quota has in use. */
import { isPodTerminal, type Pod } from '../../../api/pod.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { usedBy } from './quota.ts';

const takes = (pod: Pod | undefined): boolean => pod !== undefined && !isPodTerminal(pod);

export const resourceQuotaReflex = reflex({
  name: 'resource-quota',
  process: inControllerManager,
  keys: (view) => view.keys('ResourceQuota'),
  watches: {
    ResourceQuota: (change) => [change.key],
    Pod: ({ before, after }, view) =>
      takes(before) === takes(after) ? [] : view.by('quotasByNamespace', (after ?? before)?.metadata.namespace ?? ''),
  },
  run: (world, key) => {
    const quota = world.get('ResourceQuota', key);
    if (quota) world.put({ ...quota, status: { used: usedBy(world, quota) } });
  },
});
