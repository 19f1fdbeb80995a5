/** What the builder's panel shows before anything is built: predicted steps, or what is wrong. Pure. */
import type { View } from '../../store/store.ts';
import { materialsOf } from './materials.ts';
import { planBuild, sizeOf, type BuildPlan, type PlanResult } from './plan.ts';
import type { Problem } from './dockerfile/problem.ts';

export interface BuildExplanation extends BuildPlan {
  /** Of the whole image, base included. */
  readonly imageBytes: number;
  /** Of the layers that this build adds itself. */
  readonly addedBytes: number;
}

export function explainBuild(
  view: View,
  dockerfile: string,
): BuildExplanation | { readonly errors: readonly Problem[] } {
  const plan: PlanResult = planBuild(dockerfile, materialsOf(view));
  if ('errors' in plan) return plan;
  const added = plan.steps.filter((step) => step.layerDigest !== null);
  return {
    ...plan,
    imageBytes: sizeOf(plan.image),
    addedBytes: added.reduce((sum, step) => sum + step.bytes, 0),
  };
}
