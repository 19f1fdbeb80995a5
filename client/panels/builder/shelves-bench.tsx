/** The team's backpack, pushes under way, and the shelves of the warehouse that all teams share. */
import { backpack, shelves, type BackpackItem, type RegistryItem } from '../../../shared/cluster/registry/shelves.ts';
import { familiarText } from '../../../shared/cluster/registry/reference.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { LayerBar } from '../layer-bar.tsx';
import { nicknameOf } from '../nickname.ts';
import { Sprite } from '../sprite.tsx';
import { TimeLeft } from '../time-left.tsx';
import { useTerm } from '../terms.ts';
import { VerbButton } from '../verb-button.tsx';
import { CompareImages } from './compare-images.tsx';
import { ImagePapers, isInTrouble } from './image-papers.tsx';
import { LayerStack } from './layer-stack.tsx';
import { RegistryStore } from './registry-store.tsx';
import { Icon } from '../icon.tsx';
import { fullView } from '../preferences.ts';

export function ShelvesBench({ game, view }: { game: Game; view: View }) {
  const name = useTerm(game);
  const own = backpack(view);
  const items = shelves(view);
  const hub = items.filter(({ isFromHub }) => isFromHub);
  return (
    <div class="stack">
      <section aria-labelledby="backpack">
        <h3 id="backpack">
          <Sprite frame="prop/backpack" size={1.5} /> {t('shelves.backpack')}
        </h3>
        {own.length === 0 && <p class="empty">{t('shelves.emptyBackpack')}</p>}
        <ul class="shelf">
          {own.map((item) => (
            <BackpackRow key={item.reference} game={game} item={item} />
          ))}
        </ul>
      </section>
      <PushList view={view} />
      {fullView.value && <CompareImages items={[...own, ...items]} />}
      <section aria-labelledby="registry">
        <h3 id="registry">
          <Sprite frame="landmark/warehouse" size={1.8} /> {name('registry')}
        </h3>
        <RegistryRows game={game} view={view} items={items.filter(({ isFromHub }) => !isFromHub)} />
        <details data-testid="hub">
          <summary>{t('shelves.hub', { count: hub.length })}</summary>
          <RegistryRows game={game} view={view} items={hub} />
        </details>
      </section>
      {fullView.value && <RegistryStore game={game} view={view} />}
    </div>
  );
}

function BackpackRow({ game, item }: { game: Game; item: BackpackItem }) {
  return (
    <li>
      <Sprite frame={`house/${item.style}/ready`} size={2.6} />
      <div class="grow">
        <code>{item.name}</code> <span class="soft">{formatBytes(item.bytes)}</span>
        <LayerStack layers={item.layers} />
      </div>
      {item.isPushed ? (
        <span class="pill">
          <Icon name="check" /> {t('shelves.pushed')}
        </span>
      ) : (
        <VerbButton game={game} verb={{ verb: 'push', reference: item.name }} primary>
          {t('builder.push')}
        </VerbButton>
      )}
    </li>
  );
}

function RegistryRows({ game, view, items }: { game: Game; view: View; items: readonly RegistryItem[] }) {
  return (
    <ul class="shelf">
      {items.map((item) => (
        <RegistryRow key={item.reference} game={game} view={view} item={item} />
      ))}
    </ul>
  );
}

function RegistryRow({ game, view, item }: { game: Game; view: View; item: RegistryItem }) {
  const isOfficial = item.namespace === 'library';
  return (
    <li>
      <Sprite frame={`house/${item.style}/ready`} size={2.6} />
      <div class="grow">
        <code>{item.name}</code> <span class="soft">{formatBytes(item.bytes)}</span>{' '}
        <span class="pill">{isOfficial ? t('shelves.official') : item.namespace}</span>
        {!isOfficial && <span class="soft"> {t('shelves.by', { name: nicknameOf(view, item.pushedBy) })}</span>}
        <LayerStack layers={item.layers} />
        {(fullView.value || isInTrouble(view, item.digest)) && <ImagePapers game={game} view={view} item={item} />}
      </div>
      {fullView.value && (
        <code class="soft digest" title={item.digest}>
          {item.digest.slice(7, 19)}
        </code>
      )}
    </li>
  );
}

/** How long a push that failed stays in sight. */
const SHOWN_TICKS = 60;

function PushList({ view }: { view: View }) {
  const pushes = [...view.list('Push')].filter(
    ({ state, doneTick }) => state === 'running' || (state === 'failed' && view.tick - doneTick < SHOWN_TICKS),
  );
  return (
    <>
      {pushes.map((push) => (
        <section key={push.key} class="card push" aria-label={t('builder.pushing')} data-testid="push">
          <p>
            <span role="status">
              {t('builder.pushing')} <code>{familiarText(push.reference)}</code>
              {push.state === 'failed' && <strong class="bad"> {maybeT(`push.${push.reason}`) ?? push.reason}</strong>}
            </span>
            {push.state === 'running' && <TimeLeft doneTick={push.doneTick} tick={view.tick} />}
          </p>
          <LayerBar
            layers={push.layers.map(({ digest, bytes, exists, doneTick }) => ({
              digest,
              bytes,
              state: exists ? 'cached' : doneTick <= view.tick ? 'done' : 'moving',
            }))}
          />
          <p class="soft">
            {t('push.layers', {
              known: push.layers.filter(({ exists }) => exists).length,
              done: push.layers.filter(({ exists, doneTick }) => !exists && doneTick <= view.tick).length,
              count: push.layers.length,
            })}
          </p>
        </section>
      ))}
    </>
  );
}
