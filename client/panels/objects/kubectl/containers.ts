/** Containers: as they run in a pod, and as a template has them. */
import type { Container, ProbeHandler } from '../../../../shared/api/container.ts';
import type { ContainerState, ContainerStatus } from '../../../../shared/api/pod.ts';
import type { View } from '../../../../shared/store/store.ts';
import { fieldLines, pairs, type Field } from './lines.ts';
import { since } from './meta.ts';

export function containerLines(
  view: View,
  title: string,
  containers: readonly Container[],
  statuses: readonly ContainerStatus[],
): readonly string[] {
  if (containers.length === 0) return [];
  return [
    `${title}:`,
    ...containers.flatMap((container) => {
      const status = statuses.find(({ name }) => name === container.name);
      const { requests, limits } = container.resources;
      return [
        `  ${container.name}:`,
        ...fieldLines(
          [
            ['Image', container.image],
            ...(status ? ([['Image ID', status.imageId]] as const) : []),
            ...(container.ports.length === 0
              ? []
              : ([
                  ['Ports', container.ports.map((port) => `${port.containerPort}/${port.protocol ?? 'TCP'}`)],
                ] as const)),
            ...commandFields(container),
            ...(status ? stateFields(view, 'State', status.state) : []),
            ...(status?.lastState ? stateFields(view, 'Last State', status.lastState) : []),
            ['Ready', status?.ready ? 'True' : 'False'],
            ['Restart Count', String(status?.restartCount ?? 0)],
            ...(Object.keys(limits).length === 0 ? [] : ([['Limits', pairs(limits, ': ')]] as const)),
            ...(Object.keys(requests).length === 0 ? [] : ([['Requests', pairs(requests, ': ')]] as const)),
            ...probeFields(container),
            [
              'Mounts',
              container.volumeMounts.map(
                ({ name, mountPath, readOnly }) => `${mountPath} from ${name} (${readOnly ? 'ro' : 'rw'})`,
              ),
            ],
          ],
          4,
        ),
      ];
    }),
  ];
}

function stateFields(view: View, name: string, state: ContainerState): readonly Field[] {
  switch (state.type) {
    case 'waiting':
      return [
        [name, 'Waiting'],
        ['  Reason', state.reason],
      ];
    case 'running':
      return [
        [name, 'Running'],
        ['  Started', since(view, state.startedTick)],
      ];
    case 'terminated':
      return [
        [name, 'Terminated'],
        ['  Reason', state.reason],
        ['  Exit Code', String(state.exitCode)],
        ['  Finished', since(view, state.finishedTick)],
      ];
  }
}

function commandFields({ command = [], args = [] }: Container): readonly Field[] {
  const words = [
    ['Command', command],
    ['Args', args],
  ] as const;
  return words.filter(([, list]) => list.length > 0);
}

function handlerText({ httpGet, exec, tcpSocket, grpc }: ProbeHandler): string {
  if (exec) return `exec [${exec.command.join(' ')}]`;
  if (tcpSocket) return `tcp-socket :${tcpSocket.port}`;
  if (grpc) return `grpc <pod>:${grpc.port}`;
  return httpGet ? `http-get http://:${httpGet.port}${httpGet.path}` : 'unknown';
}

function probeFields(container: Container): readonly Field[] {
  const all = [
    ['Liveness', container.livenessProbe],
    ['Readiness', container.readinessProbe],
    ['Startup', container.startupProbe],
  ] as const;
  return all.flatMap(([name, probe]) => {
    if (!probe) return [];
    const { initialDelaySeconds, timeoutSeconds, periodSeconds, successThreshold, failureThreshold } = probe;
    const text = `${handlerText(probe)} delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s period=${periodSeconds}s #success=${successThreshold} #failure=${failureThreshold}`;
    return [[name, text] as const];
  });
}

export function templateLines(containers: readonly Container[]): readonly string[] {
  return [
    'Pod Template:',
    '  Containers:',
    ...containers.flatMap((container) => [
      `   ${container.name}:`,
      ...fieldLines(
        [
          ['Image', container.image],
          ...commandFields(container),
          ...(Object.keys(container.resources.requests).length === 0
            ? []
            : ([['Requests', pairs(container.resources.requests, ': ')]] as const)),
          ...probeFields(container),
        ],
        4,
      ),
    ]),
  ];
}
