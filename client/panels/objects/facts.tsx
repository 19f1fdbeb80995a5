/** The facts of one object that one asks for first, and its conditions. */
import type { Deployment } from '../../../shared/api/deployment.ts';
import type { ComponentChildren } from 'preact';
import type { ApiKinds } from '../../../shared/api/kinds.ts';
import { controllerOf, keyOf } from '../../../shared/api/meta.ts';
import { podRequests } from '../../../shared/api/pod-requests.ts';
import type { Service } from '../../../shared/api/service.ts';
import { fullNameOf } from '../../../shared/cluster/network/names.ts';
import { nodesOpenTo } from '../../../shared/cluster/network/rules.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { commandText, hasCommand } from '../command-text.ts';
import { ObjectLink } from '../object-link.tsx';

type AnyApiObject = ApiKinds[keyof ApiKinds];

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly object: AnyApiObject;
}

export function Facts({ game, view, object }: Props) {
  const owner = controllerOf(object.metadata);
  const labels = Object.entries(object.metadata.labels).map(([label, value]) => `${label}=${value}`);
  const conditions =
    'status' in object && 'conditions' in object.status ? (object.status.conditions as readonly ShownCondition[]) : [];
  return (
    <>
      <dl class="facts">
        {owner && (
          <Fact name={t('fact.owner')}>
            <ObjectLink game={game} kind={owner.kind} objectKey={keyOf({ ...object.metadata, name: owner.name })}>
              {`${owner.kind} ${owner.name}`}
            </ObjectLink>
          </Fact>
        )}
        {labels.length > 0 && <Fact name={t('fact.labels')}>{labels.join(', ')}</Fact>}
        <Fact name={t('column.age')}>{formatTicks(view.tick - object.metadata.creationTick)}</Fact>
        <Own game={game} view={view} object={object} />
      </dl>
      {conditions.length > 0 && <Conditions conditions={conditions} />}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What only this kind has. */
function Own({ game, view, object }: Props) {
  switch (object.kind) {
    case 'Pod': {
      const { cpuMilli, memoryBytes } = podRequests(object.spec);
      return (
        <>
          <Fact name={t('column.node')}>
            {object.spec.nodeName === null ? (
              '–'
            ) : (
              <ObjectLink game={game} kind="Node" objectKey={object.spec.nodeName}>
                {object.spec.nodeName}
              </ObjectLink>
            )}
          </Fact>
          <Fact name={t('fact.requests')}>{`${cpuMilli}m, ${formatBytes(memoryBytes)}`}</Fact>
          <Fact name={t('fact.containers')}>{object.spec.containers.map(({ image }) => image).join(', ')}</Fact>
          {object.spec.containers.filter(hasCommand).map((container) => (
            <Fact key={container.name} name={t('fact.command')}>
              <code>{commandText(container)}</code>
            </Fact>
          ))}
          {object.status.podIP !== '' && <Fact name={t('fact.address')}>{object.status.podIP}</Fact>}
          {object.status.message !== '' && <Fact name={t('fact.message')}>{object.status.message}</Fact>}
        </>
      );
    }
    case 'Deployment':
      return (
        <>
          <Fact name={t('fact.replicas')}>
            {t('fact.replicaCounts', {
              wanted: object.spec.replicas,
              updated: object.status.updatedReplicas,
              available: object.status.availableReplicas,
            })}
          </Fact>
          <Fact name={t('fact.strategy')}>{strategyText(object.spec.strategy)}</Fact>
        </>
      );
    case 'Node':
      return (
        <>
          <Fact name={t('fact.allocatable')}>
            {`${object.status.allocatable.cpuMilli}m, ${formatBytes(object.status.allocatable.memoryBytes)}`}
          </Fact>
          <Fact name={t('fact.taints')}>
            {object.spec.taints.map(({ key, effect }) => `${key}:${effect}`).join(', ') || '–'}
          </Fact>
        </>
      );
    case 'EndpointSlice':
      return (
        <Fact name={t('fact.endpoints')}>
          {object.endpoints
            .map(({ podKey, address, ready }) => `${podKey} ${address} ${ready ? 'ready' : 'not ready'}`)
            .join('; ') || '–'}
        </Fact>
      );
    case 'Service':
      return (
        <>
          <Fact name={t('fact.selector')}>
            {Object.entries(object.spec.selector)
              .map(([label, value]) => `${label}=${value}`)
              .join(', ')}
          </Fact>
          <Fact name={t('fact.dnsName')}>{fullNameOf(keyOf(object.metadata))}</Fact>
          {object.status.nodePorts && <Fact name={t('fact.nodePorts')}>{openAt(view, object)}</Fact>}
        </>
      );
    case 'ConfigMap':
      return (
        <Fact name={t('fact.data')}>
          {Object.entries(object.data)
            .map(([field, value]) => `${field}=${value}`)
            .join(', ') || '–'}
        </Fact>
      );
    default:
      return null;
  }
}

/** On which villages' ports visitors find it, as the rules there say now. */
function openAt(view: View, { metadata, status }: Service): string {
  const nodes = nodesOpenTo(view, keyOf(metadata));
  return nodes.flatMap((node) => (status.nodePorts ?? []).map((port) => `${node}:${port}`)).join(', ') || '–';
}

interface ShownCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

function Conditions({ conditions }: { conditions: readonly ShownCondition[] }) {
  return (
    <ul class="conditions">
      {conditions.map(({ type, status, reason, message }) => (
        <li key={type} class="pill" title={message}>
          <code>{type}</code> {status}
          {reason !== '' && <span class="soft"> {reason}</span>}
        </li>
      ))}
    </ul>
  );
}

function strategyText(strategy: Deployment['spec']['strategy']): string {
  if (strategy.type === 'Recreate') return 'Recreate';
  const { maxSurge, maxUnavailable } = strategy.rollingUpdate;
  return `RollingUpdate: maxSurge ${maxSurge}, maxUnavailable ${maxUnavailable}`;
}
