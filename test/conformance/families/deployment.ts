// The Deployment controller's arithmetic.
import type { IntOrPercent } from '../../../shared/api/int-or-percent.ts';
import type { DeploymentSpec } from '../../../shared/api/deployment.ts';
import { DESIRED_REPLICAS_ANNOTATION, MAX_REPLICAS_ANNOTATION } from '../../../shared/api/deployment.ts';
import {
  resolveFenceposts,
  rolloutGoal,
  type RolloutGoal,
} from '../../../shared/cluster/controllers/deployment/fenceposts.ts';
import { forgottenRevisions } from '../../../shared/cluster/controllers/deployment/history.ts';
import {
  isComplete,
  isProgressing,
  isTimedOut,
  type Counts,
} from '../../../shared/cluster/controllers/deployment/progress.ts';
import {
  cleanUpUnhealthy,
  newReplicaCount,
  resizeNew,
  resizeOld,
  scaleDownOld,
} from '../../../shared/cluster/controllers/deployment/rolling-update.ts';
import { scale } from '../../../shared/cluster/controllers/deployment/scaling.ts';
import {
  countAnnotation,
  type Resize,
  type SizedSet,
} from '../../../shared/cluster/controllers/deployment/sized-set.ts';
import { replicaCounts } from '../../../shared/cluster/controllers/deployment/status.ts';

interface Rolling {
  readonly deploymentReplicas: number;
  readonly maxSurge: IntOrPercent;
  readonly maxUnavailable: IntOrPercent;
  readonly strategyType?: DeploymentSpec['strategy']['type'];
}

function goalOf({ deploymentReplicas: replicas, maxSurge, maxUnavailable, strategyType }: Rolling): RolloutGoal {
  const rolling = { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } } as const;
  return rolloutGoal({ replicas, strategy: strategyType === 'Recreate' ? { type: 'Recreate' } : rolling });
}

const aSet = (key: string, replicas: number, availableReplicas: number): SizedSet => ({
  key,
  replicas,
  availableReplicas,
  createdTick: 0,
  desiredReplicas: null,
  maxReplicas: null,
});

const sizeOf = (resizes: readonly Resize[], key: string, before: number): number =>
  resizes.findLast((resize) => resize.key === key)?.replicas ?? before;

interface OldAndNew extends Rolling {
  readonly newReplicas: number;
  readonly oldReplicas: number;
  readonly availableNew: number;
  readonly availableOld: number;
}

interface Strategic {
  readonly replicas?: number;
  readonly strategy: {
    readonly type: DeploymentSpec['strategy']['type'];
    readonly rollingUpdate?: { readonly maxSurge?: IntOrPercent; readonly maxUnavailable?: IntOrPercent };
  };
}

const goalOfSpec = ({ replicas = 0, strategy: { type, rollingUpdate = {} } }: Strategic): RolloutGoal => {
  const { maxSurge = 0, maxUnavailable = 0 } = rollingUpdate;
  return goalOf({ deploymentReplicas: replicas, maxSurge, maxUnavailable, strategyType: type });
};

interface WrittenSet {
  readonly name: string;
  readonly replicas: number;
  readonly availableReplicas: number;
  readonly statusReplicas: number;
  readonly created: string;
  readonly deleting: boolean;
  readonly annotations: Readonly<Record<string, string>> | null;
}

const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);

function sizedSet({ name, replicas, availableReplicas, created, annotations }: WrittenSet): SizedSet {
  const metadata = { annotations: annotations ?? {} };
  return {
    key: name,
    replicas,
    availableReplicas,
    createdTick: seconds(created),
    desiredReplicas: countAnnotation(metadata, DESIRED_REPLICAS_ANNOTATION),
    maxReplicas: countAnnotation(metadata, MAX_REPLICAS_ANNOTATION),
  };
}

interface Scaling {
  readonly deployment: Strategic & { readonly paused: boolean };
  readonly newRS: WrittenSet | null;
  readonly oldRSs: readonly WrittenSet[] | null;
  readonly oldDeploymentReplicas: number;
}

function scaleProportionally({ deployment, newRS, oldRSs, oldDeploymentReplicas }: Scaling) {
  const old = oldRSs ?? [];
  const resizes = scale(
    goalOfSpec(deployment),
    newRS ? sizedSet(newRS) : null,
    old.map(sizedSet),
    oldDeploymentReplicas,
  );
  const after = (set: WrittenSet) => sizeOf(resizes, set.name, set.replicas);
  return { newRS: newRS && after(newRS), oldRSs: old.map(after) };
}

interface TimedOut {
  readonly conditions?: readonly {
    readonly type: string;
    readonly reason?: string;
    readonly lastUpdateTime?: string;
  }[];
  readonly progressDeadlineSeconds?: number | null;
  readonly now?: string;
}

function timedOut({ conditions = [], progressDeadlineSeconds = null, now }: TimedOut) {
  const found = conditions.find(({ type }) => type === 'Progressing');
  const progressing = found && {
    reason: found.reason ?? '',
    lastUpdateTick: found.lastUpdateTime === undefined ? 0 : seconds(found.lastUpdateTime),
  };
  return { timedOut: isTimedOut(progressing, progressDeadlineSeconds, now === undefined ? 0 : seconds(now)) };
}

