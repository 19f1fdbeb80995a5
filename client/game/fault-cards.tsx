/** What is broken: students see what can be seen of it, the teacher also what it is; once it is repaired, everybody reads why. */
import type { Fault } from '../../shared/api/world/fault.ts';
import { faultNamed } from '../../shared/cluster/faults/catalogue.ts';
import { formatTicks, maybeT, t } from '../i18n/i18n.ts';
import { useStore } from '../panels/use-store.ts';
import type { Game } from '../state/game.ts';
import { shortName } from '../panels/describe-verb.ts';
import { FaultSigns } from '../panels/objects/fault-signs.tsx';
import { Icon } from '../panels/icon.tsx';

/** How many repaired ones stay in sight. */
const MOST_HEALED = 3;

export function FaultCards({ game }: { game: Game }) {
  const store = useStore(game);
  if (!store) return null;
  const faults = [...store.list('Fault')].sort((a, b) => b.beganTick - a.beganTick);
  const open = faults.filter(({ healedTick }) => healedTick === null);
  const healed = faults.filter(({ healedTick }) => healedTick !== null).slice(0, MOST_HEALED);
  if (faults.length === 0) return null;
  const knows = game.connection.identity.value.as === 'teacher';
  const start = store.get('Clock', 'clock')?.startedTick ?? 0;
  return (
    <section class="faults" tabIndex={0} aria-label={t('faults.title')} data-testid="faults">
      {open.map((fault) => (
        <OpenFault key={fault.key} fault={fault} knows={knows} start={start} />
      ))}
      {healed.map((fault) => (
        <details key={fault.key} class="card fault healed">
          <summary>
            <Icon name="check" /> {maybeT(`fault.${fault.type}.title`) ?? fault.type}
          </summary>
          <p>{maybeT(`fault.${fault.type}.explanation`)}</p>
          <p class="soft">
            {t('faults.healedAfter', { time: formatTicks((fault.healedTick ?? 0) - fault.beganTick) })}
          </p>
        </details>
      ))}
    </section>
  );
}

function OpenFault({ fault, knows, start }: { fault: Fault; knows: boolean; start: number }) {
  const role = faultNamed(fault.type).seenFirstBy;
  return (
    <article class="card fault open" data-testid={`fault-${fault.type}`}>
      <h2>
        <Icon name="warning" /> {knows ? (maybeT(`fault.${fault.type}.title`) ?? fault.type) : t('faults.something')}
      </h2>
      <p>{maybeT(`fault.${fault.type}.symptom`)}</p>
      {knows && (
        <>
          {fault.target !== '' && (
            <p>
              <strong>{t('faults.target')}</strong> <code>{shortName(fault.target)}</code>
            </p>
          )}
          <p>
            <strong>{t('faults.remedy')}</strong> {maybeT(`fault.${fault.type}.remedy`)}
          </p>
          <FaultSigns type={fault.type} />
        </>
      )}
      <p class="soft">
        {t('faults.since', { time: formatTicks(Math.max(0, fault.beganTick - start)) })}
        {' · '}
        {t('faults.seenFirst', { role: maybeT(`role.${role}`) ?? role })}
      </p>
    </article>
  );
}
