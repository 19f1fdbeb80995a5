/** A container's probes in their time: conclusions flip, and the first failure of a run is told. */
import { must } from '../../base/assert.ts';
import type { Container, Probe } from '../../api/pod.ts';
import type { ProbeState, RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import { tellOfSandbox } from '../kubelet/kubelet-events.ts';
import type { World } from '../world.ts';
import { probedRun, specOf } from './container-states.ts';
import type { ProbeType } from './probe-worker.ts';
import { flipProbe } from './probes.ts';

export function stepProbe(
  world: World,
  sandbox: Sandbox,
  container: RuntimeContainer,
  type: ProbeType,
  probe: Container['readinessProbe'],
  state: ProbeState | null,
): ProbeState | null {
  if (state === null || probe === undefined) return state;
  let current = state;
  if (current.failTick !== null && world.tick >= current.failTick) {
    tellOfFailedProbe(world, sandbox, container, type, probe);
    current = { ...current, failTick: null };
  }
  if (current.flipTick !== null && world.tick >= current.flipTick) {
    const run = probedRun(world, container, specOf(sandbox, container.name), probe);
    current = flipProbe(type, current, probe, run, must(current.flipTick, 'flipTick'));
  }
  return current;
}

function tellOfFailedProbe(
  world: World,
  sandbox: Sandbox,
  container: RuntimeContainer,
  type: ProbeType,
  probe: Probe,
): void {
  const finding = findingOf(world, sandbox, container, probe);
  tellOfSandbox(world, sandbox, {
    type: 'Warning',
    reason: 'Unhealthy',
    message: `${type} probe failed: ${finding}`,
    details: { container: container.name, probe: type },
  });
}

/** In the words of Go's HTTP client. */
function findingOf(world: World, sandbox: Sandbox, container: RuntimeContainer, probe: Probe): string {
  const { path, port } = probe.httpGet;
  const spec = specOf(sandbox, container.name);
  const patient = { ...probe, timeoutSeconds: Number.POSITIVE_INFINITY };
  const isHealthy = (asked: Probe) => probedRun(world, container, spec, asked).healthyTick !== null;
  if (isHealthy(probe)) return 'HTTP probe failed with statuscode: 503';
  const address = `${sandbox.address}:${port}`;
  const request = `Get "http://${address}${path}"`;
  return isHealthy(patient)
    ? `${request}: context deadline exceeded (Client.Timeout exceeded while awaiting headers)`
    : `${request}: dial tcp ${address}: connect: connection refused`;
}
