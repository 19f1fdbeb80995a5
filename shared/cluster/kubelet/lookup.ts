/** Finding what a kubelet's verb speaks of: pods are named by key, sandboxes by the pod's uid. */
import { failure, notFound, type Status } from '../../api/status.ts';
import type { Container, Pod } from '../../api/pod.ts';
import { isKubeletUp, isRuntimeUp } from '../../api/world/machine.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import { must } from '../../base/assert.ts';
import type { View } from '../../store/store.ts';
import { specOf } from '../runtime/container-states.ts';

/** The pod's own sandbox, once its kubelet admitted it. */
export function sandboxOf(view: View, pod: Pod | undefined): Sandbox | undefined {
  return pod === undefined ? undefined : view.get('Sandbox', pod.metadata.uid);
}

/** Sandboxes under this name whose pod the API server no longer has: deleted by force, or replaced by a namesake. */
export function orphansOf(view: View, podKey: string): readonly Sandbox[] {
  const pod = view.get('Pod', podKey);
  return view
    .by('sandboxesByPod', podKey)
    .filter((uid) => uid !== pod?.metadata.uid)
    .map((uid) => must(view.get('Sandbox', uid), `sandbox ${uid}`));
}

/** What a verb on containers speaks of: the pod's own sandbox, else one that has outlived its pod. */
export function livingSandbox(view: View, podKey: string): Sandbox | undefined {
  return sandboxOf(view, view.get('Pod', podKey)) ?? orphansOf(view, podKey)[0];
}

/** What a verb that ends pods speaks of, on a node or wherever: orphans first, they hold what nobody wants. */
export function endingSandbox(view: View, podKey: string, nodeName?: string): Sandbox | undefined {
  const own = sandboxOf(view, view.get('Pod', podKey));
  const sandboxes = own ? [...orphansOf(view, podKey), own] : orphansOf(view, podKey);
  return sandboxes.find((sandbox) => nodeName === undefined || sandbox.nodeName === nodeName);
}

/** The node that a verb on this pod's containers touches. */
export function nodeOfPod(view: View, podKey: string): string | undefined {
  return livingSandbox(view, podKey)?.nodeName ?? view.get('Pod', podKey)?.spec.nodeName ?? undefined;
}

export function nodeOfEndingPod(view: View, podKey: string): string | undefined {
  return endingSandbox(view, podKey)?.nodeName ?? view.get('Pod', podKey)?.spec.nodeName ?? undefined;
}

export interface ContainerTarget {
  readonly sandbox: Sandbox;
  readonly container: RuntimeContainer;
  readonly spec: Container;
}

/** The container that a verb names, on a machine that has power; or why not. */
export function findContainer(view: View, podKey: string, name: string): ContainerTarget | Status {
  const sandbox = livingSandbox(view, podKey);
  if (!sandbox) return refuseWithoutSandbox(view, podKey);
  const idle = refuseWithoutKubelet(view, sandbox.nodeName);
  if (idle) return idle;
  const container = sandbox.containers.find((candidate) => candidate.name === name);
  if (!container) return notFound('container', `${podKey}/${name}`);
  return { sandbox, container, spec: specOf(sandbox, name) };
}

function refuseWithoutSandbox(view: View, podKey: string): Status {
  const pod = view.get('Pod', podKey);
  if (!pod) return notFound('pod', podKey);
  const node = pod.spec.nodeName;
  const details = { name: podKey, node: node ?? '' };
  return node === null
    ? failure('Conflict', 'podNotBound', `pod "${podKey}" is not assigned to a node`, details)
    : failure('Conflict', 'podNotAdmitted', `pod "${podKey}" has not been admitted on "${node}"`, details);
}

export function isStatus(value: object): value is Status {
  return 'kind' in value && value.kind === 'Status';
}

/** Nothing is done on a machine without power. */
export function refuseWithoutPower(view: View, nodeName: string): Status | null {
  const machine = view.get('Machine', nodeName);
  if (!machine) return notFound('node', nodeName);
  if (machine.power === 'on') return null;
  const [key, message] =
    machine.power === 'booting'
      ? (['nodeBooting', `node "${nodeName}" is booting`] as const)
      : (['nodeOff', `node "${nodeName}" has no power`] as const);
  return failure('ServiceUnavailable', key, message, { node: nodeName });
}

/** A kubelet that has stopped does nothing. */
function refuseWithoutKubelet(view: View, nodeName: string): Status | null {
  const off = refuseWithoutPower(view, nodeName);
  if (off || isKubeletUp(view.get('Machine', nodeName))) return off;
  const message = `kubelet on "${nodeName}" is not running`;
  return failure('ServiceUnavailable', 'kubeletDown', message, { node: nodeName });
}

/** Whatever goes through the container runtime waits for it. */
export function refuseWithoutRuntime(view: View, nodeName: string): Status | null {
  const idle = refuseWithoutKubelet(view, nodeName);
  if (idle || isRuntimeUp(view.get('Machine', nodeName))) return idle;
  const message = `container runtime on "${nodeName}" is down`;
  return failure('ServiceUnavailable', 'runtimeDown', message, { node: nodeName });
}

/** A kubelet that cannot reach the API server neither hears of pods nor tells of them. */
export function refuseUnmanaged(view: View, nodeName: string): Status | null {
  const off = refuseWithoutRuntime(view, nodeName);
  if (off) return off;
  if (view.get('Machine', nodeName)?.link === 'up') return null;
  const message = `kubelet on "${nodeName}" cannot reach the API server`;
  return failure('ServiceUnavailable', 'nodeCutOff', message, { node: nodeName });
}
