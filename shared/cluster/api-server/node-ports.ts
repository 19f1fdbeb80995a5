/** Node ports: what a Service asks for, or is given. Source: pkg/registry/core/service/portallocator. */
import { keyOf } from '../../api/meta.ts';
import { isExternal, type Service, type ServiceSpec } from '../../api/service.ts';
import type { View } from '../../store/store.ts';
import { draw } from '../world.ts';
import { invalidValue, type FieldError } from './invalid.ts';

/** Oracle: proxy.nodePortRange. */
const FIRST = 30_000;
const LAST = 32_767;
/** Kept for those who ask, as long as others are left: min(max(16, range/32), 128). Source: calculateRangeOffset. */
const STATIC_PORTS = 86;

function takenBy(view: View, serviceKey: string): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { metadata, status } of view.list('Service')) {
    if (keyOf(metadata) !== serviceKey) for (const port of status.nodePorts ?? []) taken.add(port);
  }
  return taken;
}

/** What stands against what was asked for. */
export function nodePortProblems(view: View, serviceKey: string, spec: ServiceSpec): readonly FieldError[] {
  if (!isExternal(spec)) return problemsInside(spec);
  const taken = new Set(takenBy(view, serviceKey));
  return spec.ports.flatMap(({ nodePort }, index) => {
    if (nodePort === undefined) return [];
    const field = `spec.ports[${index}].nodePort`;
    if (nodePort < FIRST || nodePort > LAST) {
      const range = `The range of valid ports is ${FIRST}-${LAST}`;
      return [invalidValue('nodePortRange', field, nodePort, `provided port is not in the valid range. ${range}`)];
    }
    if (taken.size < taken.add(nodePort).size) return [];
    return [invalidValue('nodePortTaken', field, nodePort, 'provided port is already allocated')];
  });
}

/** Only the cluster reaches it. */
function problemsInside({ ports, externalTrafficPolicy }: ServiceSpec): readonly FieldError[] {
  const errors: FieldError[] = ports.flatMap(({ nodePort }, index) =>
    nodePort === undefined
      ? []
      : [
          {
            key: 'nodePortInside',
            field: `spec.ports[${index}].nodePort`,
            problem: "Forbidden: may not be used when `type` is 'ClusterIP'",
          },
        ],
  );
  if (externalTrafficPolicy === undefined) return errors;
  const why = 'may only be set for externally-accessible services';
  return [...errors, invalidValue('nodePortInside', 'spec.externalTrafficPolicy', externalTrafficPolicy, why)];
}

/** One for each of its ports: the one asked for, the one that a port of this name has, or a free one. Source: patchAllocatedValues. */
export function nodePortsFor(
  view: View,
  serviceKey: string,
  spec: ServiceSpec,
  before: Pick<Service, 'spec' | 'status'> | undefined,
): readonly number[] {
  const held = new Map(before?.spec.ports.map(({ name }, index) => [name, before.status.nodePorts?.[index]]));
  const taken = new Set(takenBy(view, serviceKey));
  for (const { nodePort } of spec.ports) if (nodePort !== undefined) taken.add(nodePort);
  return spec.ports.map(({ name, nodePort }, index) => {
    const kept = held.get(name);
    const port = nodePort ?? (kept !== undefined && !taken.has(kept) ? kept : freePort(view, serviceKey, index, taken));
    taken.add(port);
    return port;
  });
}

function freePort(view: View, serviceKey: string, index: number, taken: ReadonlySet<number>): number {
  const dynamic = FIRST + STATIC_PORTS;
  const count = LAST - dynamic + 1;
  const start = draw(view, count, `nodePort/${serviceKey}/${index}`);
  for (let offset = 0; offset < count; offset += 1) {
    const port = dynamic + ((start + offset) % count);
    if (!taken.has(port)) return port;
  }
  let port = FIRST;
  while (taken.has(port)) port += 1;
  return port;
}
