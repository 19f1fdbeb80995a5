/** The plots: hosts side by side, and what stands on them, as virtual machines and as containers. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { Choice } from './choice.tsx';
import { PanelHead } from './panel-head.tsx';
import { HostCard } from './plots/host-card.tsx';
import { useStore } from './use-store.ts';

/** From the smallest to one that is itself no small thing. */
const TENANTS = ['stall:1.0', 'hut:1.0', 'courtyard:1.0', 'villa:1.0'];

export function PlotsPanel({ game }: { game: Game }) {
  const store = useStore(game);
  const [image, setImage] = useState(TENANTS[0] ?? '');
  if (!store) return null;
  return (
    <div class="panel" data-testid="panel-plots">
      <PanelHead
        game={game}
        view={store}
        title={t('plots.title')}
        hint={t('plots.hint')}
        picture="landmark/workshop"
        codex="vm"
      />
      <Choice label={t('plots.tenant')} options={TENANTS} value={image} onChange={setImage} testId="plots-tenant" />
      <div class="plots">
        {store.keys('Host').map((key) => (
          <HostCard key={key} game={game} view={store} host={key} image={image} />
        ))}
      </div>
    </div>
  );
}
