/** Everything the API server keeps: lists with states, and one object described, explained, or as YAML. */
import { useState } from 'preact/hooks';
import type { ApiKind } from '../../shared/api/kinds.ts';
import { isApiKind } from '../../shared/api/kinds.ts';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { Describe } from './objects/describe.tsx';
import { ObjectTable } from './objects/object-table.tsx';
import { PodTable } from './objects/pod-table.tsx';
import { planeAdvice } from './plane/plane-advice.ts';
import { PlaneCard } from './plane/plane-card.tsx';
import { PanelHead } from './panel-head.tsx';
import { useStore } from './use-store.ts';

export const LISTED_KINDS = [
  'Pod',
  'Deployment',
  'ReplicaSet',
  'Service',
  'EndpointSlice',
  'Node',
  'ConfigMap',
] as const satisfies readonly ApiKind[];
export type ListedKind = (typeof LISTED_KINDS)[number];

export function ObjectsPanel({ game }: { game: Game }) {
  const store = useStore(game);
  const [kind, setKind] = useState<ListedKind>('Pod');
  if (!store) return null;
  const selection = game.selection.value;
  const isShown = selection !== null && selection.kind !== 'Landmark' && isApiKind(selection.kind);
  const isHallIll = planeAdvice(store) !== null;
  return (
    <div class="panel" data-testid="panel-objects">
      <PanelHead
        game={game}
        view={store}
        title={t('objects.title')}
        hint={t('objects.hint')}
        picture="landmark/hall"
        codex="apiserver"
        hasFullView={false}
      />
      {isShown && <Describe game={game} look={store} kind={selection.kind as ApiKind} objectKey={selection.key} />}
      {isHallIll && <PlaneCard game={game} view={store} />}
      <div class="kinds" role="group" aria-label={t('objects.kinds')}>
        {LISTED_KINDS.map((name) => (
          <button
            key={name}
            type="button"
            class="small"
            aria-pressed={name === kind}
            data-testid={`kind-${name}`}
            onClick={() => setKind(name)}
          >
            {t(`kind.${name}`)} <span class="count">{store.count(name)}</span>
          </button>
        ))}
      </div>
      {kind === 'Pod' ? <PodTable game={game} view={store} /> : <ObjectTable game={game} view={store} kind={kind} />}
      {!isHallIll && <PlaneCard game={game} view={store} />}
    </div>
  );
}
