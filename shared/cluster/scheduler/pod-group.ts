/** The group that a pod belongs to, by the Services and the controller that mean it. Source: plugins/helper/spread.go. */
import { controllerOf, keyOf, matchesLabels, type LabelSelector } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { FullLabelSelector } from '../../api/selectors.ts';
import type { Service } from '../../api/service.ts';
import { must } from '../../base/assert.ts';
import type { View } from '../../store/store.ts';

type Meaning = Pick<Service, 'spec'> & { readonly metadata: Pick<Service['metadata'], 'namespace'> };

/** All of the selectors together; empty for a pod that none means. */
export function groupSelector(
  { metadata: { namespace, labels } }: Pod,
  services: readonly Meaning[],
  ofController?: LabelSelector,
): FullLabelSelector {
  const matchLabels: Record<string, string> = {};
  for (const { metadata, spec } of services) {
    // One without a selector means nobody, and adds nothing.
    if (metadata.namespace === namespace && matchesLabels(spec.selector, labels)) {
      Object.assign(matchLabels, spec.selector);
    }
  }
  return {
    matchLabels: { ...matchLabels, ...ofController?.matchLabels },
    matchExpressions: ofController?.matchExpressions ?? [],
  };
}

export function groupOf(view: View, pod: Pod): FullLabelSelector {
  const services = view.keys('Service').map((key) => must(view.get('Service', key), key));
  const owner = controllerOf(pod.metadata);
  const isKnown = owner?.kind === 'ReplicaSet' || owner?.kind === 'StatefulSet';
  const key = keyOf({ namespace: pod.metadata.namespace, name: owner?.name ?? '' });
  return groupSelector(pod, services, isKnown ? view.get(owner.kind, key)?.spec.selector : undefined);
}
