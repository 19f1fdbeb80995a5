/**
 * The verdicts of all classes of pods, carried from one run of the scheduler to the next. It belongs to one view and
 * is begun anew whenever what it rests on is another: the nodes that there are, their images, or the policy.
 */
import type { Node } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';
import type { ClusterInfo } from './cluster-info.ts';
import { podClassOf } from './pod-class.ts';
import { isJudgedNodeByNode, verdictsFor, type Verdicts } from './verdicts.ts';

/** Verdicts kept at most, over all classes: the oldest class goes first. */
const MOST_VERDICTS = 1_000_000;

function isSameGround(a: Node, b: Node): boolean {
  return a.metadata.name === b.metadata.name && a.status.images === b.status.images;
}

class VerdictBook {
  readonly #policy: ClusterInfo['policy'];
  #nodes: ClusterInfo['nodes'];
  readonly #classes = new Map<string, Verdicts>();

  constructor({ policy, nodes }: ClusterInfo) {
    this.#policy = policy;
    this.#nodes = [...nodes];
  }

  restsOn({ policy, nodes }: ClusterInfo): boolean {
    if (policy !== this.#policy || nodes.length !== this.#nodes.length) return false;
    for (let row = 0; row < nodes.length; row += 1) {
      const [before, now] = [this.#nodes[row], nodes[row]];
      if (before !== now && !(before && now && isSameGround(before.node, now.node))) return false;
    }
    this.#nodes = [...nodes];
    return true;
  }

  of(pod: Pod, cluster: ClusterInfo): Verdicts | null {
    const name = podClassOf(pod);
    const before = this.#classes.get(name);
    if (before) return before;
    const verdicts = verdictsFor(pod, cluster);
    if (!verdicts) return null;
    const [oldest] = this.#classes.keys();
    if (oldest !== undefined && (this.#classes.size + 1) * this.#nodes.length > MOST_VERDICTS) {
      this.#classes.delete(oldest);
    }
    this.#classes.set(name, verdicts);
    return verdicts;
  }
}

const byView = new WeakMap<View, VerdictBook>();
/** A cluster's nodes and policy are the same ones for as long as it lives. */
const byCluster = new WeakMap<ClusterInfo, VerdictBook>();

function bookOf(view: View, cluster: ClusterInfo): VerdictBook {
  let book = byCluster.get(cluster);
  if (book) return book;
  book = byView.get(view);
  if (!book?.restsOn(cluster)) byView.set(view, (book = new VerdictBook(cluster)));
  byCluster.set(cluster, book);
  return book;
}

/** Null for a pod whose nodes cannot be judged one by one. */
export function knownVerdicts(view: View, pod: Pod, cluster: ClusterInfo): Verdicts | null {
  return isJudgedNodeByNode(pod, cluster) ? bookOf(view, cluster).of(pod, cluster) : null;
}
