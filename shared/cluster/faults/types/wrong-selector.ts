/** wrong-selector: the Service looks for a name that no house carries. Its address list is empty. */
import { isEqual } from '../../../base/equal.ts';
import { sortedKeys } from '../../../base/order.ts';
import { matchesLabels } from '../../../api/meta.ts';
import { hasAddress, type Service } from '../../../api/service.ts';
import { notFound } from '../../../api/status.ts';
import type { Fault } from '../../../api/world/fault.ts';
import type { View } from '../../../store/store.ts';
import { updateObject } from '../../api-server/objects.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { applyAgain, remember, remembered } from '../remedies.ts';

export const wrongSelector: FaultDefinition = {
  type: 'wrong-selector',
  component: 'network',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    view.keys('Service').filter((key) => {
      const service = view.get('Service', key);
      return (
        service !== undefined &&
        hasAddress(service) &&
        hasSelector(service) &&
        view.get('Traffic', key) !== undefined &&
        findsSomebody(view, service)
      );
    }),
  begin: (world, target) => {
    const service = world.get('Service', target);
    if (!service) return notFound('services', target);
    const { selector: right } = service.spec;
    const selector = Object.fromEntries(sortedKeys(right).map((label) => [label, `${right[label]}-next`]));
    updateObject(world, { ...service, spec: { ...service.spec, selector } });
    return remember([asManifest(service)]);
  },
  symptoms: [{ type: 'loss', reason: 'NoEndpoints' }],
  harm: 'visitors',
  remedy: applyAgain,
  healedBy: ['Service', 'Deployment', 'StatefulSet', 'DaemonSet'],
  isHealed: (view, { target, memory }) => {
    const service = view.get('Service', target);
    return service === undefined || isAsItWas(service, memory) || findsSomebody(view, service);
  },
};

/** Even where nobody of that name is left to find. */
function isAsItWas({ spec: { selector } }: Service, memory: Fault['memory']): boolean {
  return remembered(memory).some(
    (manifest) => manifest.kind === 'Service' && isEqual(manifest.spec.selector, selector),
  );
}

/** Some workload's pods carry what it looks for. */
function findsSomebody(view: View, { metadata, spec: { selector } }: Service): boolean {
  return (['Deployment', 'StatefulSet', 'DaemonSet'] as const).some((kind) =>
    [...view.list(kind)].some(
      (workload) =>
        workload.metadata.namespace === metadata.namespace &&
        matchesLabels(selector, workload.spec.template.metadata.labels),
    ),
  );
}

const hasSelector = ({ spec }: Service): boolean => sortedKeys(spec.selector).length > 0;
