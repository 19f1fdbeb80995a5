/** What a kubelet tells the API server about its pods. A village that is cut off tells nothing: what it says is lost. */
import { isManaged } from '../../api/world/machine.ts';
import type { Pod } from '../../api/pod.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { recordEvent, type EventText } from '../api-server/events.ts';
import type { World } from '../world.ts';

export type KubeletEvent = Omit<EventText, 'source'>;

/** The pod that a sandbox was made for, if the API server still has it. */
export function podOfSandbox(view: View, sandbox: Sandbox): Pod | undefined {
  const pod = view.get('Pod', sandbox.podKey);
  return pod?.metadata.uid === sandbox.key ? pod : undefined;
}

export function tellOfSandbox(world: World, sandbox: Sandbox, event: KubeletEvent): void {
  if (!isManaged(world.get('Machine', sandbox.nodeName))) return;
  const pod = podOfSandbox(world, sandbox);
  if (!pod) return;
  recordEvent(world, pod, { ...event, details: { ...event.details, pod: pod.metadata.name }, source: 'kubelet' });
}

export function tellOfNode(world: World, nodeName: string, event: KubeletEvent): void {
  const node = world.get('Node', nodeName);
  if (node && isManaged(world.get('Machine', nodeName))) recordEvent(world, node, { ...event, source: 'kubelet' });
}
