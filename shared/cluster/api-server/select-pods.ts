/** Pods that a selector matches, by its rarest label. */
import { keyOf, matchesLabels, type ObjectMeta } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { sortedKeys } from '../../base/order.ts';
import type { View } from '../../store/store.ts';

type Labels = Readonly<Record<string, string>>;

/** In order of their keys. An empty selector matches none here: nobody means all pods by saying nothing. */
export function podsMatching(view: View, namespace: string, selector: Labels): readonly Pod[] {
  return candidateKeys(view, selector).flatMap((key) => {
    const pod = view.get('Pod', key);
    return pod && pod.metadata.namespace === namespace && matchesLabels(selector, pod.metadata.labels) ? [pod] : [];
  });
}

function candidateKeys(view: View, selector: Labels): readonly string[] {
  const lists = sortedKeys(selector).map((label) => view.by('podsByLabel', `${label}=${selector[label]}`));
  return lists.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

interface Selecting {
  readonly metadata: ObjectMeta;
  readonly spec: { readonly selector: { readonly matchLabels: Labels } };
}

/** Keys of the objects among `all` whose selector matches some of these pods: of few kinds there are many. */
export function selectorsTouched(all: Iterable<Selecting>, pods: readonly (Pod | undefined)[]): readonly string[] {
  const versions = pods.filter((pod) => pod !== undefined);
  const keys: string[] = [];
  for (const { metadata, spec } of all) {
    const isTouched = versions.some(
      (pod) =>
        pod.metadata.namespace === metadata.namespace && matchesLabels(spec.selector.matchLabels, pod.metadata.labels),
    );
    if (isTouched) keys.push(keyOf(metadata));
  }
  return keys;
}
