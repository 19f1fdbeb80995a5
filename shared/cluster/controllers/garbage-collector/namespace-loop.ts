/** Closes namespaces: what is in one goes first, then the namespace. Source: pkg/controller/namespace/deletion. */
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { CONTENTS, contentsOf } from '../../api-server/namespaces.ts';
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
    ...Object.fromEntries(CONTENTS.map((kind) => [kind, closingNamespace])),
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

type ContentChange = Change<(typeof CONTENTS)[number]>;

/** Whatever comes or goes in one that closes. */
function closingNamespace({ key, before, after }: ContentChange, view: View): readonly string[] {
  if (before !== undefined && after !== undefined) return [];
  const name = key.slice(0, key.indexOf('/'));
  return view.get('Namespace', name)?.status.phase === 'Terminating' ? [name] : [];
}
