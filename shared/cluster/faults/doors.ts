/** Doors: on which ports a house answers, for the probes that knock there. */
import type { Container, Probe } from '../../api/container.ts';
import type { View } from '../../store/store.ts';
import { doorOf } from '../runtime/doors.ts';
import { imageOf } from './bad-delivery.ts';

export const WRONG_DOOR = 9090;

/** Asks often and gives up soon. */
export const EAGER: Omit<Probe, 'httpGet'> = {
  initialDelaySeconds: 0,
  periodSeconds: 5,
  timeoutSeconds: 1,
  successThreshold: 1,
  failureThreshold: 2,
};

/** Of an image that nobody knows nobody can say that it does. */
export function listens(view: View, image: string, port: number): boolean {
  const ports = imageOf(view, image)?.config.exposedPorts;
  return ports !== undefined && (ports.length === 0 || ports.includes(port));
}

/** It asks where its own house does not listen. */
export function knocksInVain(view: View, container: Container, probe: Probe | undefined): boolean {
  const door = probe && doorOf(probe, container);
  return typeof door === 'number' && !listens(view, container.image, door);
}

/** It names a port that its container has not: who is asked whether he is ready never says so. */
export function knocksNowhere(container: Container, probe: Probe | undefined): boolean {
  return probe !== undefined && doorOf(probe, container) === null;
}
