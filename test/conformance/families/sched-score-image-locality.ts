/** Images that a node has already. */
import { imageLocality, normalizedImageName } from '../../../shared/cluster/scheduler/plugins/image-locality.ts';
import { cluster, pod, type ClusterJson, type PodJson } from '../objects.ts';
import { scores, scoresOrZero } from '../plugins.ts';

export const adapters = {
  'ImageLocality.score': (input: ClusterJson & { readonly pod: PodJson }) => {
    const whole = cluster(input);
    return { scores: scoresOrZero(scores(imageLocality, pod(input.pod), whole), whole.nodes) };
  },
  'ImageLocality.normalizedImageName': ({ image }: { readonly image: string }) => ({
    normalized: normalizedImageName(image),
  }),
};
