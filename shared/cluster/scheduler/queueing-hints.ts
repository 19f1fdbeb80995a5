/** Reflex: something happened that may help. Pods set aside which now fit there, or could make room, go back into the queue. */
import { isTerminating, isPodTerminal, type Pod } from '../../api/pod.ts';
import { podRequests } from '../../api/pod-requests.ts';
import { must } from '../../base/assert.ts';
import { isEqual } from '../../base/equal.ts';
import { reflex } from '../loop.ts';
import { inScheduler } from '../processes.ts';
import type { View } from '../../store/store.ts';
import { clusterInfo, hasPodAffinity, nodeInfoNamed } from './cluster-info.ts';
import { isHelpedBy } from './help.ts';
import { requeued } from './queue-entry.ts';

/** Keys beside the names of nodes; no node's name has a star. */
const FOR_ALL = '*';
/** Only for pods that look at where other pods stand. */
const FOR_SOCIABLE = '*sociable';

export const queueingHints = reflex({
  name: 'queueing-hints',
  process: inScheduler,
  watches: {
    Node: ({ key, before, after }, view) => {
      const isSameGround = before !== undefined && after !== undefined && isEqual(labelsOf(before), labelsOf(after));
      const keys = isSameGround && before.spec === after.spec ? [key] : [key, FOR_SOCIABLE];
      // Whom an affine pod keeps away may stand on any node of its topology.
      return !isSameGround && view.by('podsWithAffinity', '').length > 0 ? [...keys, FOR_ALL] : keys;
    },
    Pod: ({ before, after }) => [
      ...(before && holdsRoom(before) && freesRoom(before, after) ? helpedBy(before) : []),
      ...(isSeenByOthers(before, after) ? [FOR_SOCIABLE] : []),
      ...awaitedNoMore(before, after),
    ],
    SchedulerPolicy: () => [FOR_ALL],
    Namespace: () => [FOR_SOCIABLE, FOR_ALL],
  },
  keys: (view) => [...view.keys('Node'), FOR_SOCIABLE, FOR_ALL],
  run: (world, key) => {
    const waiting = waitingFor(world, key);
    if (waiting.length === 0) return;
    const node = nodeInfoNamed(world, key);
    const cluster = clusterInfo(world);
    for (const podKey of waiting) {
      const pod = world.get('Pod', podKey);
      if (!pod || (key === FOR_SOCIABLE && !isSociable(pod))) continue;
      // Whom its nominated node fails may make room on any other.
      const nodes = node && pod.status.nominatedNodeName !== key ? [node] : cluster.nodes;
      if (isHelpedBy(nodes, pod, cluster)) {
        world.put(requeued(must(world.get('QueuedPod', podKey), podKey), world.tick));
      }
    }
  },
});

/** A node that is gone helps only those who were to come there: they may go elsewhere. */
function waitingFor(view: View, key: string): readonly string[] {
  const waiting = view.by('queuedPodsByState', 'unschedulable');
  if (waiting.length === 0 || key === FOR_ALL || key === FOR_SOCIABLE || view.get('Node', key)) return waiting;
  const nominated = view.by('podsByNominatedNode', key);
  return nominated.length === 0 ? nominated : waiting.filter((podKey) => nominated.includes(podKey));
}

const labelsOf = ({ metadata: { labels } }: { readonly metadata: Pod['metadata'] }) => labels;

/** Looks at other pods before it chooses a node. */
function isSociable(pod: Pod): boolean {
  return hasPodAffinity(pod) || pod.spec.topologySpreadConstraints !== undefined;
}

function holdsRoom(pod: Pod): pod is Pod & { readonly spec: { readonly nodeName: string } } {
  return pod.spec.nodeName !== null && !isPodTerminal(pod);
}

function freesRoom(before: Pod, after: Pod | undefined): boolean {
  return !after || !holdsRoom(after) || podRequests(after.spec) !== podRequests(before.spec);
}

function helpedBy(gone: Pod & { readonly spec: { readonly nodeName: string } }): readonly string[] {
  return hasPodAffinity(gone) ? [FOR_ALL] : [gone.spec.nodeName];
}

/** What other pods' affinity and spread look at: where it stands, what it is, whether it goes. */
function isSeenByOthers(before: Pod | undefined, after: Pod | undefined): boolean {
  const [was, is] = [before && holdsRoom(before) ? before : undefined, after && holdsRoom(after) ? after : undefined];
  if (!was || !is) return was !== is;
  return was.metadata.labels !== is.metadata.labels || isTerminating(was) !== isTerminating(is);
}

/** Where room was kept for a pod, and is no longer. */
function awaitedNoMore(before: Pod | undefined, after: Pod | undefined): readonly string[] {
  const node = before?.spec.nodeName === null ? before.status.nominatedNodeName : undefined;
  if (node === undefined) return [];
  return after?.spec.nodeName === null && after.status.nominatedNodeName === node ? [] : [node];
}
