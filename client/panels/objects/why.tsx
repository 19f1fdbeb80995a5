/** Why is it so? The chain of causes from the last write back to the input, as far as it is remembered. */
import { useState } from 'preact/hooks';
import { why } from '../../../shared/cluster/causes/why.ts';
import type { Look } from '../use-store.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import { nicknameOf } from '../nickname.ts';

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
  const { chain, faults } = why(look.store, reference);
  const start = look.get('Clock', 'clock')?.startedTick ?? 0;
  if (chain.length === 0) return <p class="soft">{t('why.unknown')}</p>;
  return (
    <>
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
