/** Quality of service: read off what a pod asks for. Source: pkg/apis/core/v1/helper/qos. */
import type { Container } from './container.ts';
import type { PodSpec, QosClass } from './pod.ts';
import { isStatedAsWhole } from './pod-sum.ts';
import { parseMilli, parseWhole } from './quantity.ts';

const PARSERS = { cpu: parseMilli, memory: parseWhole } as const;
const RESOURCES = ['cpu', 'memory'] as const;

type Asking = Pick<Container, 'resources'>;

/** A request or limit of 0 is none. */
function amount(asking: Asking, list: 'requests' | 'limits', resource: 'cpu' | 'memory'): number {
  const text = asking.resources[list][resource];
  return text === undefined ? 0 : PARSERS[resource](text);
}

const known = new WeakMap<
  PodSpec['containers'],
  { readonly init: PodSpec['initContainers']; readonly qos: QosClass }
>();

/** By container list, which pods of one template share; those that begin otherwise may share it, too. What the pod states itself goes first. */
export function qosClassOf(spec: Pick<PodSpec, 'containers' | 'initContainers' | 'resources'>): QosClass {
  if (spec.resources && isStatedAsWhole(spec)) return classify([{ resources: spec.resources }]);
  const { containers, initContainers: init } = spec;
  const before = known.get(containers);
  if (before && (before.init === init || before.init.length + init.length === 0)) return before.qos;
  const qos = classify([...init, ...containers]);
  known.set(containers, { init, qos });
  return qos;
}

function classify(containers: readonly Asking[]): QosClass {
  const asked = containers.some((container) =>
    RESOURCES.some(
      (resource) => amount(container, 'requests', resource) > 0 || amount(container, 'limits', resource) > 0,
    ),
  );
  if (!asked) return 'BestEffort';
  const isGuaranteed = containers.every((container) =>
    RESOURCES.every((resource) => {
      const limit = amount(container, 'limits', resource);
      const request =
        container.resources.requests[resource] === undefined ? limit : amount(container, 'requests', resource);
      return limit > 0 && request === limit;
    }),
  );
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}
