/** What a pod's containers come to together. Source: component-helpers/resource, AggregateContainerRequests. */
import type { Container, PodSpec } from './pod.ts';
import { addQuantities, compareQuantities, quantityOf, type Quantity } from './quantity.ts';

export const NONE = quantityOf('0');

type Holding = Pick<PodSpec, 'containers' | 'initContainers'>;

/** Undefined where a container does not say it. */
type Stated = (container: Container) => string | undefined;

/** Sidecars run beside everything after them; each other init container runs alone with the sidecars before it. */
export function containerSum({ containers, initContainers }: Holding, statedBy: Stated): Quantity {
  const asked = (one: Container): Quantity => quantityOf(statedBy(one) ?? '0');
  let running = NONE;
  let starting = NONE;
  for (const one of initContainers) {
    const beside = addQuantities(running, asked(one));
    if (one.restartPolicy === 'Always') running = beside;
    starting = larger(starting, beside);
  }
  for (const one of containers) running = addQuantities(running, asked(one));
  return larger(starting, running);
}

const larger = (a: Quantity, b: Quantity): Quantity => (compareQuantities(a, b) > 0 ? a : b);

/** A limit without a request is a request, too. */
const requestOf =
  (resource: string): Stated =>
  ({ resources: { requests, limits } }) =>
    requests[resource] ?? limits[resource];

export const requestSum = (spec: Holding, resource: string): Quantity => containerSum(spec, requestOf(resource));

/** The pod states something as a whole. */
export function isStatedAsWhole({ resources }: Pick<PodSpec, 'resources'>): boolean {
  return resources !== undefined && Object.keys({ ...resources.requests, ...resources.limits }).length > 0;
}

/** What the pod as a whole asks for; else what its containers do together, where any of them does; else its limit. */
export function podRequest(spec: Holding & Pick<PodSpec, 'resources'>, resource: string): Quantity | undefined {
  const { containers, initContainers, resources } = spec;
  const own = resources?.requests[resource];
  if (own !== undefined) return quantityOf(own);
  const isAsked = [...initContainers, ...containers].some((one) => requestOf(resource)(one) !== undefined);
  if (isAsked) return requestSum(spec, resource);
  const limit = resources?.limits[resource];
  return limit === undefined ? undefined : quantityOf(limit);
}
