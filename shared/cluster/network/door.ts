/** Doors: whether anybody in a pod listens where its Service sends visitors. */
import type { Sandbox } from '../../api/world/sandbox.ts';
import type { ServiceSpec } from '../../api/service.ts';
import type { View } from '../../store/store.ts';

/** *Simplified*: visitors come by the Service's first port, and a changed port counts at once. */
export function isDoorOpen(view: View, serviceKey: string, sandbox: Sandbox): boolean {
  const port = view.get('Service', serviceKey)?.spec.ports[0];
  if (!port) return true;
  const target = targetPortOf(port, sandbox);
  if (target === undefined) return false;
  return sandbox.containers.some(({ role, imageDigest }) => {
    const ports = imageDigest === null ? undefined : view.get('Image', imageDigest)?.config.exposedPorts;
    return role !== 'init' && ports !== undefined && (ports.length === 0 || ports.includes(target));
  });
}

/** A name means what the pod's containers call so; undefined where none does. */
function targetPortOf(
  { port, targetPort = port }: ServiceSpec['ports'][number],
  { spec }: Sandbox,
): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  return spec.containers.flatMap(({ ports }) => ports).find(({ name }) => name === targetPort)?.containerPort;
}
