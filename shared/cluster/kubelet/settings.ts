/** Whether a kubelet would start with these settings. */
import type { KubeletSettings } from '../../api/world/kubelet-settings.ts';
import { parseThresholds } from './eviction/thresholds.ts';
import { isValidGcPolicy } from './images/image-gc.ts';

/** What is wrong with them; null when nothing is. */
export function kubeletProblem(settings: KubeletSettings): string | null {
  const thresholds = parseThresholds(settings);
  if ('error' in thresholds) return thresholds.error;
  const { imageGCHighThresholdPercent: highPercent, imageGCLowThresholdPercent: lowPercent } = settings;
  return isValidGcPolicy({ highPercent, lowPercent })
    ? null
    : `imageGCLowThresholdPercent ${lowPercent} is above imageGCHighThresholdPercent ${highPercent}`;
}
