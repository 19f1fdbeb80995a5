/** At which port of a container a probe or a hook knocks. Source: pkg/probe/util.go, ResolveContainerPort. */
import type { Container, ProbeHandler } from '../../api/container.ts';

/** What it says, a number or a name; undefined for a command, which knocks nowhere. */
export function doorNamed({ httpGet, tcpSocket, grpc }: ProbeHandler): number | string | undefined {
  return (httpGet ?? tcpSocket ?? grpc)?.port;
}

/** Its number; null for a name that none of the container's ports has. */
export function doorOf(handler: ProbeHandler, { ports }: Pick<Container, 'ports'>): number | null | undefined {
  const door = doorNamed(handler);
  if (typeof door !== 'string') return door;
  return ports.find(({ name }) => name === door)?.containerPort ?? null;
}
