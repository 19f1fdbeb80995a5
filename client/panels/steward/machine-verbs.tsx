/** Machines of the pool: order one more, or give one back. */
import { useState } from 'preact/hooks';
import type { View } from '../../../shared/store/store.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Choice } from '../choice.tsx';
import { VerbButton } from '../verb-button.tsx';

export function MachineVerbs({ game, view }: { game: Game; view: View }) {
  const [machine, setMachine] = useState('');
  const machines = view.keys('Machine');
  const { nodePool, bootTicks } = settingsOf(view);
  const chosen = machines.includes(machine) ? machine : machines.at(-1);
  return (
    <div class="stack">
      <p class="soft">
        {t('steward.pool', { now: machines.length, most: nodePool.maxNodes, time: formatTicks(bootTicks) })}
      </p>
      <div class="row bottom-line">
        <VerbButton game={game} verb={{ verb: 'addNode' }} primary>
          {t('steward.addNode')}
        </VerbButton>
        {chosen !== undefined && (
          <>
            <Choice label={t('kind.Node')} options={machines} value={chosen} onChange={setMachine} />
            <VerbButton game={game} verb={{ verb: 'removeNode', node: chosen }} danger>
              {t('steward.removeNode')}
            </VerbButton>
          </>
        )}
      </div>
    </div>
  );
}
