/** What stands between a container and its start, and the start itself. */
import { must } from '../../base/assert.ts';
import { failure, type Status } from '../../api/status.ts';
import type { RuntimeContainer } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { backoffAfterRestart, crashLoopLimits } from '../runtime/backoff.ts';
import { CREATING } from '../runtime/container-states.ts';
import { waiting, withContainer } from '../runtime/pull-results.ts';
import { normaliseReference } from '../registry/reference.ts';
import type { World } from '../world.ts';
import { actionsOfSandbox, startsOf } from './actions-of-sandbox.ts';
import { missingOf, type Missing } from './furniture.ts';
import { tellOfSandbox } from './kubelet-events.ts';
import { refuseWithoutRuntime, type ContainerTarget } from './lookup.ts';
import { pullPolicyOf } from './pull-policy.ts';

/** *Simplified*: the runtime makes a container in one tick. */
const CREATE_TICKS = 1;
/** Oracle: kubelet.podSyncErrorBackoff. */
export const SYNC_RETRY_TICKS = 10;

export function isCached(view: View, nodeName: string, image: string): boolean {
  return cachedDigest(view, nodeName, image) !== undefined;
}

function cachedDigest(view: View, nodeName: string, image: string): string | undefined {
  const reference = normaliseReference(image);
  return reference === null ? undefined : view.get('ImageCache', nodeName)?.images[reference]?.digest;
}

/** The image that the container would start from now; undefined when one must be pulled first. */
export function settledDigest(view: View, { sandbox, container, spec }: ContainerTarget): string | undefined {
  if (container.pulledDigest !== null) return container.pulledDigest;
  return pullPolicyOf(spec) === 'Always' ? undefined : cachedDigest(view, sandbox.nodeName, container.image);
}

/** Why this container wants no start, whatever image there is. */
export function refuseAnyStart(view: View, { sandbox, container }: ContainerTarget): Status | null {
  const { name, state } = container;
  const details = { name: sandbox.podKey, container: name };
  if (sandbox.killTick !== null)
    return failure('Conflict', 'podStopping', `pod "${sandbox.podKey}" is terminating`, details);
  if (!sandbox.ready || sandbox.restartingAll)
    return failure('Conflict', 'podNotRenewed', `pod "${sandbox.podKey}" has no sandbox to start in`, details);
  if (state.type === 'running')
    return failure('Conflict', 'containerRunning', `container "${name}" is running`, details);
  if (container.createdTick !== null) {
    return failure('Conflict', 'containerCreating', `container "${name}" is being created`, details);
  }
  const actions = actionsOfSandbox(view, sandbox);
  return startsOf(sandbox, actions).has(name) ? null : refuseUnwanted(view, { sandbox, container });
}

/** It is not its turn, or it will have none. */
function refuseUnwanted(
  view: View,
  { sandbox, container: { name, exists } }: Pick<ContainerTarget, 'sandbox' | 'container'>,
): Status {
  const details = { name: sandbox.podKey, container: name };
  if (!exists && !actionsOfSandbox(view, sandbox).killPod) {
    return failure('Conflict', 'initFirst', `container "${name}" waits for init containers before it`, details);
  }
  const policy = sandbox.spec.restartPolicy;
  const message = `container "${name}" has ended and restartPolicy is ${policy}`;
  return failure('Conflict', 'restartForbidden', message, { ...details, policy });
}

function refuseStart(world: World, target: ContainerTarget): Status | null {
  const refusal = refuseWithoutRuntime(world, target.sandbox.nodeName) ?? refuseAnyStart(world, target);
  if (refusal) return refusal;
  const { sandbox, container } = target;
  const { name, backoff, image } = container;
  const details = { name: sandbox.podKey, container: name, image };
  if (backoff !== null && world.tick < backoff.untilTick) {
    const seconds = backoff.untilTick - world.tick;
    const message = `back-off ${backoff.delayTicks}s restarting failed container "${name}": ${seconds}s left`;
    return failure('TooManyRequests', 'crashLoopBackOff', message, { ...details, seconds });
  }
  if (settledDigest(world, target) === undefined) {
    const [key, text] = container.pulling
      ? (['imagePulling', 'is still being pulled'] as const)
      : (['imageNotPulled', 'is not settled on this node'] as const);
    return failure('Conflict', key, `image "${image}" ${text}`, details);
  }
  const missing = missingOf(world, sandbox, target.spec);
  if (missing && container.configRetryTick !== null && world.tick < container.configRetryTick) {
    const seconds = container.configRetryTick - world.tick;
    const furniture = { kind: missing.kind, configMap: missing.name };
    return failure('Conflict', 'configMissing', missing.message, { ...details, ...furniture, seconds });
  }
  return null;
}

/** Starts a container, or finds out that its furniture is missing; that too is an attempt. */
export function startContainerNow(world: World, target: ContainerTarget): Status | null {
  const refusal = refuseStart(world, target);
  if (refusal) return refusal;
  const { sandbox, container, spec } = target;
  const { name, image } = container;
  const details = { container: name, image };
  const missing = missingOf(world, sandbox, spec);
  if (container.pulledDigest === null && (missing === undefined || missing.volume === '')) {
    const message = `Container image "${image}" already present on machine`;
    tellOfSandbox(world, sandbox, { type: 'Normal', reason: 'Pulled', message, details });
  }
  if (missing) {
    reportMissing(world, target, missing);
    return null;
  }
  world.put(withContainer(sandbox, created(world, target)));
  return null;
}

/** A missing volume keeps the whole pod waiting, a missing variable the container. Tried again as any failed sync. */
function reportMissing(world: World, { sandbox, container }: ContainerTarget, missing: Missing): void {
  const { kind, name: configMap, message, volume } = missing;
  const details = { container: container.name, image: container.image, kind, configMap };
  const configRetryTick = world.tick + SYNC_RETRY_TICKS;
  if (volume !== '') {
    world.put(withContainer(sandbox, { ...container, configRetryTick }));
    tellOfSandbox(world, sandbox, { type: 'Warning', reason: 'FailedMount', message, details: { ...details, volume } });
    return;
  }
  const failed = waiting(container, 'CreateContainerConfigError', message);
  world.put(withContainer(sandbox, { ...failed, configRetryTick }));
  tellOfSandbox(world, sandbox, { type: 'Warning', reason: 'Failed', message: `Error: ${message}`, details });
}

function created(world: World, target: ContainerTarget): RuntimeContainer {
  const { container } = target;
  const isRestart = container.imageDigest !== null;
  return {
    ...container,
    imageDigest: must(settledDigest(world, target), 'settled image'),
    exists: true,
    state: CREATING,
    lastState: container.state.type === 'terminated' ? container.state : container.lastState,
    restartCount: container.restartCount + (isRestart ? 1 : 0),
    pulledDigest: null,
    createdTick: world.tick + CREATE_TICKS,
    backoff: isRestart
      ? backoffAfterRestart(container.backoff, world.tick, crashLoopLimits(world, target.sandbox.nodeName))
      : null,
    configRetryTick: null,
  };
}