function fenceposts({
  maxSurge = 0,
  maxUnavailable = 0,
  desired,
}: {
  readonly maxSurge?: IntOrPercent;
  readonly maxUnavailable?: IntOrPercent;
  readonly desired: number;
}) {
  const posts = resolveFenceposts(maxSurge, maxUnavailable, desired);
  return posts ? { error: false, ...posts } : { error: true, surge: 0, unavailable: 0 };
}

const NO_COUNTS: Counts = { replicas: 0, updatedReplicas: 0, readyReplicas: 0, availableReplicas: 0 };

export const adapters = {
  reconcileNewReplicaSet: (input: OldAndNew) => {
    const resizes = resizeNew(goalOf(input), aSet('new', input.newReplicas, 0), [aSet('old', input.oldReplicas, 0)]);
    return { newReplicas: sizeOf(resizes, 'new', input.newReplicas), scaled: resizes.length > 0 };
  },
  reconcileOldReplicaSets: (input: OldAndNew) => {
    const newSet = aSet('new', input.newReplicas, input.availableNew);
    const resizes = resizeOld(goalOf(input), newSet, [aSet('old', input.oldReplicas, input.availableOld)]);
    return { oldReplicas: sizeOf(resizes, 'old', input.oldReplicas), scaled: resizes.length > 0 };
  },
  cleanupUnhealthyReplicas: (input: OldAndNew & { readonly maxCleanupCount: number }) => {
    const resizes = cleanUpUnhealthy([aSet('old', input.oldReplicas, input.availableOld)], input.maxCleanupCount);
    return { cleanedUp: input.oldReplicas - sizeOf(resizes, 'old', input.oldReplicas) };
  },
  scaleDownOldReplicaSetsForRollingUpdate: (input: OldAndNew) => {
    const resizes = scaleDownOld(goalOf(input), 0, [aSet('old', input.oldReplicas, input.availableOld)]);
    return { oldReplicas: sizeOf(resizes, 'old', input.oldReplicas), scaled: resizes.length > 0 };
  },
  'scale.proportional': scaleProportionally,
  cleanupDeployment: (input: {
    readonly oldRSs: readonly WrittenSet[] | null;
    readonly revisionHistoryLimit: number;
  }) => {
    const sets = (input.oldRSs ?? []).map((set, index) => ({
      key: set.name,
      revision: index,
      replicas: set.replicas,
      actualReplicas: set.statusReplicas,
      isDeleting: set.deleting,
      isBehind: false,
    }));
    return { deletions: forgottenRevisions(sets, input.revisionHistoryLimit).length };
  },
  replicaCounts: (input: {
    readonly replicaSets: readonly {
      readonly specReplicas: number;
      readonly statusReplicas: number;
      readonly terminatingReplicas?: number | null;
    }[];
  }) => {
    const { wanted, ...counts } = replicaCounts(
      input.replicaSets.map(({ specReplicas, statusReplicas, terminatingReplicas = null }) => ({
        wanted: specReplicas,
        actual: statusReplicas,
        terminating: terminatingReplicas,
      })),
    );
    return { ...counts, spec: wanted };
  },
  resolveFenceposts: fenceposts,
  newRSNewReplicas: (input: Rolling & { readonly newRSReplicas: number; readonly allRSsSpecReplicas: number[] }) => {
    const total = input.allRSsSpecReplicas.reduce((sum, replicas) => sum + replicas, 0);
    return { newReplicas: newReplicaCount(goalOf(input), input.newRSReplicas, total) };
  },
  deploymentComplete: ({ replicas, status }: { readonly replicas: number; readonly status: Partial<Counts> }) => ({
    complete: isComplete(replicas, { ...NO_COUNTS, ...status }),
  }),
  deploymentProgressing: (input: { readonly oldStatus: Partial<Counts>; readonly newStatus: Partial<Counts> }) => ({
    progressing: isProgressing({ ...NO_COUNTS, ...input.oldStatus }, { ...NO_COUNTS, ...input.newStatus }),
  }),
  deploymentTimedOut: timedOut,
  maxUnavailable: (input: Strategic) => ({ maxUnavailable: goalOfSpec(input).maxUnavailable }),
  minAvailable: (input: Strategic) => ({ minAvailable: goalOfSpec(input).minAvailable }),
};

/** Annotations are told apart by `rsNotUpdated`; what a set became is its size. */
export const comparers = {
  'scale.proportional': (
    expected: { readonly newRS: WrittenSet | null; readonly oldRSs: readonly WrittenSet[] },
    got: { readonly newRS: number | null; readonly oldRSs: readonly number[] },
  ) =>
    (expected.newRS?.replicas ?? null) === got.newRS &&
    JSON.stringify(expected.oldRSs.map(({ replicas }) => replicas)) === JSON.stringify(got.oldRSs),
};
