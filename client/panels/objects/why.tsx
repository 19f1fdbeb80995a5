/** Why is it so? The chain of causes from the last write back to the input, as far as it is remembered. */
import { useState } from 'preact/hooks';
import { reasonNamed } from '../../../shared/cluster/causes/reasons.ts';
import { reasonsGivenBy } from '../../../shared/cluster/causes/reasons-of.ts';
import { why } from '../../../shared/cluster/causes/why.ts';
import type { Look } from '../use-store.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import { nicknameOf } from '../nickname.ts';
import { OutageTime } from './outage-time.tsx';

interface Props {
  readonly look: Look;
  /** `Pod/default/web-1`, `Outage/default/web@120`. */
  readonly reference: string;
  /** What is plainly wrong is explained unasked. */
  readonly startsOpen?: boolean;
}

export function Why({ look, reference, startsOpen = false }: Props) {
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <div class="why">
      <button type="button" class="small" aria-expanded={isOpen} data-testid="why" onClick={() => setOpen(!isOpen)}>
        {t('why.ask')}
      </button>
      {isOpen && <Chain look={look} reference={reference} />}
    </div>
  );
}

/** `p123: bind` -> who and what; loops are named as the panels name them. */
function wordsOf(view: Look, what: string): string {
  const colon = what.indexOf(': ');
  if (colon === -1) return maybeT(`why.${what}`) ?? what;
  const who = what.slice(0, colon);
  const verb = what.slice(colon + 2);
  const name = who === 'teacher' ? t('role.teacher') : nicknameOf(view, who);
  return `${name}: ${maybeT(`verbName.${verb}`) ?? verb}`;
}

function Chain({ look, reference }: { look: Look; reference: string }) {
  const { chain, faults, rootFault, phases } = why(look.store, reference);
  const start = look.get('Clock', 'clock')?.startedTick ?? 0;
  const reasons = <Reasons look={look} reference={reference} />;
  if (chain.length === 0)
    return (
      <>
        {reasons}
        <p class="soft">{t('why.unknown')}</p>
      </>
    );
  return (
    <>
      {reasons}
      {/* What is broken is told once it is repaired; until then it is to be found. */}
      {rootFault && rootFault.healedTick !== null && (
        <p>{t('outage.cause', { cause: maybeT(`fault.${rootFault.type}.title`) ?? rootFault.type })}</p>
      )}
      {phases && <OutageTime phases={phases} />}
      {faults.length > 0 && <p>{t('why.faults', { count: faults.length })}</p>}
      <ol class="chain">
        {chain.map((cause) => (
          <li key={cause.id}>
            <span class="mono soft">{formatTicks(Math.max(0, cause.tick - start))}</span>{' '}
            {cause.by === 'input' ? (
              <strong>{wordsOf(look, cause.subject)}</strong>
            ) : (
              <>
                {maybeT(`loop.${cause.by}`) ?? <code>{cause.by}</code>} <code class="soft">{cause.subject}</code>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What a pod says of itself, or why a service loses visitors now, each with Kubernetes' own word. */
function Reasons({ look, reference }: { look: Look; reference: string }) {
  const reasons = reasonsGivenBy(look.store, reference).flatMap((id) => reasonNamed(id) ?? []);
  if (reasons.length === 0) return null;
  return (
    <ul class="reasons" data-testid="reasons">
      {reasons.map(({ id, text, word }) => (
        <li key={id}>
          {maybeT(text)} <code class="soft">{word}</code>
        </li>
      ))}
    </ul>
  );
}
