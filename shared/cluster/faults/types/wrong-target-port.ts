/** wrong-target-port: the Service sends visitors to a door of the houses where nobody listens. They stand, and refuse. */
import { isPodActive, type Pod } from '../../../api/pod.ts';
import type { Service } from '../../../api/service.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { updateObject } from '../../api-server/objects.ts';
import { podsMatching } from '../../api-server/select-pods.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import { listensOn } from '../../runtime/serving.ts';
import { WRONG_DOOR } from '../doors.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { applyAgain, remember } from '../remedies.ts';

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
  healedBy: ['Service', 'Sandbox'],
  isHealed: (view, { target }) => view.get('Service', target) === undefined || opensSomewhere(view, target),
};

/** Some house behind it listens where it sends visitors. */
function opensSomewhere(view: View, key: string): boolean {
  const service = view.get('Service', key);
  if (!service) return false;
  return podsMatching(view, service.metadata.namespace, service.spec.selector).some((pod) => {
    const sandbox = view.get('Sandbox', pod.metadata.uid);
    return isPodActive(pod) && sandbox !== undefined && listensOn(view, sandbox, portOn(service, pod));
  });
}

/** A name means what the pod's containers call so; a port that nobody has where none does. */
function portOn({ spec }: Service, pod: Pod): number {
  const [first] = spec.ports;
  const target = first?.targetPort ?? first?.port ?? 0;
  if (typeof target === 'number') return target;
  return pod.spec.containers.flatMap(({ ports }) => ports).find(({ name }) => name === target)?.containerPort ?? 0;
}
