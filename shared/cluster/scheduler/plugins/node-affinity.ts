/** NodeAffinity: only onto nodes with the labels that the pod's nodeSelector names. */
import { matchesLabels } from '../../../api/meta.ts';
import { refuse, type FilterPlugin } from '../framework.ts';

export const nodeAffinity: FilterPlugin = {
  name: 'NodeAffinity',
  filter: (pod, { node }) =>
    matchesLabels(pod.spec.nodeSelector, node.metadata.labels)
      ? null
      : refuse('UnschedulableAndUnresolvable', "node(s) didn't match Pod's node affinity/selector"),
};
