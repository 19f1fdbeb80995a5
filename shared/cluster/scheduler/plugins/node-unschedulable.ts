/** NodeUnschedulable: nobody new into a cordoned village, unless the pod tolerates its sign. */
import { TAINT } from '../../../api/node.ts';
import { isTolerated } from '../../../api/toleration.ts';
import { refuse, type FilterPlugin } from '../framework.ts';

const SIGN = { key: TAINT.unschedulable, value: '', effect: 'NoSchedule' } as const;

export const nodeUnschedulable: FilterPlugin = {
  name: 'NodeUnschedulable',
  isLocal: true,
  preFilter: (pod) => ({
    judge: ({ node }) =>
      node.spec.unschedulable && !isTolerated(pod.spec.tolerations, SIGN)
        ? refuse('UnschedulableAndUnresolvable', 'node(s) were unschedulable')
        : null,
  }),
};
