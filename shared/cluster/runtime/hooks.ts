/** Lifecycle hooks: how long one takes, and whether it works. Source: pkg/kubelet/lifecycle/handlers.go. */
import type { Container, Hook } from '../../api/container.ts';
import type { RuntimeContainer } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { commandTicks } from './commands.ts';
import { probedRun } from './probed-run.ts';

/** *Simplified*: a call is over within a tick. */
const CALL_TICKS = 1;
/** A call has no timeout of its own. Ours: the longest that a probe may have. */
const PATIENCE_SECONDS = 600;

export function hookTicks({ sleep, exec }: Hook): number {
  if (sleep) return sleep.seconds;
  return exec ? commandTicks(exec.command) : CALL_TICKS;
}

/** A call needs somebody who answers; no kubelet knows how to open a mere connection; the rest always works. */
export function hookWorks(
  view: View,
  container: RuntimeContainer,
  spec: Container,
  { httpGet, tcpSocket }: Hook,
): boolean {
  if (tcpSocket) return false;
  if (!httpGet) return true;
  const { healthyTick } = probedRun(view, container, spec, { httpGet, timeoutSeconds: PATIENCE_SECONDS });
  return healthyTick !== null && view.tick >= healthyTick;
}
