/** All objects of one kind, with what is worth knowing of each in a word or two. */
import { isNodeReady } from '../../../shared/api/node.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import type { ListedKind } from '../objects-panel.tsx';
import { ObjectLink } from '../object-link.tsx';

type OtherKind = Exclude<ListedKind, 'Pod'>;

const SUMMARY: Readonly<Record<OtherKind, (view: View, key: string) => string>> = {
  Deployment: (view, key) => {
    const deployment = view.get('Deployment', key);
    return deployment ? `${deployment.status.readyReplicas}/${deployment.spec.replicas} · ${imageOf(deployment)}` : '';
  },
  ReplicaSet: (view, key) => {
    const replicaSet = view.get('ReplicaSet', key);
    return replicaSet ? `${replicaSet.status.readyReplicas}/${replicaSet.spec.replicas} · ${imageOf(replicaSet)}` : '';
  },
  Service: (view, key) => {
    const service = view.get('Service', key);
    return service ? `${service.status.clusterIP} · ${service.spec.ports.map(({ port }) => port).join(', ')}` : '';
  },
  EndpointSlice: (view, key) => {
    const slice = view.get('EndpointSlice', key);
    const ready = slice?.endpoints.filter((endpoint) => endpoint.ready) ?? [];
    return ready.map(({ address }) => address).join(', ') || t('objects.noAddress');
  },
  Node: (view, key) => {
    const node = view.get('Node', key);
    if (!node) return '';
    const ready = isNodeReady(node) ? 'Ready' : 'NotReady';
    return node.spec.unschedulable ? `${ready}, SchedulingDisabled` : ready;
  },
  ConfigMap: (view, key) => Object.keys(view.get('ConfigMap', key)?.data ?? {}).join(', '),
};

interface Templated {
  readonly spec: {
    readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
  };
}

function imageOf({ spec }: Templated): string {
  return spec.template.spec.containers.map(({ image }) => image).join(', ');
}

export function ObjectTable({ game, view, kind }: { game: Game; view: View; kind: OtherKind }) {
  const keys = view.keys(kind);
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t(`kind.${kind}`)}>
      <table class="objects">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.summary')}</th>
            <th scope="col" class="number">
              {t('column.age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.length === 0 && (
            <tr>
              <td colSpan={3} class="soft">
                {t('objects.none')}
              </td>
            </tr>
          )}
          {keys.map((key) => (
            <tr key={key}>
              <td>
                <ObjectLink game={game} kind={kind} objectKey={key}>
                  {shortName(key)}
                </ObjectLink>
              </td>
              <td class="mono">{SUMMARY[kind](view, key)}</td>
              <td class="number">{formatTicks(view.tick - (view.get(kind, key)?.metadata.creationTick ?? 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
