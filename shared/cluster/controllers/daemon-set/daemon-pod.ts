/** The pod that a DaemonSet lacks on a node. */
import type { DaemonSet } from '../../../api/daemon-set.ts';
import { HOSTNAME_LABEL } from '../../../api/node.ts';
import type { PodSpec } from '../../../api/pod.ts';
import { REVISION_HASH_LABEL } from '../../../api/stateful-set.ts';
import { failure, notFound, type Status } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import type { PlannedPod } from '../workloads/owned-pod.ts';
import { podsByNode, revisionHash, tolerationsOf, wantsNode } from './daemon-pods.ts';
import { lacksPod, surgeNodes } from './surge.ts';

/** The scheduler binds it, but to this node only. *Simplified*: by the node's name label, not by a field. */
function specFor(set: DaemonSet, nodeName: string): PodSpec {
  const { spec } = set.spec.template;
  return {
    ...spec,
    tolerations: tolerationsOf(set),
    nodeSelector: { ...spec.nodeSelector, [HOSTNAME_LABEL]: nodeName },
  };
}

export function daemonPod(view: View, key: string, nodeName: string): PlannedPod | Status {
  const owner = view.get('DaemonSet', key);
  if (!owner) return notFound('DaemonSet', key);
  const node = view.get('Node', nodeName);
  if (!node) return notFound('nodes', nodeName);
  const details = { name: owner.metadata.name, node: nodeName };
  if (wantsNode(owner, node) !== 'run') {
    const message = `daemonset "${owner.metadata.name}" does not run on node "${nodeName}"`;
    return failure('BadRequest', 'daemonNotWanted', message, details);
  }
  const isTaken = !lacksPod(owner, podsByNode(view, owner).get(nodeName) ?? []);
  if (isTaken && !surgeNodes(view, owner).includes(nodeName)) {
    const message = `daemonset "${owner.metadata.name}" has a pod on node "${nodeName}"`;
    return failure('AlreadyExists', 'daemonPresent', message, details);
  }
  const { annotations, ...written } = owner.spec.template.metadata;
  const labels = { ...written.labels, [REVISION_HASH_LABEL]: revisionHash(owner) };
  return { owner, name: null, labels, annotations, spec: specFor(owner, nodeName), source: 'daemonset-controller' };
}
