/** Pod logs: keeps each pod's log files in step with what its containers live through. */
import type { LogRun, PodLog } from '../../api/world/logs.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { Change } from '../../store/change.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { programOf } from '../runtime/container-program.ts';
import { isWarm } from '../runtime/serving.ts';
import type { World } from '../world.ts';
import { collect } from './collector.ts';
import { advance, bytesAt, fileOf, rotationTick, type Said } from './log-files.ts';
import { listen, magnitude, type RequestRates } from './utterances.ts';

export const podLogs = reflex({
  name: 'pod-logs',
  process: isPhysics,
  watches: { Sandbox: ({ key }) => [key], Traffic: markedChanges },
  deadlines: {
    Sandbox: ({ key, containers }) =>
      containers.flatMap(({ warmTick }) =>
        warmTick === null ? [] : [warmTick, warmTick + 1].map((tick) => ({ tick, key })),
      ),
    PodLog: ({ key, containers }) =>
      Object.values(containers).flatMap(({ current }) => {
        const tick = rotationTick(current);
        return tick === null ? [] : [{ tick, key }];
      }),
  },
  keys: (view) => [...view.keys('Sandbox'), ...view.keys('PodLog')],
  run: (world, key) => {
    const sandbox = world.get('Sandbox', key);
    if (sandbox) keepUp(world, sandbox);
    else world.remove('PodLog', key);
  },
});

/** Pods whose requests became markedly more or fewer. One that serves several services is always looked at. */
function* markedChanges({ before, after }: Change<'Traffic'>, view: View): Iterable<string> {
  const differs = (field: 'byPod' | 'failedByPod', uid: string) =>
    magnitude(before?.[field][uid] ?? 0) !== magnitude(after?.[field][uid] ?? 0);
  for (const uid of new Set([...Object.keys(before?.byPod ?? {}), ...Object.keys(after?.byPod ?? {})])) {
    if (differs('byPod', uid) || differs('failedByPod', uid) || view.by('trafficByPod', uid).length > 1) yield uid;
  }
}

function keepUp(world: World, sandbox: Sandbox): void {
  const before = world.get('PodLog', sandbox.key);
  const logs: Record<string, PodLog['containers'][string]> = { ...before?.containers };
  const server = sandbox.containers.find((container) => isServer(world, container));
  for (const container of sandbox.containers) {
    const known = before?.containers[container.name];
    const rates = container === server ? ratesOf(world, sandbox.key) : NO_REQUESTS;
    const { run, said } = listen(world, container, known?.current, rates);
    if (!run) continue;
    const current = rotated(run, world.tick);
    const isSameRun = known === undefined || known.current.startedTick === current.startedTick;
    logs[container.name] = { current, previous: isSameRun ? (known?.previous ?? null) : known.current };
    tellCollector(world, sandbox, container, said);
  }
  if (Object.keys(logs).length === 0) return;
  const { podKey, nodeName } = sandbox;
  world.put({ kind: 'PodLog', key: sandbox.key, podKey, nodeName, containers: logs });
}

const NO_REQUESTS: RequestRates = { served: 0, failed: 0 };

/** Whose log the pod's requests are in. */
function isServer(view: View, container: RuntimeContainer): boolean {
  // The rates are those of the tick before: it must have answered by then.
  if (container.role === 'init' || container.imageDigest === null || !isWarm(container, view.tick - 1)) return false;
  return (programOf(view, container)?.capacityRps ?? 0) > 0;
}

function ratesOf(view: View, uid: string): RequestRates {
  let served = 0;
  let failed = 0;
  for (const key of view.by('trafficByPod', uid)) {
    const traffic = view.get('Traffic', key);
    served += traffic?.byPod[uid] ?? 0;
    failed += traffic?.failedByPod[uid] ?? 0;
  }
  return { served, failed };
}

/** A file that is full by now is closed, and the oldest goes. The same object when none is. */
function rotated(run: LogRun, tick: number): LogRun {
  return fileOf(bytesAt(run, tick)) === fileOf(run.bytes) ? run : advance(run, tick);
}

function tellCollector(world: World, sandbox: Sandbox, { name }: RuntimeContainer, said: readonly Said[]): void {
  if (said.length === 0) return;
  const labels = world.get('Pod', sandbox.podKey)?.metadata.labels ?? {};
  const lines = said.map((line) => ({ ...line, tick: world.tick, podKey: sandbox.podKey, container: name, labels }));
  collect(world, sandbox.nodeName, lines);
}
