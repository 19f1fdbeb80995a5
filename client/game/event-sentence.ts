/** The plain sentence of an event, in the viewer's language. */
import type { Event } from '../../shared/api/event.ts';
import { maybeT } from '../i18n/i18n.ts';

/** Undefined where we have no sentence of our own. An event that tells of a refusal says it in the refusal's own words. */
export function eventSentence({ reason, involvedObject, message, details }: Event): string | undefined {
  const why = 'refusal' in details ? (maybeT(`refusal.${details['refusal']}`, details) ?? message) : message;
  return maybeT(`event.${reason}`, { name: involvedObject.name, message, why, ...details });
}
