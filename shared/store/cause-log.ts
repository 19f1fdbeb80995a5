/**
 * Causes: each write knows the activation (an input, or a loop's run) that made it, and each activation knows what
 * woke it. Explanation only: no rule reads it, the hash leaves it out, and old nodes are forgotten.
 */
export interface Cause {
  readonly id: number;
  readonly tick: number;
  /** What woke it; 0 for an input. */
  readonly parent: number;
  /** Sequence number of the input at the end of the chain; null when that is not known. */
  readonly input: number | null;
  /** `input`, or the name of the loop that acted. */
  readonly by: string;
  /** What it acted on: the loop's key, or the input in short. */
  readonly subject: string;
}

/** Older causes are dropped; what stays still names its input. */
export const CAUSES_KEPT = 20_000;

export interface CauseFrame {
  readonly next: number;
  readonly nodes: readonly Cause[];
  readonly objects: readonly (readonly [string, number])[];
}

export class CauseLog {
  /** A ring: the node of an id stands at id modulo its size, until a later one takes the place. */
  readonly #nodes: Cause[] = [];
  /** By kind, then by key: cause of the object's last write. Two steps, so that a write need not put a text together. */
  readonly #objects = new Map<string, Map<string, number>>();
  #next = 1;

  open(tick: number, by: string, subject: string, parent: number, input: number | null): number {
    const id = this.#next;
    this.#next += 1;
    const node = { id, tick, parent, input: input ?? this.get(parent)?.input ?? null, by, subject };
    this.#nodes[id % CAUSES_KEPT] = node;
    return id;
  }

  get(id: number): Cause | undefined {
    const node = this.#nodes[id % CAUSES_KEPT];
    return node?.id === id ? node : undefined;
  }

  note(reference: string, cause: number): void {
    const [kind, key] = parted(reference);
    this.noteObject(kind, key, cause);
  }

  noteObject(kind: string, key: string, cause: number): void {
    let ofKind = this.#objects.get(kind);
    if (!ofKind) this.#objects.set(kind, (ofKind = new Map()));
    ofKind.set(key, cause);
  }

  forgetObject(kind: string, key: string): void {
    this.#objects.get(kind)?.delete(key);
  }

  /** Cause of the last write to an object; 0 when unknown. */
  of(reference: string): number {
    const [kind, key] = parted(reference);
    return this.#objects.get(kind)?.get(key) ?? 0;
  }

  /** From the object's last write back to the input, as far as it is remembered. */
  chain(reference: string): readonly Cause[] {
    const chain: Cause[] = [];
    for (let cause = this.get(this.of(reference)); cause; cause = this.get(cause.parent)) chain.push(cause);
    return chain;
  }

  frame(): CauseFrame {
    const nodes: Cause[] = [];
    for (let id = Math.max(1, this.#next - CAUSES_KEPT); id < this.#next; id += 1) {
      const node = this.get(id);
      if (node) nodes.push(node);
    }
    const objects = [...this.#objects].flatMap(([kind, ofKind]) =>
      [...ofKind].map(([key, cause]) => [`${kind}/${key}`, cause] as const),
    );
    return { next: this.#next, nodes, objects };
  }

  static from(frame: CauseFrame): CauseLog {
    const log = new CauseLog();
    log.#next = frame.next;
    for (const node of frame.nodes) log.#nodes[node.id % CAUSES_KEPT] = node;
    for (const [reference, cause] of frame.objects) log.note(reference, cause);
    return log;
  }
}

/** `Pod/default/web-1`: the kind has no stroke in it, the key may have. */
function parted(reference: string): readonly [kind: string, key: string] {
  const stroke = reference.indexOf('/');
  return [reference.slice(0, stroke), reference.slice(stroke + 1)];
}
