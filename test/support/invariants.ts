/** What must hold after every tick of every session, whoever plays. Each violation is a sentence. */
import type { Pod } from '../../shared/api/pod.ts';
import { nodeInfos } from '../../shared/cluster/scheduler/node-info.ts';
import { arrivingRps } from '../../shared/cluster/traffic/demand.ts';
import { sumOfLosses, totalsAt } from '../../shared/cluster/traffic/totals.ts';
import type { Change } from '../../shared/store/change.ts';
import type { View } from '../../shared/store/store.ts';

export class Invariants {
  #revision = 0;
  #totals = new Map<string, readonly [served: number, lost: number]>();

  /** `changes` are those since the last call. */
  violations(view: View, changes: readonly Change[]): readonly string[] {
    return [
      ...this.#revisions(view, changes),
      ...oneNodeEach(view, changes),
      ...roomOnNodes(view),
      ...this.#visitors(view),
    ];
  }

  #revisions(view: View, changes: readonly Change[]): readonly string[] {
    const wrong: string[] = [];
    for (const { kind, key, before, after } of changes) {
      const old = before && 'metadata' in before ? before.metadata.resourceVersion : 0;
      const now = after && 'metadata' in after ? after.metadata.resourceVersion : undefined;
      if (now !== undefined && now <= old) wrong.push(`${kind}/${key} went from revision ${old} to ${now}`);
    }
    if (view.revision < this.#revision) wrong.push(`revision fell from ${this.#revision} to ${view.revision}`);
    if (view.revision === this.#revision && changes.length > 0) wrong.push('the store changed without a new revision');
    this.#revision = view.revision;
    return wrong;
  }

  #visitors(view: View): readonly string[] {
    const wrong: string[] = [];
    for (const traffic of view.list('Traffic')) {
      const { key, servedRps, lostRps, byPod, demandRps } = traffic;
      const coming = arrivingRps(view, key, demandRps);
      if (servedRps + sumOfLosses(lostRps) !== coming)
        wrong.push(`${key}: ${coming} came, ${servedRps} served, lost ${JSON.stringify(lostRps)}`);
      const byPods = Object.values(byPod).reduce((sum, served) => sum + served, 0);
      if (byPods !== servedRps) wrong.push(`${key}: pods serve ${byPods}, the service ${servedRps}`);
      const { served, lost, offered } = totalsAt(traffic, view.tick);
      const [oldServed, oldLost] = this.#totals.get(key) ?? [0, 0];
      if (served < oldServed || lost < oldLost || offered !== served + lost) wrong.push(`${key}: totals fell`);
      this.#totals.set(key, [served, lost]);
    }
    return wrong;
  }
}

/** A pod is bound once, runs where it is bound, and has one sandbox: its uid is the sandbox's key. */
function oneNodeEach(view: View, changes: readonly Change[]): readonly string[] {
  const wrong: string[] = [];
  for (const { kind, key, before, after } of changes) {
    if (kind !== 'Pod' || !before || !after) continue;
    const [old, now] = [before as Pod, after as Pod];
    if (
      old.metadata.uid === now.metadata.uid &&
      old.spec.nodeName !== null &&
      old.spec.nodeName !== now.spec.nodeName
    ) {
      wrong.push(`pod ${key} moved from ${old.spec.nodeName} to ${now.spec.nodeName}`);
    }
  }
  for (const sandbox of view.list('Sandbox')) {
    const pod = view.get('Pod', sandbox.podKey);
    if (pod?.metadata.uid === sandbox.key && pod.spec.nodeName !== sandbox.nodeName) {
      wrong.push(`pod ${sandbox.podKey} is bound to ${pod.spec.nodeName} and runs on ${sandbox.nodeName}`);
    }
  }
  return wrong;
}

function roomOnNodes(view: View): readonly string[] {
  return nodeInfos(view).flatMap(({ node, requested }) => {
    const { cpuMilli, memoryBytes, pods } = node.status.allocatable;
    const isOver = requested.cpuMilli > cpuMilli || requested.memoryBytes > memoryBytes || requested.pods > pods;
    return isOver
      ? [`node ${node.metadata.name} holds ${JSON.stringify(requested)} of ${JSON.stringify(node.status.allocatable)}`]
      : [];
  });
}
