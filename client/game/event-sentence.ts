/** The plain sentence of an event, in the viewer's language. */
import type { Event } from '../../shared/api/event.ts';
import { maybeT } from '../i18n/i18n.ts';

/** Undefined where we have no sentence of our own. */
export function eventSentence(event: Event): string | undefined {
  return maybeT(`event.${event.reason}`, { name: event.involvedObject.name, message: event.message, ...event.details });
}
