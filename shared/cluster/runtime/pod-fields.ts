/**
 * What a pod tells its containers of itself (the downward API).
 * Source: pkg/fieldpath, ExtractFieldPathAsString; pkg/kubelet, podFieldSelectorRuntimeValue.
 */
import type { View } from '../../store/store.ts';

const KEYED = /^metadata\.(labels|annotations)\['(.+)'\]$/;

/** Undefined where nobody knows it. A label that is not there is empty. */
export function podField(view: View, podKey: string, path: string): string | undefined {
  const [namespace, name] = podKey.split('/');
  if (path === 'metadata.name') return name;
  if (path === 'metadata.namespace') return namespace;
  const pod = view.get('Pod', podKey);
  if (!pod) return undefined;
  const { metadata, spec } = pod;
  const [, shelf, key = ''] = KEYED.exec(path) ?? [];
  if (shelf === 'labels' || shelf === 'annotations')
    return Object.hasOwn(metadata[shelf], key) ? metadata[shelf][key] : '';
  if (path === 'metadata.uid') return metadata.uid;
  if (path === 'spec.nodeName') return spec.nodeName ?? '';
  if (path.startsWith('status.hostIP')) return view.get('Node', spec.nodeName ?? '')?.status.address;
  if (path.startsWith('status.podIP')) return view.get('Sandbox', metadata.uid)?.address;
  // Nobody has another.
  return 'default';
}
