/** evictForPressure: the kubelet of a node that runs out of something sends a pod off; its controller makes another one. */
import { z } from 'zod';
import { must } from '../../base/assert.ts';
import { failure, notFound } from '../../api/status.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import { isCritical } from '../kubelet/eviction/admission.ts';
import { evictionOrder, starvingThreshold } from '../kubelet/eviction/candidates.ts';
import { evictionMessage } from '../kubelet/eviction/message.ts';
import { SIGNALS } from '../kubelet/eviction/signals.ts';
import { tellOfReclaiming } from '../kubelet/eviction/tell.ts';
import type { Threshold } from '../kubelet/eviction/thresholds.ts';
import { tellOfSandbox } from '../kubelet/kubelet-events.ts';
import { kubeletStateOf } from '../kubelet/kubelet-state.ts';
import { livingSandbox, nodeOfPod, refuseWithoutRuntime } from '../kubelet/lookup.ts';
import { kubeletSettingsOf } from '../kubelet/settings.ts';
import { isStatic } from '../kubelet/static-pods.ts';
import { stopSandbox } from '../kubelet/stop.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

/** Oracle: kubelet.hardEvictionGraceSeconds. No pod is given less. */
const HARD_GRACE_TICKS = 1;

export const evictForPressure = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('evictForPressure'), pod: objectKey }),
  nodeOf: (view, { pod }) => nodeOfPod(view, pod),
  apply: (world, { pod: key }) => {
    const sandbox = livingSandbox(world, key);
    if (!sandbox) return notFound('pod', key);
    const { nodeName, spec, killTick } = sandbox;
    const off = refuseWithoutRuntime(world, nodeName);
    if (off) return off;
    const details = { name: key, container: '' };
    if (killTick !== null) return failure('Conflict', 'podStopping', `pod "${key}" is terminating`, details);
    const phase = world.get('Pod', key)?.status.phase;
    if (phase === 'Succeeded' || phase === 'Failed')
      return failure('Conflict', 'podEnded', `pod "${key}" has ended: ${phase}`, { name: key, phase });
    if (isCritical(spec) || isStatic(sandbox))
      return failure('Forbidden', 'podCritical', `cannot evict a critical pod "${key}"`, details);
    const threshold = starvingThreshold(world, nodeName);
    if (!threshold) {
      return failure('Conflict', 'nodeNotStarved', `node "${nodeName}" has enough of everything`, { node: nodeName });
    }
    evict(world, sandbox, threshold);
    return null;
  },
});

function evict(world: World, sandbox: Sandbox, threshold: Threshold): void {
  const { resource } = SIGNALS[threshold.signal];
  const candidate = evictionOrder(world, sandbox.nodeName, resource).find((one) => one.sandbox.key === sandbox.key);
  const message = evictionMessage(world, sandbox, threshold);
  tellOfReclaiming(world, sandbox.nodeName, threshold);
  stopSandbox(world, sandbox, threshold.graceTicks === 0 ? HARD_GRACE_TICKS : softGrace(world, sandbox));
  const stopping = must(world.get('Sandbox', sandbox.key), `sandbox ${sandbox.key}`);
  world.put({ ...stopping, sentOff: { reason: 'Evicted', message } });
  world.put({ ...kubeletStateOf(world, sandbox.nodeName), evictionTick: world.tick });
  tellOfSandbox(world, sandbox, {
    type: 'Warning',
    reason: 'Evicted',
    message,
    details: { node: sandbox.nodeName, resource, usage: candidate?.usage ?? 0, request: candidate?.request ?? 0 },
  });
}

/** The pod's own time, and no more than the kubelet grants. Source: pkg/kubelet/eviction, synchronize; pod_workers.go. */
function softGrace(world: World, { nodeName, spec }: Sandbox): number {
  const { evictionMaxPodGraceTicks } = kubeletSettingsOf(world, nodeName);
  return Math.max(HARD_GRACE_TICKS, Math.min(evictionMaxPodGraceTicks, spec.terminationGracePeriodSeconds));
}
