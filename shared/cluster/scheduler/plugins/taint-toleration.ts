/** TaintToleration: signs at the gate. NoSchedule and NoExecute keep a pod out, PreferNoSchedule only costs score. */
import type { Taint } from '../../../api/node.ts';
import { isTolerated } from '../../../api/toleration.ts';
import { normalizeByHighest, refuse, type FilterPlugin, type ScorePlugin } from '../framework.ts';

const NAME = 'TaintToleration';

export const taintTolerationFilter: FilterPlugin = {
  name: NAME,
  isLocal: true,
  preFilter: ({ spec: { tolerations } }) => {
    const keepsOut = (taint: Taint) => taint.effect !== 'PreferNoSchedule' && !isTolerated(tolerations, taint);
    return {
      judge: ({ node }) =>
        node.spec.taints.some(keepsOut)
          ? refuse('UnschedulableAndUnresolvable', 'node(s) had untolerated taint(s)')
          : null,
    };
  },
};

/** Fewer signs that the pod would have to overlook are better. */
export const taintTolerationScore: ScorePlugin = {
  name: NAME,
  isLocal: true,
  preScore: ({ spec: { tolerations } }) => ({
    score: ({ node }) =>
      node.spec.taints.filter((taint) => taint.effect === 'PreferNoSchedule' && !isTolerated(tolerations, taint))
        .length,
    normalize: (scores) => normalizeByHighest(scores, true),
  }),
};
