/** What is selected, in the town or in a list, with the ways that lead on from it. */
import { maybeT, t } from '../i18n/i18n.ts';
import { shortName } from '../panels/describe-verb.ts';
import { StateLabel } from '../panels/state-badge.tsx';
import { useStore } from '../panels/use-store.ts';
import type { Game } from '../state/game.ts';
import { shownState } from '../state/pod-state.ts';
import { tabOfSelection, type Tab } from './tab-list.ts';

export function SelectionCard({ game, show }: { game: Game; show: (tab: Tab) => void }) {
  const store = useStore(game);
  const selection = game.selection.value;
  if (!store || selection === null || selection.kind === 'Landmark') return null;
  const pod = selection.kind === 'Pod' ? store.get('Pod', selection.key) : undefined;
  const node = selection.kind === 'Node' ? selection.key : pod?.spec.nodeName;
  return (
    <section class="card selection" aria-label={t('selection.title')} data-testid="selection">
      <p>
        <span class="soft">{maybeT(`town.${selection.kind}`) ?? selection.kind}</span>{' '}
        <strong class="mono">{shortName(selection.key)}</strong>
      </p>
      {pod && <StateLabel shown={shownState(store, pod)} />}
      <div class="row">
        <button
          type="button"
          class="small"
          onClick={() => show(tabOfSelection(selection) ?? 'objects')}
          data-testid="show-details"
        >
          {t('selection.details')}
        </button>
        {typeof node === 'string' && (
          <button
            type="button"
            class="small"
            onClick={() => {
              game.focusedNode.value = node;
              show('kubelet');
            }}
          >
            {node}
          </button>
        )}
        <button
          type="button"
          class="small"
          onClick={() => {
            game.selection.value = null;
          }}
        >
          {t('selection.clear')}
        </button>
      </div>
    </section>
  );
}
