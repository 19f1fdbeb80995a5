/** The one table of verbs: what humans and autopilots alike ask of the cluster. */
import { z } from 'zod';
import type { DeepReadonly } from '../../base/freeze.ts';
import { admitPod } from './admit-pod.ts';
import { apply } from './apply.ts';
import { autoscale } from './autoscale.ts';
import { drain } from './drain.ts';
import { pauseRollout } from './pause-rollout.ts';
import { restartRollout } from './restart-rollout.ts';
import { createPod } from './create-pod.ts';
import { createJob } from './create-job.ts';
import { addNode } from './add-node.ts';
import { removeNode } from './remove-node.ts';
import { bind } from './bind.ts';
import { build } from './build.ts';
import { collectImages } from './collect-images.ts';
import { collectRegistryGarbage } from './collect-registry-garbage.ts';
import { collect } from './collect.ts';
import { configureKubelet } from './configure-kubelet.ts';
import { cordon } from './cordon.ts';
import { createPods } from './create-pods.ts';
import { createReplicaSet } from './create-replica-set.ts';
import { deleteTag } from './delete-tag.ts';
import { deleteVerb } from './delete.ts';
import { evictForPressure } from './evict-for-pressure.ts';
import { evict } from './evict.ts';
import { killContainer } from './kill-container.ts';
import { labelNode } from './label-node.ts';
import { markNode } from './mark-node.ts';
import { preempt } from './preempt.ts';
import { protectTags } from './protect-tags.ts';
import { publishEndpoints } from './publish-endpoints.ts';
import { pullImage } from './pull-image.ts';
import { putStaticPod } from './put-static-pod.ts';
import { push } from './push.ts';
import { quarantine } from './quarantine.ts';
import { rebootHost } from './reboot-host.ts';
import { rebootVm } from './reboot-vm.ts';
import { removeTenants } from './remove-tenants.ts';
import { runContainer } from './run-container.ts';
import { startVm } from './start-vm.ts';
import { reboot } from './reboot.ts';
import { removePod } from './remove-pod.ts';
import { removeStaticPod } from './remove-static-pod.ts';
import { renewPod } from './renew-pod.ts';
import { repairLink } from './repair-link.ts';
import { reportUnschedulable } from './report-unschedulable.ts';
import { restartKubelet } from './restart-kubelet.ts';
import { restartLogStore } from './restart-log-store.ts';
import { restartProxy } from './restart-proxy.ts';
import { restartRegistry } from './restart-registry.ts';
import { restartRuntime } from './restart-runtime.ts';
import { scaleReplicaSet } from './scale-replica-set.ts';
import { scale } from './scale.ts';
import { setSchedulerPolicy } from './set-scheduler-policy.ts';
import { setAdmissionPolicy } from './set-admission-policy.ts';
import { setImage } from './set-image.ts';
import { sign } from './sign.ts';
import { startContainer } from './start-container.ts';
import { sweepNode } from './sweep-node.ts';
import { stopPod } from './stop-pod.ts';
import { taintNode } from './taint-node.ts';
import { undoRollout } from './undo-rollout.ts';
import { untaintNode } from './untaint-node.ts';
import { restartComponent } from './restart-component.ts';
import { stopComponent } from './stop-component.ts';
import { repairEtcdMember } from './repair-etcd-member.ts';
import { backupEtcd } from './backup-etcd.ts';
import { restoreEtcd } from './restore-etcd.ts';
import { compactEtcd } from './compact-etcd.ts';
import { defragEtcd } from './defrag-etcd.ts';
import { disarmEtcd } from './disarm-etcd.ts';
import { loginRegistry } from './login-registry.ts';
import { limitClient } from './limit-client.ts';

export const VERBS = {
  admitPod,
  apply,
  autoscale,
  drain,
  pauseRollout,
  restartRollout,
  createPod,
  createJob,
  addNode,
  removeNode,
  bind,
  build,
  collect,
  collectImages,
  collectRegistryGarbage,
  configureKubelet,
  cordon,
  createPods,
  createReplicaSet,
  deleteTag,
  delete: deleteVerb,
  evict,
  evictForPressure,
  killContainer,
  labelNode,
  markNode,
  preempt,
  protectTags,
  publishEndpoints,
  pullImage,
  push,
  putStaticPod,
  quarantine,
  reboot,
  rebootHost,
  rebootVm,
  removeTenants,
  removePod,
  removeStaticPod,
  renewPod,
  repairLink,
  reportUnschedulable,
  restartKubelet,
  restartLogStore,
  restartProxy,
  restartRegistry,
  restartRuntime,
  runContainer,
  scaleReplicaSet,
  scale,
  setAdmissionPolicy,
  setImage,
  setSchedulerPolicy,
  sign,
  startContainer,
  startVm,
  stopPod,
  sweepNode,
  taintNode,
  undoRollout,
  untaintNode,
  restartComponent,
  stopComponent,
  repairEtcdMember,
  backupEtcd,
  restoreEtcd,
  compactEtcd,
  defragEtcd,
  disarmEtcd,
  limitClient,
  loginRegistry,
} as const;

export type VerbName = keyof typeof VERBS;
export type VerbOf<Name extends VerbName> = DeepReadonly<z.infer<(typeof VERBS)[Name]['schema']>>;
export type Verb = { [Name in VerbName]: VerbOf<Name> }[VerbName];

type Schemas = { [Name in VerbName]: (typeof VERBS)[Name]['schema'] }[VerbName];
const schemas = Object.values(VERBS).map((definition) => definition.schema) as [Schemas, ...Schemas[]];

export const verbSchema = z.discriminatedUnion('verb', schemas);
