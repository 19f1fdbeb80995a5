/** The newest events, and those about one object. */
import type { Event } from '../../shared/api/event.ts';
import { byCodeUnit } from '../../shared/base/order.ts';
import type { View } from '../../shared/store/store.ts';

/** `text` is looked for in the reason, the name, the message and who said it. */
export function latestEvents(
  view: View,
  most: number,
  warningsOnly: boolean,
  text = '',
  isShown: (event: Event) => boolean = () => true,
): readonly Event[] {
  const wanted = text.trim().toLowerCase();
  const isWanted = ({ reason, message, source, involvedObject }: Event) =>
    [reason, message, source, involvedObject.kind, involvedObject.name].some((part) =>
      part.toLowerCase().includes(wanted),
    );
  return [...view.list('Event')]
    .filter(
      (event) => isShown(event) && (!warningsOnly || event.type === 'Warning') && (wanted === '' || isWanted(event)),
    )
    .sort(
      (a, b) => b.metadata.resourceVersion - a.metadata.resourceVersion || byCodeUnit(a.metadata.name, b.metadata.name),
    )
    .slice(0, most);
}

export function eventsAbout(view: View, kind: string, name: string): readonly Event[] {
  return latestEvents(view, Number.POSITIVE_INFINITY, false).filter(
    ({ involvedObject }) => involvedObject.kind === kind && involvedObject.name === name,
  );
}
