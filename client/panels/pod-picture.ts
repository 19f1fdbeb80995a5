/** The house's frame for a pod: pulling has three, by the layers that have arrived. */
import type { Pod } from '../../shared/api/pod.ts';
import { normaliseReference } from '../../shared/cluster/registry/reference.ts';
import type { View } from '../../shared/store/store.ts';
import type { PodState } from '../state/pod-state.ts';

export function pictureOfPod(view: View, pod: Pod, state: PodState): string {
  if (state !== 'pulling') return state;
  const node = pod.spec.nodeName ?? '';
  const pull = pod.spec.containers
    .map(({ image }) => view.get('ImagePull', `${node}|${normaliseReference(image) ?? ''}`))
    .find((found) => found !== undefined);
  if (!pull || pull.layers.length === 0) return 'pulling-1';
  if (pull.arrived * 3 < pull.layers.length) return 'pulling-1';
  return pull.arrived < pull.layers.length ? 'pulling-2' : 'pulling-3';
}
