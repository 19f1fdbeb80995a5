/** The kubelet's own memory of its node. */
import type { KubeletState } from '../../api/world/kubelet-state.ts';
import type { View } from '../../store/store.ts';

export function kubeletStateOf(view: View, nodeName: string): KubeletState {
  const known = view.get('KubeletState', nodeName);
  if (known) return known;
  return { kind: 'KubeletState', key: nodeName, pullTokens: null, imageGcTick: 0, pressures: {}, evictionTick: 0 };
}
