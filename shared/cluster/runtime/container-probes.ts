/** A container's probes in their time: conclusions flip, and the first failure of a run is told. */
import { must } from '../../base/assert.ts';
import type { Container, Probe } from '../../api/pod.ts';
import type { ProbeState, RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import { tellOfSandbox } from '../kubelet/kubelet-events.ts';
import type { World } from '../world.ts';
import { specOf } from './container-states.ts';
import { doorNamed, doorOf } from './doors.ts';
import type { ProbeType } from './probe-worker.ts';
import { wordsOf, wordsOfNobody } from './probe-findings.ts';
import { probedRun } from './probed-run.ts';
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
  tellOfSandbox(world, sandbox, {
    type: 'Warning',
    reason: 'Unhealthy',
    message: `${type} probe ${findingOf(world, sandbox, container, probe)}`,
    details: { container: container.name, probe: type },
  });
}

function findingOf(world: World, sandbox: Sandbox, container: RuntimeContainer, probe: Probe): string {
  const spec = specOf(sandbox, container.name);
  const door = doorOf(probe, spec);
  if (door === null) return wordsOfNobody(String(doorNamed(probe)));
  const healthy = (asked: Probe) => probedRun(world, container, spec, asked).healthyTick !== null;
  const patient = { ...probe, timeoutSeconds: Number.POSITIVE_INFINITY };
  const found = healthy(probe) ? 'notYet' : healthy(patient) ? 'tooSlow' : 'nobody';
  return `failed: ${wordsOf(found, probe, `${sandbox.address}:${door}`)}`;
}
