/** Lifecycle hooks: how long one takes, and whether it works. Source: pkg/kubelet/lifecycle/handlers.go. */
import type { Container, Hook } from '../../api/container.ts';
import type { RuntimeContainer } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { probedRun } from './container-states.ts';

/** `sleep 5`, also within a shell line. */
const SLEEP = /\bsleep\s+(\d{1,4})\b/;
/** *Simplified*: any other command, and any call, is over within a tick. */
const SHORT_TICKS = 1;
/** A call has no timeout of its own. Ours: the longest that a probe may have. */
const PATIENCE_SECONDS = 600;

export function hookTicks({ sleep, exec }: Hook): number {
  if (sleep) return sleep.seconds;
  const written = exec ? SLEEP.exec(exec.command.join(' '))?.[1] : undefined;
  return written === undefined ? SHORT_TICKS : Number(written);
}

/** A call needs somebody who answers; the rest always works. */
export function hookWorks(view: View, container: RuntimeContainer, spec: Container, { httpGet }: Hook): boolean {
  if (!httpGet) return true;
  const { healthyTick } = probedRun(view, container, spec, { httpGet, timeoutSeconds: PATIENCE_SECONDS });
  return healthyTick !== null && view.tick >= healthyTick;
}
