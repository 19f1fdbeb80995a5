/**
 * Does each pod of a quiet cluster stand where its spec says it must? Every pod that does not run and answer needs a
 * reason that is true: no node fits, no such image, no furniture, a program that ends, a limit that kills it.
 */
import { must } from '../../shared/base/assert.ts';
import { isPodReady, isPodTerminal, type Container, type ContainerStatus, type Pod } from '../../shared/api/pod.ts';
import type { Image, Program } from '../../shared/api/world/image.ts';
import { kubeletSettingsOf } from '../../shared/cluster/kubelet/settings.ts';
import { parseReference, resolveReference } from '../../shared/cluster/registry/reference.ts';
import { doorOf } from '../../shared/cluster/runtime/doors.ts';
import {
  environmentOf,
  furnishedEnvironment,
  missingFurniture,
  missingVolume,
  runtimesEnvironment,
} from '../../shared/cluster/runtime/environment.ts';
import { programFor } from '../../shared/cluster/runtime/container-program.ts';
import { answerMs, pacedStartTicks } from '../../shared/cluster/runtime/cpu.ts';
import { plannedExit } from '../../shared/cluster/runtime/planned-exit.ts';
import { clusterInfo } from '../../shared/cluster/scheduler/cluster-info.ts';
import { diagnose } from '../../shared/cluster/scheduler/schedule.ts';
import { settingsOf } from '../../shared/cluster/world.ts';
import type { View } from '../../shared/store/store.ts';

/** Until then anything may still be on its way: pull, boot of the program, probes, grace. */
const SETTLING_TICKS = 120;
/** Exit codes from here on are signals, or what a power cut leaves. */
const BY_SIGNAL = 128;

export function unexplained(view: View): readonly string[] {
  return view.keys('Pod').flatMap((key) => {
    const pod = must(view.get('Pod', key), key);
    const problem = problemOf(view, pod);
    return problem === null ? [] : [`pod ${key} (${pod.status.phase}): ${problem}`];
  });
}

function problemOf(view: View, pod: Pod): string | null {
  const { deletionTick, deletionGracePeriodTicks, creationTick } = pod.metadata;
  if (deletionTick !== null) {
    return view.tick <= deletionTick + (deletionGracePeriodTicks ?? 0) + 5 ? null : `terminating since ${deletionTick}`;
  }
  if (isPodTerminal(pod)) return problemOfEnded(view, pod);
  if (pod.spec.nodeName === null) return problemOfWaiting(view, pod);
  if (isPodReady(pod) || view.tick < creationTick + SETTLING_TICKS) return null;
  // Its beginning is not over: whoever wrote it so must wait.
  const begins = pod.spec.initContainers.map((container, index) => isBegun(pod, container, index));
  if (begins.includes(false)) return null;
  const reasons = pod.spec.containers.map((container, index) =>
    problemOfContainer(view, pod, container, pod.status.containerStatuses[index]),
  );
  return (
    reasons.find((reason) => reason !== null) ??
    (pod.status.containerStatuses.length > 0 ? null : 'bound, and nothing happens')
  );
}

/** Of an init container: it is done, or it is a sidecar that has begun. */
function isBegun({ status: { initContainerStatuses = [] } }: Pod, container: Container, index: number) {
  const status = initContainerStatuses[index];
  const isSidecar = container.restartPolicy === 'Always';
  return status !== undefined && (isSidecar ? status.started : status.ready);
}

function problemOfEnded(view: View, pod: Pod): string | null {
  const isByItself = pod.spec.restartPolicy !== 'Always';
  // It was told to end, and then a backup of the ledger brought it back, unasked to leave. Seeds 235, 30108 and 223203.
  const wasTold =
    typeof view.get('Sandbox', pod.metadata.uid)?.killTick === 'number' ||
    pod.status.containerStatuses.some(({ state }) => state.type === 'terminated' && state.exitCode >= BY_SIGNAL);
  return isByItself || wasTold || pod.status.reason !== '' ? null : 'ended without a reason';
}

function problemOfWaiting(view: View, pod: Pod): string | null {
  const queued = view.get('QueuedPod', `${pod.metadata.namespace}/${pod.metadata.name}`);
  if (!queued) return 'waits for a node outside the queue';
  // By a policy without resources nothing can be scored: the scheduler says so of pod after pod, until a player mends it. Seed 370075.
  if (view.get('SchedulerPolicy', 'policy')?.resources.length === 0) return null;
  // Active or backing off for a moment is fine; set aside is fine while nothing fits.
  const { fitting } = diagnose(pod, clusterInfo(view));
  if (fitting.length === 0) return queued.message === '' && queued.attempts > 0 ? 'set aside without a message' : null;
  return view.tick - queued.sinceTick <= 12 ? null : `waits although ${fitting[0]} has room`;
}

