/** Watches the other workloads of shared/cluster/controllers/SPEC.md: names, places, ends that are counted, strokes. */
import { controllerOf, keyOf } from '../../../shared/api/meta.ts';
import { isPodActive, isPodTerminal, isTerminating } from '../../../shared/api/pod.ts';
import { REVISION_HASH_LABEL } from '../../../shared/api/stateful-set.ts';
import { jobEnd, settledEnd } from '../../../shared/api/job.ts';
import type { View } from '../../../shared/store/store.ts';
import { isUncounted } from '../../../shared/cluster/api-server/uncounted-pods.ts';
import { viewOf } from '../../../shared/cluster/sight/stale-view.ts';
import { writerOf } from './writer.ts';
import { invariant, unless } from './invariant.ts';
import { lastingInOrder } from './lasting.ts';
import { podsOf } from './pods-of.ts';

/** It is over and told to go, its Job has counted it, and nothing stands on its node any more. */
function isHeldForNothing(view: View, key: string): boolean {
  const pod = view.get('Pod', key);
  if (!pod || !isPodTerminal(pod) || !isTerminating(pod) || controllerOf(pod.metadata)?.kind !== 'Job') return false;
  const isByItself = view.get('LoopSwitch', 'garbage-collector')?.mode === 'auto';
  return isByItself && !isUncounted(view, pod) && !view.get('Sandbox', pod.metadata.uid);
}

export const workloads = [
  invariant('STS-1', {
    object: {
      Pod: ({ metadata }) => {
        const owner = controllerOf(metadata);
        if (owner?.kind !== 'StatefulSet') return null;
        return unless(
          new RegExp(`^${owner.name.replaceAll('.', '\\.')}-\\d+$`).test(metadata.name),
          () => `${metadata.name} is a pod of the StatefulSet ${owner.name}`,
        );
      },
    },
  }),
  invariant('DS-1', {
    *whole(view) {
      // DS-4: of two plans there may be one each.
      for (const { metadata } of view.list('DaemonSet')) {
        const places = podsOf(view, metadata.uid)
          .filter((pod) => isPodActive(pod) && pod.spec.nodeName !== null)
          .map((pod) => `${pod.spec.nodeName} (${pod.metadata.labels[REVISION_HASH_LABEL]})`);
        if (new Set(places).size !== places.length)
          yield `${metadata.name} has two pods of one plan on one node: ${places.join(', ')}`;
      }
    },
  }),
  invariant('JOB-3', {
    write: {
      Job: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        return unless(
          after.status.succeeded >= before.status.succeeded &&
            after.status.failed >= before.status.failed &&
            (jobEnd(before) === null || jobEnd(after) === jobEnd(before)),
          () => `${after.metadata.name} went from ${JSON.stringify(before.status)} to ${JSON.stringify(after.status)}`,
        );
      },
      // By the ledger itself: a backup that is restored, or a node that is gone, asks nobody.
      Pod: (before, after, view) =>
        unless(
          !before || after !== undefined || !isUncounted(view, before) || writerOf(view) === 'input',
          () => `${keyOf(before?.metadata ?? { namespace: '', name: '' })} is gone, and its Job never counted it`,
        ),
    },
    whole: (view) =>
      lastingInOrder(
        view,
        'JOB-3',
        view.keys('Pod').filter((key) => isHeldForNothing(view, key)),
      ).map((key) => `${key} is counted, or has no Job any more, and does not go`),
  }),
  invariant('JOB-4', {
    // By what the loop sees: a late picture has pods that are gone by now.
    write: {
      Job: (before, after, view) => {
        if (!after || jobEnd(after) === null || (before && jobEnd(before) !== null)) return null;
        const seen = viewOf(view, 'controller-manager');
        const left = podsOf(seen, after.metadata.uid).filter((pod) => !isPodTerminal(pod));
        return unless(
          left.length === 0 && settledEnd(after) === jobEnd(after),
          () => `${after.metadata.name} is ${jobEnd(after)} while ${left.length} of its pods have not ended`,
        );
      },
    },
  }),
  invariant('CRON-2', {
    write: {
      CronJob: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        const [was, is] = [before.status.lastScheduleTick ?? -1, after.status.lastScheduleTick ?? -1];
        return unless(is >= was, () => `${after.metadata.name} went back from stroke ${was} to ${is}`);
      },
    },
  }),
  invariant('CRON-3', {
    write: {
      CronJob: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        const { lastScheduleTick: stroke } = after.status;
        if (stroke === null || stroke === before.status.lastScheduleTick) return null;
        const since = before.status.changedTick ?? 0;
        return unless(stroke > since, () => `${after.metadata.name} answers ${stroke}, and was changed at ${since}`);
      },
    },
  }),
];
