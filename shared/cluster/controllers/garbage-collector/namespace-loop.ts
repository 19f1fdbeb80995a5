/** Closes namespaces: what is in one goes first, then the namespace. Source: pkg/controller/namespace/deletion. */
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { contentsOf } from '../../api-server/namespaces.ts';
import { controlLoop } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';

export const namespaceLoop = controlLoop({
  name: 'namespace',
  process: inControllerManager,
  component: 'namespace-controller',
  switchOf: () => 'garbage-collector',
  keys: (view) => view.keys('Namespace'),
  watches: {
    Namespace: (change) => [change.key],
    Pod: closingNamespace,
    ReplicaSet: closingNamespace,
    Job: closingNamespace,
    Service: closingNamespace,
    ConfigMap: closingNamespace,
    ResourceQuota: closingNamespace,
  },
  plan: (view, name) => {
    if (view.get('Namespace', name)?.status.phase !== 'Terminating') return [];
    const contents = contentsOf(view, name);
    if (contents.length === 0) return [{ verb: 'collect', kind: 'Namespace', key: name }];
    return contents
      .filter(([kind, key]) => view.get(kind, key)?.metadata.deletionTick === null)
      .map(([kind, key]) => ({ verb: 'delete', kind, key }) as const);
  },
});

/** Whatever comes or goes in one that closes. */
function closingNamespace({ key, before, after }: Pick<Change, 'key' | 'before' | 'after'>, view: View) {
  if (before !== undefined && after !== undefined) return [];
  const name = key.slice(0, key.indexOf('/'));
  return view.get('Namespace', name)?.status.phase === 'Terminating' ? [name] : [];
}
