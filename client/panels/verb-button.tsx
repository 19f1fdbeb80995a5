/** A button that asks for a verb. Where the viewer may not, it says why instead of doing nothing. */
import type { ComponentChildren } from 'preact';
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { Status } from '../../shared/api/status.ts';
import { maybeT, t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { deskOf } from './desk.ts';
import { describeVerb } from './describe-verb.ts';

export function refusalText(status: Status): string {
  return maybeT(`refusal.${status.key}`, status.details) ?? status.message;
}

interface Props {
  readonly game: Game;
  readonly verb: Verb;
  /** Shown in place of the verb's own sentence, which then is the accessible name. */
  readonly children?: ComponentChildren;
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** Why it makes no sense now, whoever asks. */
  readonly blocked?: string | undefined;
}

export function VerbButton({ game, verb, children, primary = false, danger = false, blocked }: Props) {
  const desk = deskOf(game);
  const refusal = desk.whyNot(verb);
  const why = refusal === null ? blocked : refusalText(refusal);
  const isPending = desk.isPending(verb);
  const sentence = describeVerb(verb);
  const press = () => {
    if (refusal !== null) desk.refusal.value = refusal;
    else if (blocked === undefined) void desk.verb(verb);
  };
  return (
    <button
      type="button"
      class={`small verb${primary ? ' primary' : ''}${danger ? ' danger' : ''}`}
      data-testid={`verb-${verb.verb}`}
      aria-disabled={why !== undefined || isPending}
      aria-label={typeof children === 'string' ? `${children}: ${sentence}` : undefined}
      title={why ?? (children === undefined ? undefined : sentence)}
      onClick={press}
    >
      {isPending ? <span class="pending">{t('panel.pending')}</span> : (children ?? sentence)}
    </button>
  );
}
