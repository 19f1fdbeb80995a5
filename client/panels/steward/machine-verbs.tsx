/** Machines of the pool: order one more, or give one back. */
import { useState } from 'preact/hooks';
import { labelValue } from '../../../shared/api/names.ts';
import { ZONE_LABEL } from '../../../shared/api/world/zone.ts';
import { byCodeUnit } from '../../../shared/base/order.ts';
import type { View } from '../../../shared/store/store.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Choice } from '../choice.tsx';
import { TextField } from '../text-field.tsx';
import { VerbButton } from '../verb-button.tsx';

export function MachineVerbs({ game, view }: { game: Game; view: View }) {
  const [machine, setMachine] = useState('');
  const [zone, setZone] = useState('');
  const machines = view.keys('Machine');
  const { nodePool, bootTicks } = settingsOf(view);
  const chosen = machines.includes(machine) ? machine : machines.at(-1);
  return (
    <div class="stack">
      <p class="soft">
        {t('steward.pool', { now: machines.length, most: nodePool.maxNodes, time: formatTicks(bootTicks) })}
      </p>
      <div class="row bottom-line">
        <TextField label={t('steward.zone')} value={zone} onChange={setZone} options={zonesOf(view)} testId="zone" />
        <VerbButton
          game={game}
          verb={{ verb: 'addNode', ...(zone === '' ? {} : { zone }) }}
          primary
          blocked={labelValue.safeParse(zone).success ? undefined : t('node.noName')}
        >
          {t('steward.addNode')}
        </VerbButton>
      </div>
      {chosen !== undefined && (
        <div class="row bottom-line">
          <Choice label={t('kind.Node')} options={machines} value={chosen} onChange={setMachine} />
          <VerbButton game={game} verb={{ verb: 'removeNode', node: chosen }} danger>
            {t('steward.removeNode')}
          </VerbButton>
        </div>
      )}
    </div>
  );
}

/** Those that villages stand in. */
function zonesOf(view: View): readonly string[] {
  const zones = new Set([...view.list('Node')].map(({ metadata }) => metadata.labels[ZONE_LABEL] ?? ''));
  zones.delete('');
  return [...zones].toSorted(byCodeUnit);
}
