/** What the builder's panel shows before anything is built: predicted steps, or what is wrong. Pure. */
import type { View } from '../../store/store.ts';
import { materialsOf, type BuildOptions } from './materials.ts';
import { planBuild, sizeOf, type BuildPlan, type PlanResult } from './plan.ts';
import type { Problem } from './dockerfile/problem.ts';

export interface BuildExplanation extends BuildPlan {
  /** Of the whole image, base included. */
  readonly imageBytes: number;
  /** Of the layers that this build adds itself to the image. */
  readonly addedBytes: number;
}

export function explainBuild(
  view: View,
  dockerfile: string,
  options: BuildOptions = {},
): BuildExplanation | { readonly errors: readonly Problem[] } {
  const plan: PlanResult = planBuild(dockerfile, materialsOf(view, options));
  if ('errors' in plan) return plan;
  const made = new Set(plan.steps.map(({ layerDigest }) => layerDigest));
  const added = plan.image.layers.filter(({ digest }) => made.has(digest));
  return {
    ...plan,
    imageBytes: sizeOf(plan.image),
    addedBytes: added.reduce((sum, layer) => sum + layer.bytes, 0),
  };
}
