/** All nodes as the scheduler sees them, mended where something has changed since it last looked. Derived from the store. */
import type { Change } from '../../store/change.ts';
import { Store, type View } from '../../store/store.ts';
import { nodeInfoOf, nodeInfos, rowOf, type NodeInfo } from './node-info.ts';

class NodeTable {
  readonly #store: Store;
  /** In the order of their names; null when a node came or went. A list that was handed out never changes. */
  #nodes: readonly NodeInfo[] | null = null;
  readonly #changed = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
    store.listen((change) => this.#follow(change), ['Node', 'Pod']);
  }

  #follow({ kind, key, before, after }: Change): void {
    if (kind === 'Node') {
      if (before && after) this.#changed.add(key);
      else this.#nodes = null;
    } else {
      for (const pod of [before, after] as Change<'Pod'>['after'][]) {
        if (pod && pod.spec.nodeName !== null) this.#changed.add(pod.spec.nodeName);
      }
    }
  }

  get nodes(): readonly NodeInfo[] {
    if (this.#nodes === null) this.#nodes = nodeInfos(this.#store);
    else if (this.#changed.size > 0) this.#nodes = this.#mended(this.#nodes);
    this.#changed.clear();
    return this.#nodes;
  }

  #mended(before: readonly NodeInfo[]): readonly NodeInfo[] {
    const nodes = [...before];
    for (const name of this.#changed) {
      // A pod may outlive its node.
      const node = this.#store.get('Node', name);
      if (node) nodes[rowOf(nodes, name)] = nodeInfoOf(this.#store, node);
    }
    return nodes;
  }
}

const tables = new WeakMap<Store, NodeTable>();

/** Every node, in the order of their names. What is not the store itself tells nobody of its changes, and is read whole. */
export function nodesIn(view: View): readonly NodeInfo[] {
  if (!(view instanceof Store)) return nodeInfos(view);
  let table = tables.get(view);
  if (!table) tables.set(view, (table = new NodeTable(view)));
  return table.nodes;
}
