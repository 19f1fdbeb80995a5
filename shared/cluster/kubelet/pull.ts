/** A container's image: asked for, or refused because nothing would come of asking. */
import { failure, type Status } from '../../api/status.ts';
import { isRuntimeUp } from '../../api/world/machine.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import { must } from '../../base/assert.ts';
import { normaliseReference } from '../registry/reference.ts';
import { waiting, withContainer } from '../runtime/pull-results.ts';
import type { World } from '../world.ts';
import { tellOfSandbox } from './kubelet-events.ts';
import type { ContainerTarget } from './lookup.ts';
import { decidePull, IMAGE_TROUBLE, pullPolicyOf, withDefaultImageTag, type ImageTrouble } from './pull-policy.ts';
import { isCached, refuseAnyStart, SYNC_RETRY_TICKS } from './start.ts';

export function pullImageNow(world: World, target: ContainerTarget): Status | null {
  const { sandbox, container, spec } = target;
  const { image, name } = container;
  const details = { name: sandbox.podKey, container: name, image };
  const refusal = refuseAnyStart(world, target);
  if (refusal) return refusal;
  if (container.pulling) return failure('Conflict', 'imagePulling', `image "${image}" is still being pulled`, details);
  const { pullBackoff } = container;
  const decision = decidePull({
    image,
    policy: pullPolicyOf(spec),
    isPresent: isCached(world, sandbox.nodeName, image),
    inspectFails: !isRuntimeUp(world.get('Machine', sandbox.nodeName)),
    isBackingOff: pullBackoff !== null && world.tick < pullBackoff.untilTick,
  });
  const retryTick = pullBackoff?.untilTick ?? 0;
  if (decision !== 'use-cached' && world.tick < retryTick) {
    const seconds = retryTick - world.tick;
    const message = `Back-off pulling image "${image}": ${seconds}s left`;
    return failure('TooManyRequests', 'imagePullBackOff', message, { ...details, seconds });
  }
  if (container.pulledDigest !== null || decision === 'use-cached') {
    return failure('Conflict', 'imagePresent', `Container image "${image}" already present on machine`, details);
  }
  if (decision === 'pull') beginPull(world, sandbox, container);
  else reportUnpullable(world, sandbox, container, decision);
  return null;
}

function beginPull(world: World, sandbox: Sandbox, container: RuntimeContainer): void {
  const { nodeName } = sandbox;
  const { image, name } = container;
  const reference = must(normaliseReference(withDefaultImageTag(image) ?? ''), 'reference');
  world.put(withContainer(sandbox, { ...container, pulling: true }));
  const key = `${nodeName}|${reference}`;
  if (!world.get('ImagePull', key)) {
    const queued = {
      state: 'queued',
      requestedTick: world.tick,
      startedTick: null,
      arrived: 0,
      receivedBytes: 0,
      sinceTick: world.tick,
      bytesPerTick: 0,
      layerDoneTick: null,
    } as const;
    world.put({ kind: 'ImagePull', key, nodeName, reference, digest: '', layers: [], ...queued });
  }
  const details = { container: name, image };
  tellOfSandbox(world, sandbox, { type: 'Normal', reason: 'Pulling', message: `Pulling image "${image}"`, details });
}

/** No registry could help: the name is none, or the pod forbids to ask. Looked at again as any failed sync is. */
function reportUnpullable(world: World, sandbox: Sandbox, container: RuntimeContainer, trouble: ImageTrouble): void {
  const { image, name } = container;
  const { state, event } = IMAGE_TROUBLE[trouble];
  const message = troubleMessage(trouble, image);
  const pullBackoff = { delayTicks: SYNC_RETRY_TICKS, untilTick: world.tick + SYNC_RETRY_TICKS };
  world.put(withContainer(sandbox, { ...waiting(container, state, message), pullBackoff }));
  const details = { container: name, image, problem: state };
  tellOfSandbox(world, sandbox, { type: 'Warning', reason: event, message, details });
  tellOfSandbox(world, sandbox, { type: 'Warning', reason: 'Failed', message: `Error: ${state}`, details });
}

function troubleMessage(trouble: ImageTrouble, image: string): string {
  return {
    'invalid-name': `Failed to apply default image tag "${image}": couldn't parse image name "${image}": invalid reference format`,
    'inspect-failed': `Failed to inspect image "${image}": rpc error: code = Unavailable desc = connection error`,
    'never-pull': `Container image "${image}" is not present with pull policy of Never`,
    'back-off': `Back-off pulling image "${image}"`,
  }[trouble];
}
