/** One run of a container as a probe finds it: by which way it asks, and what the program can answer. */
import type { ProbeHandler } from '../../api/container.ts';
import type { Container, Probe } from '../../api/pod.ts';
import type { Program } from '../../api/world/image.ts';
import type { RuntimeContainer } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { commandTicks } from './commands.ts';
import { imageOf } from './container-states.ts';
import { answerMs } from './cpu.ts';
import { doorOf } from './doors.ts';
import type { ProbedRun } from './probes.ts';

type Asked = ProbeHandler & Pick<Probe, 'timeoutSeconds'>;

/** The run as a probe sees it: it finds health where the program listens, once that answers, if it does so in time. */
export function probedRun(view: View, container: RuntimeContainer, spec: Container, asked: Asked): ProbedRun {
  const { state, warmTick, startedTick } = container;
  const beganTick = state.type === 'running' ? state.startedTick : view.tick;
  const { config } = imageOf(view, container);
  const { exposedPorts } = config;
  const program = container.program ?? config.program;
  const door = doorOf(asked, spec);
  if (door === null) return { beganTick, healthyTick: null, startedTick, asksNobody: true };
  const isMute = asked.exec === undefined && container.program?.capacityRps === 0;
  const listens = door === undefined || exposedPorts.length === 0 || exposedPorts.includes(door);
  const isInTime = takesMs(asked, program, spec) <= asked.timeoutSeconds * 1000;
  return { beganTick, healthyTick: listens && !isMute && isInTime ? warmTick : null, startedTick };
}

/** A connection is the kernel's work; a command takes its own time; a request waits for the program. */
function takesMs({ exec, tcpSocket }: ProbeHandler, program: Program, spec: Container): number {
  if (tcpSocket) return 0;
  return exec ? commandTicks(exec.command) * 1000 : answerMs(program, spec);
}
