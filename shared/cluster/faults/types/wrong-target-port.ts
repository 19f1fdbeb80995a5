/** wrong-target-port: the Service sends visitors to a door of the houses where nobody listens. They stand, and refuse. */
import { matchesLabels } from '../../../api/meta.ts';
import { isPodActive, type Pod, type PodSpec } from '../../../api/pod.ts';
import { hasAddress, type Service } from '../../../api/service.ts';
import type { Fault } from '../../../api/world/fault.ts';
import { isEqual } from '../../../base/equal.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { updateObject } from '../../api-server/objects.ts';
import { podsMatching } from '../../api-server/select-pods.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import { listensOn } from '../../runtime/serving.ts';
import { listens, WRONG_DOOR } from '../doors.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { applyAgain, remember, remembered } from '../remedies.ts';

export const wrongTargetPort: FaultDefinition = {
  type: 'wrong-target-port',
  component: 'network',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    view.keys('Service').filter((key) => view.get('Traffic', key) !== undefined && opensSomewhere(view, key)),
  begin: (world, target) => {
    const service = world.get('Service', target);
    if (!service) return notFound('services', target);
    const ports = service.spec.ports.map((port) => ({ ...port, targetPort: WRONG_DOOR }));
    updateObject(world, { ...service, spec: { ...service.spec, ports } });
    return remember([asManifest(service)]);
  },
  symptoms: [{ type: 'loss', reason: 'ConnectionRefused' }],
  harm: 'visitors',
  remedy: applyAgain,
  // What an image is follows from what its name stands for.
  healedBy: ['Service', 'Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Tag', 'Revision'],
  isHealed: (view, { target, memory }) => {
    const service = view.get('Service', target);
    return service === undefined || isAsItWas(service, memory) || leadsToADoor(view, service);
  },
};

/** Some house behind it listens where it sends visitors. */
function opensSomewhere(view: View, key: string): boolean {
  const service = view.get('Service', key);
  return (
    service !== undefined &&
    hasAddress(service) &&
    housesBehind(view, service).some((pod) => {
      const sandbox = view.get('Sandbox', pod.metadata.uid);
      return sandbox !== undefined && listensOn(view, sandbox, portOn(service, pod.spec));
    })
  );
}

/** Even where nothing of it is left to listen. */
function isAsItWas({ spec: { ports } }: Service, memory: Fault['memory']): boolean {
  return remembered(memory).some((manifest) => manifest.kind === 'Service' && isEqual(manifest.spec.ports, ports));
}

/** The port is right, whether or not a house stands there yet: somebody's image listens on it. */
function leadsToADoor(view: View, service: Service): boolean {
  const {
    metadata,
    spec: { selector },
  } = service;
  const planned = WORKLOADS.flatMap((kind) => [...view.list(kind)])
    .filter(({ metadata: { namespace } }) => namespace === metadata.namespace)
    .map(({ spec: { template } }) => template)
    .filter((template) => matchesLabels(selector, template.metadata.labels));
  return [...housesBehind(view, service), ...planned].some(({ spec }) =>
    spec.containers.some(({ image }) => listens(view, image, portOn(service, spec))),
  );
}

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;

function housesBehind(view: View, { metadata, spec }: Service): readonly Pod[] {
  return podsMatching(view, metadata.namespace, { matchLabels: spec.selector }).filter(isPodActive);
}

/** A name means what the containers call so; a port that nobody has where none does. */
function portOn({ spec }: Service, { containers }: PodSpec): number {
  const [first] = spec.ports;
  const target = first?.targetPort ?? first?.port ?? 0;
  if (typeof target === 'number') return target;
  return containers.flatMap(({ ports }) => ports).find(({ name }) => name === target)?.containerPort ?? 0;
}
