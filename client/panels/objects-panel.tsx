/** Everything the API server keeps: lists with states, and one object described, explained, or as YAML. */
import { useState } from 'preact/hooks';
import { API_KINDS, isApiKind, type ApiKind } from '../../shared/api/kinds.ts';
import type { View } from '../../shared/store/store.ts';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { bench } from './builder/benches.ts';
import { Describe } from './objects/describe.tsx';
import { ObjectTable } from './objects/object-table.tsx';
import { PodTable } from './objects/pod-table.tsx';
import { StateList } from './objects/state-list.tsx';
import { isWorded } from './objects/state-words.ts';
import type { SummedUpKind } from './objects/summaries.ts';
import { planeAdvice } from './plane/plane-advice.ts';
import { PlaneCard } from './plane/plane-card.tsx';
import { PanelHead } from './panel-head.tsx';
import { fullView } from './preferences.ts';
import { shownKeys } from './system-objects.ts';
import { useStore, type Look } from './use-store.ts';

type ListedKind = 'Pod' | SummedUpKind;

/** What one begins with. */
const FIRST_KINDS: readonly ListedKind[] = ['Pod', 'Deployment', 'Service', 'Node'];
const OTHER_KINDS = API_KINDS.filter((kind): kind is SummedUpKind => kind !== 'Event' && !isFirst(kind));

function isFirst(kind: ApiKind): boolean {
  return FIRST_KINDS.some((first) => first === kind);
}

export function ObjectsPanel({ game }: { game: Game }) {
  const store = useStore(game);
  const [kind, setKind] = useState<ListedKind>('Pod');
  if (!store) return null;
  const selection = game.selection.value;
  const isShown = selection !== null && selection.kind !== 'Landmark' && isApiKind(selection.kind);
  const isHallIll = planeAdvice(store) !== null;
  const keys = shownKeys(store, kind);
  const hidden = store.count(kind) - keys.length;
  return (
    <div class="panel" data-testid="panel-objects">
      <PanelHead
        game={game}
        view={store}
        title={t('objects.title')}
        hint={t('objects.hint')}
        picture="landmark/hall"
        codex="apiserver"
      />
      {isShown && <Describe game={game} look={store} kind={selection.kind as ApiKind} objectKey={selection.key} />}
      {isHallIll && <PlaneCard game={game} view={store} />}
      <Kinds label={t('objects.kinds')} view={store} kinds={FIRST_KINDS} chosen={kind} choose={setKind} />
      <details class="more-kinds" open={fullView.value || !isFirst(kind)}>
        <summary>{t('objects.otherKinds')}</summary>
        <Kinds label={t('objects.otherKinds')} view={store} kinds={OTHER_KINDS} chosen={kind} choose={setKind} />
      </details>
      <ListOf game={game} view={store} kind={kind} keys={keys} />
      {hidden > 0 && <p class="soft">{t('objects.hidden', { count: hidden })}</p>}
      {fullView.value && <ToManifests game={game} />}
      {!isHallIll && <PlaneCard game={game} view={store} />}
    </div>
  );
}

interface ListProps {
  readonly game: Game;
  readonly view: Look;
  readonly kind: ListedKind;
  readonly keys: readonly string[];
}

/** In words for a beginner, as `kubectl get` has it in the full view. */
function ListOf({ game, view, kind, keys }: ListProps) {
  if (kind === 'Pod') return <PodTable game={game} view={view} keys={keys} />;
  if (!fullView.value && isWorded(kind)) return <StateList game={game} view={view} kind={kind} keys={keys} />;
  return <ObjectTable game={game} view={view} kind={kind} keys={keys} />;
}

/** Manifests are written, tried and applied in the workshop. */
function ToManifests({ game }: { game: Game }) {
  return (
    <div class="row">
      <button
        type="button"
        class="small"
        data-testid="to-manifests"
        onClick={() => {
          bench.value = 'yaml';
          game.selection.value = { kind: 'Landmark', key: 'workshop' };
        }}
      >
        {t('objects.manifests')}
      </button>
    </div>
  );
}

interface KindsProps {
  readonly label: string;
  readonly view: View;
  readonly kinds: readonly ListedKind[];
  readonly chosen: ListedKind;
  readonly choose: (kind: ListedKind) => void;
}

function Kinds({ label, view, kinds, chosen, choose }: KindsProps) {
  return (
    <div class="kinds" role="group" aria-label={label}>
      {kinds.map((name) => (
        <button
          key={name}
          type="button"
          class="small"
          aria-pressed={name === chosen}
          data-testid={`kind-${name}`}
          onClick={() => choose(name)}
        >
          {t(`kind.${name}`)} <span class="count">{shownKeys(view, name).length}</span>
        </button>
      ))}
    </div>
  );
}
