/** NodePorts: a port of the village itself belongs to one pod alone. */
import type { Pod } from '../../../api/pod.ts';
import { refuse, type FilterPlugin } from '../framework.ts';

/** Any address of the node. */
const ANY = '0.0.0.0';

interface HostPort {
  readonly port: number;
  readonly protocol: string;
  readonly address: string;
}

/** Of the containers that stay: the pod's own, and its sidecars. */
function hostPorts({ spec: { containers, initContainers = [] } }: Pod): readonly HostPort[] {
  const staying = [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')];
  return staying.flatMap(({ ports }) =>
    ports.flatMap(({ hostPort, protocol = 'TCP', hostIP = '' }) =>
      hostPort ? [{ port: hostPort, protocol, address: hostIP === '' ? ANY : hostIP }] : [],
    ),
  );
}

function clash(a: HostPort, b: HostPort): boolean {
  const isSameAddress = a.address === b.address || a.address === ANY || b.address === ANY;
  return a.port === b.port && a.protocol === b.protocol && isSameAddress;
}

export const nodePorts: FilterPlugin = {
  name: 'NodePorts',
  isLocal: true,
  preFilter: (pod) => {
    const wanted = hostPorts(pod);
    if (wanted.length === 0) return null;
    return {
      readsPods: true,
      judge: (node) =>
        node.pods().some((other) => hostPorts(other).some((taken) => wanted.some((port) => clash(port, taken))))
          ? refuse('Unschedulable', "node(s) didn't have free ports for the requested pod ports")
          : null,
    };
  },
};