function problemOfContainer(
  view: View,
  pod: Pod,
  container: Container,
  status: ContainerStatus | undefined,
): string | null {
  const podKey = `${pod.metadata.namespace}/${pod.metadata.name}`;
  if (waitsForNothing(view, pod, container.name)) return `container ${container.name} waits for nothing that will come`;
  const isUnfurnished = missingFurniture(view, podKey, container) ?? missingVolume(view, podKey, pod.spec);
  const digest = status?.imageId || resolveReference(view, container.image);
  const isUnobtainable =
    parseReference(container.image) === null || resolveReference(view, container.image) === undefined;
  if (isUnfurnished || isUnobtainable) return null;
  const image = digest === undefined ? undefined : view.get('Image', digest);
  if (!image || isWithheld(view, pod, image, status)) return null;
  const environment = environmentOf(view, podKey, container, image);
  const program = programFor(
    image,
    container,
    furnishedEnvironment(view, podKey, container),
    runtimesEnvironment(podKey),
  );
  const exit = plannedExit(program, container, environment, 0);
  if (exit !== null) return null;
  // It asks a program that has not started yet, and is ended for the answer.
  const hook = container.lifecycle?.postStart;
  if (hook?.tcpSocket) return null;
  if (hook?.httpGet && program.startTicks > 0) return null;
  const { readinessProbe, livenessProbe, startupProbe } = container;
  // It is never ready: nothing in it answers.
  if (readinessProbe !== undefined && program.capacityRps === 0) return null;
  if ([readinessProbe, livenessProbe, startupProbe].some((probe) => knocksInVain(container, probe, image))) return null;
  if (answersTooLate(program, container)) return null;
  const startTicks = pacedStartTicks(program, container);
  if (gaveUp(livenessProbe, startTicks) || gaveUp(startupProbe, startTicks)) return null;
  return `container ${container.name} is ${JSON.stringify(status?.state)} for no reason`;
}

/**
 * The registry does not hand it out: in quarantine, a layer of it gone or gone bad, or too much was asked for. Or its
 * kubelet may not ask: no pull is within a rate with a burst of none. Seed 320093.
 */
function isWithheld(view: View, pod: Pod, { key, layers }: Image, status: ContainerStatus | undefined): boolean {
  const isComing = status?.state.type === 'waiting' && /^(ErrImagePull|ImagePullBackOff)$/.test(status.state.reason);
  if (!isComing) return false;
  const isWhole = layers.every(
    ({ digest }) => view.get('Blob', digest)?.corrupted === undefined && view.get('Blob', digest),
  );
  const { registryPullQPS, registryBurst } = kubeletSettingsOf(view, pod.spec.nodeName ?? '');
  const mayNotAsk = registryPullQPS > 0 && registryBurst === 0;
  const isHeldBack = view.get('Quarantine', key) !== undefined || settingsOf(view).registryPullLimit !== null;
  return isHeldBack || !isWhole || mayNotAsk;
}

/** A probe that waits less long than an answer takes under its CPU limit: never ready, or never left alone. */
function answersTooLate(program: Program, container: Container): boolean {
  const { readinessProbe, livenessProbe, startupProbe } = container;
  const takesMs = answerMs(program, container);
  return [readinessProbe, livenessProbe, startupProbe].some(
    (probe) => probe !== undefined && takesMs > probe.timeoutSeconds * 1000,
  );
}

/** It asks at a port where the house does not listen, or at none: never ready, or never left in peace, as whoever wrote it wanted. Seed 2024. */
function knocksInVain(container: Container, probe: Container['readinessProbe'], { config: { exposedPorts } }: Image) {
  const port = probe && doorOf(probe, container);
  if (port === null) return true;
  return typeof port === 'number' && exposedPorts.length > 0 && !exposedPorts.includes(port);
}

/** A probe that gives up before the program has started kills it forever: a player's own mistake. */
function gaveUp(probe: Container['livenessProbe'], startTicks: number): boolean {
  if (!probe) return false;
  const { initialDelaySeconds, periodSeconds, failureThreshold } = probe;
  return initialDelaySeconds + periodSeconds * (failureThreshold - 1) <= startTicks + 1;
}

/** Whoever waits, waits for a tick that the books name: a back-off, a retry, a start, a pull on its way. */
function waitsForNothing(view: View, pod: Pod, name: string): boolean {
  const container = view.get('Sandbox', pod.metadata.uid)?.containers.find((item) => item.name === name);
  if (!container || container.state.type === 'running' || container.pulling) return false;
  const ticks = [
    container.backoff?.untilTick,
    container.pullBackoff?.untilTick,
    container.configRetryTick,
    container.createdTick,
  ];
  return !ticks.some((tick) => tick !== null && tick !== undefined && tick >= view.tick - 2);
}
