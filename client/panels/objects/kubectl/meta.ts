/** What every kind shares. */
import type { ApiKinds } from '../../../../shared/api/kinds.ts';
import { controllerOf } from '../../../../shared/api/meta.ts';
import type { View } from '../../../../shared/store/store.ts';
import { ageOf, pairs, type Field } from './lines.ts';

export type AnyApiObject = ApiKinds[keyof ApiKinds];

export const since = (view: View, tick: number) => `${ageOf(Math.max(0, view.tick - tick))} ago`;

export function metaFields({ metadata }: Pick<AnyApiObject, 'metadata'>): readonly Field[] {
  return [
    ['Name', metadata.name],
    ...(metadata.namespace === '' ? [] : ([['Namespace', metadata.namespace]] as const)),
    ['Labels', pairs(metadata.labels)],
    ['Annotations', pairs(metadata.annotations, ': ')],
  ];
}

export const ownerOf = ({ metadata }: AnyApiObject): readonly Field[] => {
  const owner = controllerOf(metadata);
  return owner ? [['Controlled By', `${owner.kind}/${owner.name}`]] : [];
};
