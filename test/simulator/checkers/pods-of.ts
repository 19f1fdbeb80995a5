/** Who belongs to whom, by scan and not by the index that the controllers use. */
import { controllerOf } from '../../../shared/api/meta.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import type { View } from '../../../shared/store/store.ts';

export const podsOf = (view: View, uid: string): readonly Pod[] =>
  [...view.list('Pod')].filter(({ metadata }) => controllerOf(metadata)?.uid === uid);
