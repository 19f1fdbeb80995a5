/** Says what changed in the town, politely: a few words at a time, and not for each house. */
import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { TownModel } from '../scene-model.ts';
import type { TownControl } from '../town-control.ts';

/** Between two announcements. */
const SILENCE_MS = 4000;
const MOST_SENTENCES = 3;

/** What differs between two moments: villages that fell silent or came back, and houses that changed, by village. */
export function changesBetween(before: TownModel, after: TownModel): readonly string[] {
  const sentences: string[] = [];
  const wasReady = new Map(before.villages.map(({ node, isReady }) => [node, isReady]));
  for (const { node, isReady } of after.villages) {
    if (wasReady.get(node) !== undefined && wasReady.get(node) !== isReady)
      sentences.push(t('town.say.node', { node, what: t(isReady ? 'town.say.ready' : 'town.say.silent') }));
  }
  const states = new Map(before.houses.map(({ uid, state }) => [uid, state]));
  const counts = new Map<string, { node: string; state: string; count: number }>();
  for (const { uid, node, state } of after.houses) {
    if (states.get(uid) === state || node === null) continue;
    const id = `${node} ${state}`;
    counts.set(id, { node, state, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  for (const { node, state, count } of counts.values())
    sentences.push(t('town.say.states', { node, count, state: maybeT(`state.${state}`) ?? state }));
  return sentences;
}

export function Announcements({ control }: { control: TownControl }) {
  const spoken = useMemo(() => signal(''), [control]);
  const last = useRef<{ model: TownModel; timeMs: number } | null>(null);
  const model = control.state.model.value;
  useEffect(() => {
    if (!model) return;
    const now = performance.now();
    if (last.current && now - last.current.timeMs < SILENCE_MS) return;
    const sentences = last.current ? changesBetween(last.current.model, model) : [];
    last.current = { model, timeMs: now };
    if (sentences.length > 0) spoken.value = sentences.slice(0, MOST_SENTENCES).join(' ');
  }, [model, spoken]);
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {spoken.value}
    </div>
  );
}
