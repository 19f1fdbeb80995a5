/** Commands that the kubelet runs in a container. *Simplified*: one that names no `sleep` is over within a tick. */

/** `sleep 5`, also within a shell line. */
const SLEEP = /\bsleep\s+(\d{1,4})\b/;
const SHORT_TICKS = 1;

export function commandTicks(command: readonly string[]): number {
  const written = SLEEP.exec(command.join(' '))?.[1];
  return written === undefined ? SHORT_TICKS : Number(written);
}
