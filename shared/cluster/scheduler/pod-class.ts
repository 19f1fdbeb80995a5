/** Pods that every plugin which looks at one node at a time judges alike: those that ask for the same things. */
import type { Pod, PodSpec } from '../../api/pod.ts';

interface Known {
  readonly spec: PodSpec;
  readonly name: string;
}

/** By container list, which the pods of one template share. The rest of the spec is compared. */
const known = new WeakMap<PodSpec['containers'], Known>();

export function podClassOf({ spec }: Pod): string {
  const before = known.get(spec.containers);
  if (before && isSameAsking(before.spec, spec)) return before.name;
  const name = JSON.stringify(askedBy(spec));
  known.set(spec.containers, { spec, name });
  return name;
}

/** All of a pod that those plugins read. */
function askedBy(spec: PodSpec): readonly unknown[] {
  const { nodeName, nodeSelector, affinity, tolerations, resources, overhead, volumes } = spec;
  const ofContainer = ({ image, resources: asked, ports, restartPolicy }: PodSpec['containers'][number]) => [
    image,
    asked,
    ports.map(({ hostPort, hostIP, protocol }) => [hostPort, hostIP, protocol]),
    restartPolicy,
  ];
  const containers = spec.containers.map(ofContainer);
  const initContainers = spec.initContainers.map(ofContainer);
  return [nodeName, nodeSelector, affinity, tolerations, resources, overhead, volumes, containers, initContainers];
}

function isSameAsking(a: PodSpec, b: PodSpec): boolean {
  return (
    a.nodeName === b.nodeName &&
    a.nodeSelector === b.nodeSelector &&
    a.affinity === b.affinity &&
    a.tolerations === b.tolerations &&
    a.resources === b.resources &&
    a.overhead === b.overhead &&
    a.volumes === b.volumes &&
    a.initContainers === b.initContainers
  );
}
