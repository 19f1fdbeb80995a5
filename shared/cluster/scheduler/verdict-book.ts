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
/** The list of changed rows is kept up to this many times the rows that there are. */
const LISTS_KEPT = 4;

function isSameGround(a: Node, b: Node): boolean {
  return a.metadata.name === b.metadata.name && a.status.images === b.status.images;
}

class VerdictBook {
  readonly #policy: ClusterInfo['policy'];
  #nodes: ClusterInfo['nodes'];
  readonly #classes = new Map<string, Verdicts>();
  /** Rows whose node is another than some class may have seen. It only grows; a list that is too long begins anew. */
  #changed: number[] = [];
  /** The one that is followed now, and how many of its assumed rows have been. */
  #cluster: ClusterInfo;
  #followed = 0;

  constructor(cluster: ClusterInfo) {
    this.#policy = cluster.policy;
    this.#nodes = [...cluster.nodes];
    this.#cluster = cluster;
  }

  /** Goes on with another cluster, where it is one of the same nodes. */
  restsOn(cluster: ClusterInfo): boolean {
    if (cluster === this.#cluster) return true;
    const { policy, nodes } = cluster;
    if (policy !== this.#policy || nodes.length !== this.#nodes.length) return false;
    for (let row = 0; row < nodes.length; row += 1) {
      const before = this.#nodes[row];
      const now = nodes[row];
      if (before === now) continue;
      if (!before || !now || !isSameGround(before.node, now.node)) return false;
      this.#changed.push(row);
    }
    // What was only assumed may not have come true.
    this.#changed.push(...assumedIn(this.#cluster));
    this.#nodes = [...nodes];
    this.#cluster = cluster;
    this.#followed = 0;
    return true;
  }

  of(pod: Pod, cluster: ClusterInfo): Verdicts | null {
    const verdicts = this.#classOf(pod, cluster);
    if (!verdicts) return null;
    const assumed = assumedIn(cluster);
    for (; this.#followed < assumed.length; this.#followed += 1) this.#changed.push(assumed[this.#followed] ?? 0);
    if (this.#changed.length > this.#nodes.length * LISTS_KEPT) this.#doubtAll();
    verdicts.follow(this.#changed);
    return verdicts;
  }

  #doubtAll(): void {
    this.#changed = [];
    for (const verdicts of this.#classes.values()) verdicts.doubtAll();
  }

  #classOf(pod: Pod, cluster: ClusterInfo): Verdicts | null {
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

const NONE: readonly number[] = [];
const assumedIn = ({ assumedRows }: ClusterInfo): readonly number[] => assumedRows ?? NONE;

const books = new WeakMap<View, VerdictBook>();

function bookOf(view: View, cluster: ClusterInfo): VerdictBook {
  let book = books.get(view);
  if (!book?.restsOn(cluster)) books.set(view, (book = new VerdictBook(cluster)));
  return book;
}

/** Null for a pod whose nodes cannot be judged one by one. */
export function knownVerdicts(view: View, pod: Pod, cluster: ClusterInfo): Verdicts | null {
  return isJudgedNodeByNode(pod, cluster) ? bookOf(view, cluster).of(pod, cluster) : null;
}
