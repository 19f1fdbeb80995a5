/** Pods that a selector matches, by its rarest label. */
import { keyOf, type ObjectMeta } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { isEmptySelector, matchesSelector, type FullLabelSelector } from '../../api/selectors.ts';
import { byCodeUnit, sortedKeys } from '../../base/order.ts';
import type { View } from '../../store/store.ts';

/** In order of their keys. An empty selector matches none here: no Service or workload means all by saying nothing. */
export function podsMatching(view: View, namespace: string, selector: FullLabelSelector): readonly Pod[] {
  return isEmptySelector(selector) ? [] : podsSelected(view, namespace, selector);
}

/** The same, but an empty selector means all pods of the namespace, as of a disruption budget. */
export function podsSelected(view: View, namespace: string, selector: FullLabelSelector): readonly Pod[] {
  return candidateKeys(view, namespace, selector).flatMap((key) => {
    const pod = view.get('Pod', key);
    return pod && pod.metadata.namespace === namespace && matchesSelector(selector, pod.metadata.labels) ? [pod] : [];
  });
}

/** Those that bear its rarest label; where it asks for none by name and value, all of the namespace. */
function candidateKeys(
  view: View,
  namespace: string,
  { matchLabels = {}, matchExpressions = [] }: FullLabelSelector,
): readonly string[] {
  const bearing = (label: string, value: string) => view.by('podsByLabel', `${label}=${value}`);
  const lists = [
    ...sortedKeys(matchLabels).map((label) => bearing(label, matchLabels[label] ?? '')),
    ...matchExpressions
      .filter(({ operator }) => operator === 'In')
      .map(({ key, values = [] }) => [...new Set(values.flatMap((value) => bearing(key, value)))].sort(byCodeUnit)),
  ];
  return lists.toSorted((a, b) => a.length - b.length)[0] ?? view.by('podsByNamespace', namespace);
}

interface Selecting {
  readonly metadata: ObjectMeta;
  readonly spec: { readonly selector: FullLabelSelector };
}

/** Keys of the objects among `all` whose selector matches some of these pods: of few kinds there are many. */
export function selectorsTouched(all: Iterable<Selecting>, pods: readonly (Pod | undefined)[]): readonly string[] {
  const versions = pods.filter((pod) => pod !== undefined);
  const keys: string[] = [];
  for (const { metadata, spec } of all) {
    const isTouched = versions.some(
      (pod) => pod.metadata.namespace === metadata.namespace && matchesSelector(spec.selector, pod.metadata.labels),
    );
    if (isTouched) keys.push(keyOf(metadata));
  }
  return keys;
}
