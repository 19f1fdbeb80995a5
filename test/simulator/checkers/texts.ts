/** Watches what everybody reads: each event, loss, fault and push that happens has its words in both languages. */
import { TEXTS } from '../../../client/i18n/texts.ts';
import { reasonNamed } from '../../../shared/cluster/causes/reasons.ts';
import type { Event } from '../../../shared/api/event.ts';
import type { Status } from '../../../shared/api/status.ts';
import { invariant } from './invariant.ts';

type Values = Readonly<Record<string, string | number>>;
const tables: readonly Readonly<Record<string, string>>[] = [TEXTS.en, TEXTS.zh];

/** What is wrong with the sentence for something that happened. */
export function problemOfText(key: string, values?: Values): string | null {
  for (const table of tables) {
    const text = table[key];
    if (text === undefined) return `${key} has no words`;
    const missing = [...text.matchAll(/\{(\w+)\}/g)]
      .map((match) => match[1] ?? '')
      .find((name) => values && !(name in values));
    if (missing !== undefined)
      return `${key} speaks of {${missing}}, and knows only ${Object.keys(values ?? {}).join(', ')}`;
  }
  return null;
}

/** It has words, and its reason is that of the one table. */
export function problemOfRefusal(refusal: Status): string | null {
  const { key, reason, details } = refusal;
  const named = reasonNamed(`refusal/${key}`)?.word;
  if (named !== reason) return `${key} is ${reason}, and the table says ${named}`;
  return problemOfText(`refusal.${key}`, details);
}

function problemOfEvent({ reason, details }: Event): string | null {
  const why = 'refusal' in details ? problemOfText(`refusal.${details['refusal']}`, details) : null;
  return why ?? problemOfText(`event.${reason}`, 'refusal' in details ? { ...details, why: '' } : details);
}

export const texts = [
  invariant('FAULT-2', {
    write: {
      Fault: (before, after) =>
        before || !after
          ? null
          : (['title', 'symptom', 'remedy', 'explanation']
              .map((part) => problemOfText(`fault.${after.type}.${part}`))
              .find((problem) => problem !== null) ?? null),
    },
  }),
  invariant('SRV-88', {
    write: {
      Event: (before, after) => (before || !after ? null : problemOfEvent(after)),
      Outage: (before, after) => (before || !after ? null : problemOfText(`loss.${after.firstReason}`)),
    },
  }),
];
