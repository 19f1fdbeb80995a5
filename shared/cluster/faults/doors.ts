/** Doors: on which ports a house answers, for the probes that knock there. */
import type { Probe } from '../../api/container.ts';
import type { View } from '../../store/store.ts';
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

export function listens(view: View, image: string, port: number): boolean {
  const ports = imageOf(view, image)?.config.exposedPorts ?? [];
  return ports.length === 0 || ports.includes(port);
}
