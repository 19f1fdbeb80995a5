/** The one table of scheduler plugins, in the order in which they run. Weights: oracle constants `scheduler.scoreWeights`. */
import type { FilterPlugin, ScorePlugin } from './framework.ts';
import { imageLocality } from './plugins/image-locality.ts';
import { nodeAffinity } from './plugins/node-affinity.ts';
import { balancedAllocation } from './plugins/node-resources-balanced-allocation.ts';
import { leastAllocated, nodeResourcesFitFilter } from './plugins/node-resources-fit.ts';
import { nodeUnschedulable } from './plugins/node-unschedulable.ts';
import { taintTolerationFilter, taintTolerationScore } from './plugins/taint-toleration.ts';

export const FILTERS: readonly FilterPlugin[] = [
  nodeUnschedulable,
  taintTolerationFilter,
  nodeAffinity,
  nodeResourcesFitFilter,
];

export const SCORES: readonly ScorePlugin[] = [taintTolerationScore, leastAllocated, balancedAllocation, imageLocality];
