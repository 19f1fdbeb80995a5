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
  verbs: excepted(
    'Asked by a hand for what its autopilot has left over, at that moment; sloppy hands seldom meet it, and the unit tests of its area do.',
    'collect createJob markNode removePod renewPod',
  ),
  happenings: excepted('Only where one of several teams signs; strangers.ts sends it after the end.', 'imageSigned'),
  losses: excepted(
    'Only where an inn stands before its kitchen; CALL-1 to CALL-5 play it.',
    'NameNotFound DependencyFailed',
  ),
  refusals: {
    ...excepted(
      'Said by the room, the pages, the client or a query: no input of a log.',
      `
    alreadyStarted badMessage brokenCommand foreignOrigin frozen hostOnly internal lengthRequired lobbyLocked
    methodNotAllowed nicknameTaken noRecording noSuchScenario noSuchSession notARecording nothingHere
    nothingToEnd offline otherTeam practiceOnly recordingUntrue replayOnly sessionEnded sessionFull
    tooManyMessages tooManyRequests tooManySessions unknownMessage unknownNickname unknownToken watchOnly
    watching wrongHostKey wrongProtocol
    `,
    ),
    ...excepted(
      'One of thirty mistakes in a blueprint; test/unit/build writes each.',
      `
    dockerfileBaseUnknown dockerfileBeforeFrom dockerfileBlankName dockerfileCopyArguments
    dockerfileCopyDirectory dockerfileCopyMissing dockerfileDirective dockerfileEmpty dockerfileFlagTwice
    dockerfileFlagValue dockerfileFromForm dockerfileHealthcheck dockerfileHeredocOpen dockerfileHeredocPlace
    dockerfileJsonStrings dockerfileNoArguments dockerfileNoFrom dockerfileOnbuild dockerfilePairs
    dockerfilePort dockerfileRunFailed dockerfileShellForm dockerfileStageName dockerfileStageUnknown
    dockerfileStyle dockerfileTooLong dockerfileUnknownFlag dockerfileUnknownInstruction dockerfileVariable
    dockerignorePattern
    `,
    ),
    ...excepted(
      'One mistake among many in a manifest; test/unit/api-server and test/unit/manifests write each.',
      `
    invalidAboveAll invalidBudget invalidClaimImmutable invalidClaimShrinks invalidDeadline
    invalidDuplicateContainer invalidDuplicateVolume invalidHook invalidInitField invalidJobImmutable
    invalidJobRestartPolicy invalidMaxReplicas invalidMerge invalidNoRoom invalidPodImmutable
    invalidProbeThreshold invalidRequestAboveLimit invalidRequirement invalidRestartPolicy
    invalidRestartRules invalidSchedule invalidSelectorEmpty invalidSelectorImmutable invalidSelectorMismatch
    invalidServiceName invalidVolume invalidVolumeMount
    `,
    ),
    ...excepted(
      'Needs one moment of a minute; the unit tests of its area bring it about.',
      `
    alreadyBooting alreadyBuilding alreadyCompacted alreadyPaused alreadyPushing alreadyTerminating
    backpackFull beingDeleted budgetSpent budgetUnread clusterIpFixed clusterIpTaken componentStarting
    componentStopped configMissing containerCreating containerNotFound containerNotRunning containerStopping
    crashLoopBackOff daemonNotWanted daemonPresent deploymentPaused etcdSlow hostKernelPanic imageNotPinned
    imageNotPulled imagePresent imagePullBackOff imagePulling imageQuarantined imageSigned imageUnknown
    imageUnsigned imageVulnerable initFirst jobBacksOff jobNeedsNone jobOver kubeletDown lastNode
    logStoreStarting logsNoContainer logsNoPrevious logsNotStarted logsUnreachable manyBudgets metricsNotDue
    namespaceClosed namespaceClosing namespaceInUse namespaceNeeded noHostRoom noImageToSpoil noSuchRevision
    nodeAlreadyUnknown nodeBooting nodeCutOff nodeRefuses notDraining notRunning nothingToStop objectExists
    objectReplaced oldPodsRemain ordinalNotWanted ordinalTaken ordinalWaits podCritical podDeleted podEnded
    podFits podNotAdmitted podNotRenewed podNotStopped podOver podSetAside podStatic podStillRunning
    podStopping podTerminating preemptInVain preemptNotNow priorityByHand priorityClassMissing processCutOff
    processStarting quotaExceeded quotaUnstated registryBusy registryDown registryFull registryLoggedIn
    registryStarting registryUnknown restartForbidden runtimeDown runtimeStarting starting tagImmutable
    taintExists tolerationLeft tooLarge tooManyBuilds tooManyTaints townFull undoPaused vmComingUp
    `,
    ),
  },
  events: excepted(
    'Needs more than a minute, or a pod that few players write; the unit tests of its area bring it about.',
    `
    BackoffLimitExceeded BelongingsLost DeadlineExceeded ErrImageNeverPull FailedGetObjectMetric
    FailedGetScale FailedMount FailedPostStartHook FailedPreStopHook FreeDiskSpaceFailed GarbageCollected
    InspectFailed JobAlreadyActive NodeAffinity NodeHasInsufficientPID NodeHasNoDiskPressure
    NodeHasSufficientMemory NodeHasSufficientPID NodeNotReady NodeReady OutOfcpu OutOfmemory OutOfpods
    PushFailed RegisteredNode RegistryUp Starting SystemOOM WatchExpired
    `,
  ),
};
