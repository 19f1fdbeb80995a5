/** A pod's own deadline: for how long it may be on its node, whatever it does there. Source: pkg/kubelet/active_deadline.go. */
import type { PodSpec } from '../../api/pod.ts';
import type { Sandbox, SentOff } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { isOver } from './actions-of-sandbox.ts';
import { podOfSandbox } from './kubelet-events.ts';

export const PAST_DEADLINE: SentOff = {
  reason: 'DeadlineExceeded',
  message: 'Pod was active on the node longer than the specified deadline',
};

/** Null for a pod that has none, or that no kubelet has taken in. */
export function deadlineTick({ activeDeadlineSeconds }: PodSpec, startTick: number | null): number | null {
  return activeDeadlineSeconds === undefined || startTick === null ? null : startTick + activeDeadlineSeconds;
}

/** Of a pod that is still wanted and not over. One that stands may be given a deadline, or an earlier one. */
export function isPastDeadline(view: View, sandbox: Sandbox): boolean {
  const tick = deadlineTick((podOfSandbox(view, sandbox) ?? sandbox).spec, sandbox.createdTick);
  return tick !== null && tick <= view.tick && sandbox.killTick === null && !isOver(view, sandbox);
}
