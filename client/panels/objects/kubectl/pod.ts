/** `kubectl describe pod` */
import type { Pod } from '../../../../shared/api/pod.ts';
import type { View } from '../../../../shared/store/store.ts';
import { containerLines } from './containers.ts';
import { ageOf, fieldLines, pairs, tableLines, type Field } from './lines.ts';
import { metaFields, ownerOf, since } from './meta.ts';

export function podLines(view: View, pod: Pod): readonly string[] {
  const { spec, status, metadata } = pod;
  const [name, namespace, labels, annotations] = metaFields(pod) as readonly [Field, Field, Field, Field];
  const isLeaving = metadata.deletionTick !== null;
  const head = fieldLines([
    name,
    namespace,
    ['Priority', String(spec.priority ?? 0)],
    ['Node', spec.nodeName === null ? '<none>' : `${spec.nodeName}/${status.hostIP}`],
    ...(status.startTick === null ? [] : ([['Start Time', since(view, status.startTick)]] as const)),
    labels,
    annotations,
    ['Status', isLeaving ? `Terminating (lasts ${ageOf(view.tick - (metadata.deletionTick ?? 0))})` : status.phase],
    ...(status.reason === '' ? [] : ([['Reason', status.reason]] as const)),
    ...(status.message === '' ? [] : ([['Message', status.message]] as const)),
    ['IP', status.podIP],
    ...ownerOf(pod),
  ]);
  const { initContainers = [], containers } = spec;
  return [
    ...head,
    ...containerLines(view, 'Init Containers', initContainers, status.initContainerStatuses ?? []),
    ...containerLines(view, 'Containers', containers, status.containerStatuses),
    'Conditions:',
    ...tableLines(
      ['Type', 'Status'],
      status.conditions.map(({ type, status: value }) => [type, value]),
    ),
    ...fieldLines([
      [
        'Volumes',
        spec.volumes.map((volume) => `${volume.name} (${Object.keys(volume).find((key) => key !== 'name')})`),
      ],
      ['QoS Class', status.qosClass],
      ['Node-Selectors', pairs(spec.nodeSelector)],
      [
        'Tolerations',
        spec.tolerations.map(
          ({ key = '', operator, effect, tolerationSeconds }) =>
            `${key}${effect ? `:${effect}` : ''} op=${operator}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`}`,
        ),
      ],
    ]),
  ];
}
