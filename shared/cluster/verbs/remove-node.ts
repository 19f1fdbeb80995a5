/** removeNode: gives a machine back. Its pods must have left, and somewhere must remain. */
import { z } from 'zod';
import type { Kind } from '../../api/kinds.ts';
import { controllerOf } from '../../api/meta.ts';
import { isPodActive } from '../../api/pod.ts';
import { failure, notFound } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

/** Owners of pods that are the node's own. */
const BELONGS: ReadonlySet<Kind | undefined> = new Set(['DaemonSet', 'Node'] as const);

export const removeNode = defineVerb({
  schema: z.strictObject({ verb: z.literal('removeNode'), node: nodeName }),
  apply: (world, { node }) => {
    if (!world.get('Machine', node)) return notFound('nodes', node);
    const pods = podsThere(world, node);
    if (pods > 0) {
      const message = `node "${node}" still has ${pods} pods: drain it first`;
      return failure('Conflict', 'nodeNotEmpty', message, { node, pods });
    }
    if (world.count('Machine') === 1) {
      return failure('Forbidden', 'lastNode', `node "${node}" is the last one`, { node });
    }
    for (const key of world.by('pullsByNode', node)) world.remove('ImagePull', key);
    for (const key of world.by('sandboxesByNode', node)) world.remove('Sandbox', key);
    for (const kind of ['Node', 'Machine', 'KubeletState', 'LogCollector', 'ImageCache', 'ProxyRules'] as const)
      world.remove(kind, node);
    world.remove('LoopSwitch', `kubelet/${node}`);
    world.remove('Seat', `kubelet/${node}`);
    return null;
  },
});

/** Those that a DaemonSet sent do not count, nor static ones: they go with their village. */
function podsThere(view: View, node: string): number {
  return view.by('podsByNode', node).filter((key) => {
    const pod = view.get('Pod', key);
    return pod !== undefined && isPodActive(pod) && !BELONGS.has(controllerOf(pod.metadata)?.kind);
  }).length;
}
