/** `kubectl logs`: what lies on the node, asked of its kubelet. Of a pod that is gone there is nothing to ask for. */
import { failure, notFound, type Status } from '../../api/status.ts';
import { isInTouch, isManaged } from '../../api/world/machine.ts';
import type { LogLine } from '../../api/world/logs.ts';
import type { View } from '../../store/store.ts';
import { bytesAt, fileOf } from './log-files.ts';

export interface LogRequest {
  /** Pod key. */
  readonly pod: string;
  /** The first, unless said. */
  readonly container?: string;
  /** Of the run before this one. */
  readonly previous?: boolean;
}

export interface LogsOfRun {
  readonly container: string;
  readonly lines: readonly LogLine[];
  /** Older files were thrown away, or are not shown: only the one that is being written is. */
  readonly isCut: boolean;
}

export function readLogs(view: View, request: LogRequest): LogsOfRun | Status {
  const pod = view.get('Pod', request.pod);
  if (!pod) return notFound('pods', request.pod.slice(request.pod.indexOf('/') + 1));
  const { name } = pod.metadata;
  const container = request.container ?? pod.spec.containers[0]?.name ?? '';
  const all = [...pod.spec.initContainers, ...pod.spec.containers];
  if (!all.some((one) => one.name === container)) {
    const message = `container ${container} is not valid for pod ${name}`;
    return failure('BadRequest', 'logsNoContainer', message, { container, pod: name });
  }
  const { nodeName } = pod.spec;
  if (nodeName === null) return notStarted(container, name, 'no node yet');
  if (!isManaged(view.get('Machine', nodeName))) {
    const address = view.get('Node', nodeName)?.status.address ?? nodeName;
    // The machine answers that nobody listens there, or does not answer.
    const trouble = isInTouch(view.get('Machine', nodeName)) ? 'connect: connection refused' : 'i/o timeout';
    const message = `Get "https://${address}:10250/containerLogs/${request.pod}/${container}": dial tcp ${address}:10250: ${trouble}`;
    return failure('InternalError', 'logsUnreachable', message, { node: nodeName });
  }
  const logs = view.get('PodLog', pod.metadata.uid)?.containers[container];
  if (!logs) return notStarted(container, name, 'ContainerCreating');
  const run = request.previous === true ? logs.previous : logs.current;
  if (!run) {
    const message = `previous terminated container "${container}" in pod "${name}" not found`;
    return failure('BadRequest', 'logsNoPrevious', message, { container, pod: name });
  }
  const file = fileOf(bytesAt(run, view.tick));
  const lines = run.lines.filter(({ offset }) => fileOf(offset) === file);
  return { container, lines, isCut: file > 0 };
}

function notStarted(container: string, pod: string, why: string): Status {
  const message = `container "${container}" in pod "${pod}" is waiting to start: ${why}`;
  return failure('BadRequest', 'logsNotStarted', message, { container, pod, why });
}

export function isLogRefusal(result: LogsOfRun | Status): result is Status {
  return 'status' in result;
}
