/** What one container needs next, or what it waits for. */
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { normaliseReference } from '../registry/reference.ts';
import { specOf } from '../runtime/container-states.ts';
import { missingConfigMaps } from '../runtime/environment.ts';
import type { Step, StepReason } from './next-steps.ts';
import { latestOf, shouldContainerBeRestarted } from './restart-policy.ts';
import { settledDigest } from './start.ts';

type Partial = Pick<Step, 'reason' | 'verb' | 'untilTick'> & { readonly details?: Step['details'] };

const wait = (reason: StepReason, untilTick: number | null = null, details: Step['details'] = {}): Partial => ({
  reason,
  verb: null,
  untilTick,
  details,
});

export function stepOfContainer(view: View, sandbox: Sandbox, container: RuntimeContainer): Step {
  const { podKey } = sandbox;
  const { name, image } = container;
  const partial =
    container.state.type === 'running' || container.createdTick !== null
      ? stepOfLiving(view, sandbox, container)
      : stepOfResting(view, sandbox, container);
  return { ...partial, podKey, container: name, details: { name: podKey, container: name, image, ...partial.details } };
}

function stepOfLiving(view: View, { podKey }: Sandbox, container: RuntimeContainer): Partial {
  const { name, createdTick, plannedExit, liveness, warmTick } = container;
  if (createdTick !== null) return wait('creating', createdTick);
  if (plannedExit?.cause === 'signal') return wait('stopping', plannedExit.tick);
  if (liveness !== null && !liveness.passing) {
    return { reason: 'unhealthy', verb: { verb: 'killContainer', pod: podKey, container: name }, untilTick: null };
  }
  return warmTick !== null && view.tick < warmTick ? wait('starting', warmTick) : wait('running');
}

function stepOfResting(view: View, sandbox: Sandbox, container: RuntimeContainer): Partial {
  const { podKey } = sandbox;
  const { name, state, backoff, pullBackoff, configRetryTick } = container;
  if (!shouldContainerBeRestarted(sandbox.spec.restartPolicy, latestOf(state), false)) return wait('ended');
  const noticed = noticedTick(container);
  if (noticed !== null && view.tick < noticed) return wait('noticing', noticed);
  if (container.pulling) return pullingStep(view, sandbox, container);
  if (backoff !== null && view.tick < backoff.untilTick) return wait('crashLoopBackOff', backoff.untilTick);
  const spec = specOf(sandbox, name);
  if (configRetryTick !== null && view.tick < configRetryTick) {
    const configMap = missingConfigMaps(view, podKey, spec)[0] ?? '';
    return wait('configMissing', configRetryTick, { configMap });
  }
  if (settledDigest(view, { sandbox, container, spec }) !== undefined) {
    const reason = container.imageDigest === null ? 'start' : 'restart';
    return { reason, verb: { verb: 'startContainer', pod: podKey, container: name }, untilTick: null };
  }
  if (pullBackoff !== null && view.tick < pullBackoff.untilTick) return wait('imagePullBackOff', pullBackoff.untilTick);
  return { reason: 'pull', verb: { verb: 'pullImage', pod: podKey, container: name }, untilTick: null };
}

/** Oracle: kubelet.plegRelistPeriod. So long after an end the autopilot sees it. */
const RELIST_TICKS = 1;

export function noticedTick({ state }: RuntimeContainer): number | null {
  return state.type === 'terminated' ? state.finishedTick + RELIST_TICKS : null;
}

function pullingStep(view: View, { nodeName }: Sandbox, { image }: RuntimeContainer): Partial {
  const pull = view.get('ImagePull', `${nodeName}|${normaliseReference(image)}`);
  if (pull?.state !== 'pulling') return wait('pullQueued');
  return wait('pulling', null, { arrived: pull.arrived, layers: pull.layers.length });
}
