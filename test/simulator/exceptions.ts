/**
 * What a run need not reach, each with its reason: all that few of the seeds meet. Whatever is not named here, and
 * whatever a table gains, must be reached.
 */
import type { Counted } from './tally.ts';

const excepted = (reason: string, names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, reason]),
  );

export const EXCEPTIONS: { readonly [What in Counted]?: Readonly<Record<string, string>> } = {
  refusals: {
    ...excepted(
      'Said by the room, the pages, the client or a query: no input of a log.',
      `
    alreadyStarted badMessage brokenCommand foreignOrigin frozen hostOnly internal lengthRequired lobbyLocked
    methodNotAllowed nicknameTaken noRecording noSuchScenario noSuchSession notARecording nothingHere
    nothingToEnd offline otherTeam practiceOnly recordingUntrue replayOnly sessionEnded sessionFull starting
    tooManyMessages tooManyRequests tooManySessions unknownMessage unknownNickname unknownToken watchOnly
    watching wrongHostKey wrongProtocol
    `,
    ),
    ...excepted(
      'Needs one moment of a minute that fewer than two of 240 classes meet; the unit tests of its area bring it about.',
      `
    alreadyCompacted alreadyPushing backpackFull configMissing containerCreating containerNotRunning
    containerStopping crashLoopBackOff daemonNotWanted daemonPresent etcdSlow hostKernelPanic hostLayerBroken imageNotPulled
    imagePresent imagePullBackOff imageQuarantined imageUnknown imageUnsigned imageVulnerable initFirst
    invalidMerge jobActive jobBacksOff jobOver kubeletDown lastNode logStoreStarting logsNoContainer logsNoPrevious
    logsNotStarted logsUnreachable namespaceNeeded noImageToSpoil nodeAlreadyUnknown nodeCutOff nodeRefuses
    notRunning objectExists objectReplaced oldPodsRemain ordinalTaken ordinalWaits podDeleted podEnded
    podNotRenewed podNotStopped podOver podSetAside podStillRunning podStopping podTerminating preemptInVain
    preemptNotNow processCutOff registryBusy restartForbidden runtimeStarting staticPodUnfit tagImmutable tooLarge townFull
    `,
    ),
  },
  events: excepted(
    'Needs more than a minute, or a pod that few players write; the unit tests of its area bring it about.',
    `
    AmbiguousSelector BackoffLimitExceeded BelongingsLost DeadlineExceeded ErrImageNeverPull
    FailedGetContainerResourceMetric FailedGetExternalMetric FailedGetObjectMetric FailedGetScale
    FailedPostStartHook FailedPreStopHook FreeDiskSpaceFailed JobAlreadyActive NodeAffinity
    NodeHasSufficientMemory NodeHasSufficientPID NodeReady OutOfcpu OutOfmemory OutOfpods PushFailed
    Resumed Suspended TooManyMissedTimes UnmanagedPods WatchExpired
  `,
  ),
};
