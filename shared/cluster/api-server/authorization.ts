/** Who may do what: one table, role x verb, asked before every verb of every actor. */
import { failure, type Status } from '../../api/status.ts';
import type { Role } from '../../api/world/seat.ts';
import type { View } from '../../store/store.ts';
import type { Actor } from '../actor.ts';
import type { ComponentName } from '../loop.ts';
import type { VerbName } from '../verbs/table.ts';

const KUBELET: readonly VerbName[] = [
  'admitPod',
  'pullImage',
  'startContainer',
  'killContainer',
  'stopPod',
  'removePod',
  'renewPod',
  'restartRuntime',
  'restartProxy',
  'collectImages',
  'evictForPressure',
  'reboot',
  'repairLink',
  'sweepNode',
  'restartKubelet',
  'putStaticPod',
  'removeStaticPod',
  'configureKubelet',
];
const STEWARD: readonly VerbName[] = [
  'addNode',
  'removeNode',
  'createPod',
  'createJob',
  'autoscale',
  'drain',
  'createReplicaSet',
  'scaleReplicaSet',
  'createPods',
  'delete',
  'markNode',
  'taintNode',
  'untaintNode',
  'labelNode',
  'evict',
  'publishEndpoints',
  'collect',
  'cordon',
  'setAdmissionPolicy',
  'restartComponent',
  'repairEtcdMember',
  'backupEtcd',
  'restoreEtcd',
  'compactEtcd',
  'defragEtcd',
  'disarmEtcd',
  'limitClient',
];
const BUILDER: readonly VerbName[] = [
  'pauseRollout',
  'restartRollout',
  'build',
  'push',
  'restartRegistry',
  'loginRegistry',
  'restartLogStore',
  'sign',
  'quarantine',
  'protectTags',
  'deleteTag',
  'collectRegistryGarbage',
  'apply',
  'scale',
  'setImage',
  'undoRollout',
  'delete',
  'startVm',
  'runContainer',
  'removeTenants',
  'rebootHost',
  'rebootVm',
];
const SCHEDULER: readonly VerbName[] = ['bind', 'reportUnschedulable', 'preempt'];

export const ROLE_VERBS: Readonly<Record<Role, readonly VerbName[]>> = {
  // Closing a village for new houses is the dispatcher's word too.
  scheduler: [...SCHEDULER, 'cordon', 'setSchedulerPolicy', 'restartComponent'],
  'controller-manager': STEWARD,
  kubelet: KUBELET,
  builder: BUILDER,
  teacher: [
    ...new Set([
      ...SCHEDULER,
      'setSchedulerPolicy' as const,
      'stopComponent' as const,
      ...STEWARD,
      ...KUBELET,
      ...BUILDER,
    ]),
  ],
};

const COMPONENT_VERBS: Readonly<Record<ComponentName, readonly VerbName[]>> = {
  scheduler: SCHEDULER,
  'deployment-controller': ['createReplicaSet', 'scaleReplicaSet', 'delete'],
  'replicaset-controller': ['createPods', 'delete'],
  'node-lifecycle-controller': ['markNode', 'taintNode', 'untaintNode', 'evict', 'delete'],
  'horizontal-pod-autoscaler': ['autoscale'],
  drain: ['evict'],
  'statefulset-controller': ['createPod', 'delete'],
  'daemonset-controller': ['createPod', 'delete'],
  'job-controller': ['createPod', 'delete'],
  'cronjob-controller': ['createJob', 'delete'],
  'ttl-after-finished-controller': ['delete'],
  'namespace-controller': ['delete', 'collect'],
  'endpoints-controller': ['publishEndpoints'],
  'garbage-collector': ['collect'],
  kubelet: KUBELET,
  pipeline: BUILDER,
};

/** Which roles a player has now: builder always, and those of the seats held. */
export function rolesOf(view: View, actor: Actor): readonly Role[] {
  if (actor.type === 'teacher') return ['teacher'];
  if (actor.type === 'component') return [];
  const seats = view.by('seatsByHolder', actor.id).map((key) => view.get('Seat', key)?.role);
  return [...new Set<Role>(['builder', ...seats.filter((role) => role !== undefined)])];
}

/** Kubelets act on their own node only, as the NodeRestriction admission plugin demands. */
export function holdsNode(view: View, actor: Actor, nodeName: string): boolean {
  if (actor.type === 'teacher') return true;
  if (actor.type === 'component') return actor.nodeName === undefined || actor.nodeName === nodeName;
  return view.get('Seat', `kubelet/${nodeName}`)?.holder === actor.id;
}

export function authorize(view: View, actor: Actor, verb: VerbName, nodeName: string | undefined): Status | null {
  const roles = rolesOf(view, actor);
  const allowed =
    actor.type === 'component'
      ? COMPONENT_VERBS[actor.name].includes(verb)
      : roles.some((role) => ROLE_VERBS[role].includes(verb));
  const who =
    actor.type === 'component' ? `system:${actor.name}` : actor.type === 'teacher' ? 'teacher' : roles.join(',');
  if (!allowed) {
    return failure('Forbidden', 'roleMayNot', `User "${who}" cannot ${verb}`, { verb, roles: roles.join(', ') });
  }
  const isKubeletVerb = KUBELET.includes(verb);
  if (isKubeletVerb && nodeName !== undefined && !holdsNode(view, actor, nodeName)) {
    return failure('Forbidden', 'notYourNode', `node restriction: "${nodeName}" is not a node of user "${who}"`, {
      node: nodeName,
    });
  }
  return null;
}
