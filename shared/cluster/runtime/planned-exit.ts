/** How a process will end: by its own doing, or killed by the kernel for memory. */
import { floorDiv } from '../../base/integers.ts';
import type { Container } from '../../api/pod.ts';
import { parseWhole } from '../../api/quantity.ts';
import type { Program } from '../../api/world/image.ts';
import type { PlannedExit } from '../../api/world/sandbox.ts';

/** 128 + SIGKILL: what the kernel's out-of-memory killer leaves. */
export const SIGKILL_EXIT = 137;
/** 128 + SIGTERM: a program that has no better idea than to end. */
export const SIGTERM_EXIT = 143;
/** What the kubelet writes down for a process that could not begin. Source: containerd, unknown exit at start. */
const START_EXIT = 128;
/** Source: containerd, runc. */
const NOT_STARTED =
  'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: ' +
  'unable to start container process: error during container init';

/** The tick at which its memory first exceeds the limit; null when it never does. */
export function outOfMemoryTick(program: Program, limitBytes: number | null, startedTick: number): number | null {
  if (limitBytes === null) return null;
  if (program.memoryBytes > limitBytes) return startedTick;
  if (program.leakBytesPerTick === 0) return null;
  return startedTick + floorDiv(limitBytes - program.memoryBytes, program.leakBytesPerTick) + 1;
}

/** Of what it cannot do without; of several with `|` between, one will do. */
export function missingEnv(
  { requiredEnv }: Pick<Program, 'requiredEnv'>,
  environment: Readonly<Record<string, string>>,
): readonly string[] {
  return requiredEnv.filter((names) => names.split('|').every((name) => !(name in environment)));
}

export function plannedExit(
  program: Program,
  container: Container,
  environment: Readonly<Record<string, string>>,
  startedTick: number,
): PlannedExit | null {
  if (program.isMissing) {
    const message = `${NOT_STARTED}: ${program.exit?.lastWords ?? ''}: unknown`;
    return { tick: startedTick, cause: 'start', exitCode: START_EXIT, message };
  }
  const missing = missingEnv(program, environment);
  if (missing.length > 0) {
    const message =
      program.withoutEnv ?? `${program.name}: required environment variable ${missing.join(', ')} is not set`;
    return { tick: startedTick, cause: 'program', exitCode: 1, message };
  }
  const limit = container.resources.limits.memory;
  const memoryTick = outOfMemoryTick(program, limit === undefined ? null : parseWhole(limit), startedTick);
  const exitTick = program.exit === null ? null : startedTick + program.exit.afterTicks;
  if (program.exit !== null && exitTick !== null && (memoryTick === null || exitTick <= memoryTick)) {
    return { tick: exitTick, cause: 'program', exitCode: program.exit.code, message: program.exit.lastWords };
  }
  return memoryTick === null ? null : { tick: memoryTick, cause: 'memory', exitCode: SIGKILL_EXIT, message: '' };
}
