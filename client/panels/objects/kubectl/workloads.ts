/** `kubectl describe deployment`, `replicaset`, `service` */
import type { Deployment } from '../../../../shared/api/deployment.ts';
import { keyOf } from '../../../../shared/api/meta.ts';
import type { ReplicaSet } from '../../../../shared/api/replica-set.ts';
import type { Service } from '../../../../shared/api/service.ts';
import { revisionsOf } from '../../../../shared/cluster/controllers/deployment/revisions.ts';
import type { View } from '../../../../shared/store/store.ts';
import { templateLines } from './containers.ts';
import { fieldLines, pairs, tableLines, type Field } from './lines.ts';
import { metaFields, ownerOf, since } from './meta.ts';

export function deploymentLines(view: View, deployment: Deployment): readonly string[] {
  const { spec, status, metadata } = deployment;
  const { newSet, oldSets } = revisionsOf(view, deployment);
  const show = (sets: readonly ReplicaSet[]) =>
    sets.map((set) => `${set.metadata.name} (${set.status.replicas}/${set.spec.replicas} replicas created)`);
  const counts = `${spec.replicas} desired | ${status.updatedReplicas} updated | ${status.replicas} total | ${status.availableReplicas} available | ${status.unavailableReplicas} unavailable`;
  return [
    ...fieldLines([
      ...metaFields(deployment),
      ['CreationTimestamp', since(view, metadata.creationTick)],
      ['Selector', pairs(spec.selector.matchLabels).join(',')],
      ['Replicas', counts],
      ['StrategyType', spec.strategy.type],
      ['MinReadySeconds', String(spec.minReadySeconds)],
      ...(spec.strategy.type === 'RollingUpdate'
        ? ([
            [
              'RollingUpdateStrategy',
              `${spec.strategy.rollingUpdate.maxUnavailable} max unavailable, ${spec.strategy.rollingUpdate.maxSurge} max surge`,
            ],
          ] as const)
        : []),
    ]),
    ...templateLines(spec.template.spec.containers),
    'Conditions:',
    ...tableLines(
      ['Type', 'Status', 'Reason'],
      status.conditions.map(({ type, status: value, reason }) => [type, value, reason]),
    ),
    ...fieldLines([
      ['OldReplicaSets', show(oldSets)],
      ['NewReplicaSet', show(newSet ? [newSet] : [])],
    ]),
  ];
}

export function replicaSetLines(_view: View, replicaSet: ReplicaSet): readonly string[] {
  const { spec, status } = replicaSet;
  return [
    ...fieldLines([
      ...metaFields(replicaSet),
      ['Selector', pairs(spec.selector.matchLabels).join(',')],
      ...ownerOf(replicaSet),
      ['Replicas', `${status.replicas} current / ${spec.replicas} desired`],
      ['Ready', String(status.readyReplicas)],
    ]),
    ...templateLines(spec.template.spec.containers),
  ];
}

export function serviceLines(view: View, service: Service): readonly string[] {
  const { spec, status, metadata } = service;
  const ready = view.get('EndpointSlice', keyOf(metadata))?.endpoints.filter((endpoint) => endpoint.ready) ?? [];
  return fieldLines([
    ...metaFields(service),
    ['Selector', pairs(spec.selector).join(',')],
    ['Type', spec.type ?? 'ClusterIP'],
    ['IP', status.clusterIP],
    ['Port', spec.ports.map(({ name = '<unset>', port, protocol = 'TCP' }) => `${name}  ${port}/${protocol}`)],
    ['TargetPort', spec.ports.map(({ port, targetPort = port, protocol = 'TCP' }) => `${targetPort}/${protocol}`)],
    ...nodePortField(service),
    ['Endpoints', ready.map(({ address }) => address).join(',')],
    ...(status.nodePorts ? [['External Traffic Policy', spec.externalTrafficPolicy ?? 'Cluster'] as const] : []),
  ]);
}

function nodePortField({ spec, status }: Service): readonly Field[] {
  if (!status.nodePorts) return [];
  const ports = status.nodePorts.map((nodePort, index) => {
    const { name = '<unset>', protocol = 'TCP' } = spec.ports[index] ?? {};
    return `${name}  ${nodePort}/${protocol}`;
  });
  return [['NodePort', ports]];
}
