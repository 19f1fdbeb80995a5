/** What a kubelet is told at its start, and whether it would start with it. */
import type { KubeletSettings } from '../../api/world/kubelet-settings.ts';
import type { View } from '../../store/store.ts';
import { settingsOf } from '../world.ts';
import { parseThresholds } from './eviction/thresholds.ts';
import { isValidGcPolicy } from './images/image-gc.ts';

export function kubeletSettingsOf(view: View, nodeName: string): KubeletSettings {
  return view.get('Machine', nodeName)?.kubelet ?? settingsOf(view).kubelet;
}

/** What is wrong with them; null when nothing is. */
export function kubeletProblem(settings: KubeletSettings): string | null {
  const thresholds = parseThresholds(settings);
  if ('error' in thresholds) return thresholds.error;
  const { imageGCHighThresholdPercent: highPercent, imageGCLowThresholdPercent: lowPercent } = settings;
  return isValidGcPolicy({ highPercent, lowPercent })
    ? null
    : `imageGCLowThresholdPercent ${lowPercent} is above imageGCHighThresholdPercent ${highPercent}`;
}
