/**
 * Static pods: a kubelet runs them from files on its own disk. What the API server shows of one is a mirror: whoever
 * deletes it deletes a picture, and the kubelet hangs it up again.
 */
import { hashText } from '../../base/hash.ts';
import { keyOf } from '../../api/meta.ts';
import type { Node } from '../../api/node.ts';
import { isTerminating, MIRROR_ANNOTATION, type PodSpec, type Toleration } from '../../api/pod.ts';
import { isKubeletUp, isManaged, type StaticPod } from '../../api/world/machine.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import { newMeta, ownerReference } from '../api-server/objects.ts';
import { createPod } from '../api-server/pods.ts';
import { defaultPodSpec } from '../api-server/pod-defaults.ts';
import { reflex } from '../loop.ts';
import { inKubelet } from '../processes.ts';
import { newContainers } from '../runtime/container-states.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import { freeAddress } from './admission.ts';

const PREFIX = 'static-';
/** No sign sends one off, for nobody but its kubelet could. Source: pkg/kubelet/config/common.go, applyDefaults. */
const STAYS: Toleration = { operator: 'Exists', value: '', effect: 'NoExecute' };
/** *Simplified*: their files name no other one. */
export const NAMESPACE = 'default';

/** It and its mirror have one uid, which follows from where it lies and what is written there. */
export const uidOf = (nodeName: string, { name, labels, spec }: StaticPod): string =>
  PREFIX +
  hashText(`${nodeName}/${name} ${JSON.stringify([labels, spec])}`)
    .toString(16)
    .padStart(8, '0');

export function isStatic({ key }: Pick<Sandbox, 'key'>): boolean {
  return key.startsWith(PREFIX);
}

export const staticPods = reflex({
  name: 'static-pods',
  process: inKubelet,
  watches: {
    Machine: (change) => [change.key],
    Sandbox: ({ before, after }) => (before && !after && isStatic(before) ? [before.nodeName] : []),
  },
  keys: (view) => view.keys('Machine'),
  run: (world, nodeName) => {
    const machine = world.get('Machine', nodeName);
    if (!isKubeletUp(machine)) return;
    // What is only drafted stands in no index yet: each address is remembered until the next.
    const given = new Set<string>();
    for (const pod of machine?.staticPods ?? []) admit(world, nodeName, pod, given);
  },
});

export const mirrorPods = reflex({
  name: 'mirror-pods',
  process: inKubelet,
  asksApiServer: true,
  watches: {
    Machine: (change) => [change.key],
    Node: ({ key, before }) => (before ? [] : [key]),
    Pod: ({ key, before, after }, view) => {
      const pod = after ?? before;
      const isMirror = pod !== undefined && pod.metadata.uid.startsWith(PREFIX);
      if (isMirror) return pod.spec.nodeName === null ? [] : [pod.spec.nodeName];
      // Another one bore the name of a mirror, and is gone.
      return after ? [] : machinesNamedIn(view, key);
    },
  },
  keys: (view) => view.keys('Machine'),
  run: (world, nodeName) => {
    const machine = world.get('Machine', nodeName);
    const node = world.get('Node', nodeName);
    if (!isManaged(machine) || !node) return;
    for (const pod of machine?.staticPods ?? []) mirror(world, node, pod);
  },
});

const staticSpec = ({ spec }: StaticPod, nodeName: string): PodSpec => ({
  ...spec,
  nodeName,
  tolerations: [...spec.tolerations, STAYS],
});

/** Machines whose mirrors' names end as this key does. */
function machinesNamedIn(view: View, key: string): readonly string[] {
  const parts = key.split('-');
  const ends = parts.map((_part, index) => parts.slice(index).join('-'));
  return ends.filter((end) => view.get('Machine', end)?.staticPods !== undefined);
}

export const mirrorName = (nodeName: string, { name }: StaticPod) => ({
  namespace: NAMESPACE,
  name: `${name}-${nodeName}`,
});

function admit(world: World, nodeName: string, pod: StaticPod, given: Set<string>): void {
  const key = uidOf(nodeName, pod);
  const node = world.get('Node', nodeName);
  const podKey = keyOf(mirrorName(nodeName, pod));
  // Another text under the same name waits until the one before has ended.
  if (!node || world.by('sandboxesByPod', podKey).some((uid) => isStatic({ key: uid }))) return;
  const spec = defaultPodSpec(staticSpec(pod, nodeName));
  const address = freeAddress(world, node, given);
  given.add(address);
  world.put({
    kind: 'Sandbox',
    key,
    podKey,
    nodeName,
    spec,
    address,
    createdTick: world.tick,
    ready: true,
    attempt: 0,
    restartingAll: false,
    containers: newContainers(spec),
    killTick: null,
    sentOff: null,
  });
}

function mirror(world: World, node: Node, pod: StaticPod): void {
  const nodeName = node.metadata.name;
  const { namespace, name } = mirrorName(nodeName, pod);
  const key = keyOf({ namespace, name });
  const shown = world.get('Pod', key);
  if (shown && isTerminating(shown)) world.remove('Pod', key);
  else if (!shown) {
    const owner = ownerReference(node);
    const annotations = { [MIRROR_ANNOTATION]: uidOf(nodeName, pod) };
    const meta = newMeta(world, 'Pod', { namespace, name, labels: pod.labels, annotations, owner });
    createPod(world, { ...meta, uid: uidOf(nodeName, pod) }, staticSpec(pod, nodeName));
  }
}
