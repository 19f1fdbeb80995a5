/** Says what changed in the town, politely: a few words at a time, and not for each house. */
import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { TownModel } from '../scene-model.ts';
import type { TownControl } from '../town-control.ts';
import { changesBetween } from './changes-between.ts';

/** Between two announcements. */
const SILENCE_MS = 4000;
const MOST_SENTENCES = 3;

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
