/** How an object fares, in words, for the kinds that one begins with; and whether that is worth asking why. */
import type { ApiKinds } from '../../../shared/api/kinds.ts';
import { isNodeReady } from '../../../shared/api/node.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';

/** Pods have a table of their own. */
export const WORDED_KINDS = ['Deployment', 'ReplicaSet', 'Service', 'Node'] as const;
export type WordedKind = (typeof WORDED_KINDS)[number];

export interface StateWords {
  readonly text: string;
  readonly isBad: boolean;
}

type Words = { readonly [K in WordedKind]: (object: ApiKinds[K], view: View, key: string) => StateWords };

const WORDS: Words = {
  Deployment: ({ spec, status }) => replicas(status.readyReplicas, spec.replicas),
  ReplicaSet: ({ spec, status }) => replicas(status.readyReplicas, spec.replicas),
  Service: (_service, view, key) => {
    const ready = view.get('EndpointSlice', key)?.endpoints.filter((endpoint) => endpoint.ready).length ?? 0;
    return {
      text: ready === 0 ? t('objects.noAddress') : t('objects.addresses', { count: ready }),
      isBad: ready === 0,
    };
  },
  Node: (node) => {
    if (!isNodeReady(node)) return { text: t('node.notReady'), isBad: true };
    return { text: node.spec.unschedulable ? t('node.cordoned') : t('node.ready'), isBad: false };
  },
};

function replicas(ready: number, wanted: number): StateWords {
  return { text: t('deploy.ready', { ready, wanted }), isBad: ready < wanted };
}

export function isWorded(kind: string): kind is WordedKind {
  return WORDED_KINDS.some((worded) => worded === kind);
}

export function stateWords<K extends WordedKind>(view: View, kind: K, key: string): StateWords | null {
  const object = view.get(kind, key);
  const words = WORDS[kind] as (object: ApiKinds[K], view: View, key: string) => StateWords;
  return object === undefined ? null : words(object as ApiKinds[K], view, key);
}
