/** Who else sizes the same pods: then nobody does. Source: horizontal.go, hpasControllingPodsUnderSelector. */
import { matchesSelector } from '../../../api/selectors.ts';
import type { View } from '../../../store/store.ts';
import { podsMatching } from '../../api-server/select-pods.ts';
import { scaleOf, type Scale } from './scale-target.ts';

/** Null where one autoscaler alone sizes these pods; else why none of them does. */
export function rivalry(view: View, namespace: string, { kind, key, selector }: Scale) {
  const pods = podsMatching(view, namespace, selector);
  const autoscalers = view.keys('HorizontalPodAutoscaler').filter((other) => {
    const autoscaler = view.get('HorizontalPodAutoscaler', other);
    if (autoscaler?.metadata.namespace !== namespace) return false;
    const target = autoscaler.spec.scaleTargetRef;
    const scale = scaleOf(view, target.kind, namespace, target.name);
    return scale !== null && pods.some(({ metadata }) => matchesSelector(scale.selector, metadata.labels));
  });
  if (autoscalers.length < 2) return null;
  const message = `pods of ${kind} ${key} are controlled by multiple HPAs: ${autoscalers.join(', ')}`;
  return { reason: 'AmbiguousSelector', message };
}
