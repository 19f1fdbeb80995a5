/** A state as shape, colour and word: never by colour alone. */
import { signal } from '@preact/signals';
import badgesUrl from '../generated/badges.json?url';
import moodsUrl from '../generated/moods.json?url';
import { maybeT } from '../i18n/i18n.ts';
import type { ShownState } from '../state/pod-state.ts';

type Pictures = Readonly<Record<string, string>>;

function lazyPictures(url: string): () => Pictures {
  const pictures = signal<Pictures>({});
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      fetch(url)
        .then(async (response) => {
          pictures.value = (await response.json()) as Pictures;
        })
        .catch(() => undefined);
    }
    return pictures.value;
  };
}

const badges = lazyPictures(badgesUrl);
const moods = lazyPictures(moodsUrl);

export function Badge({ name }: { name: string }) {
  return <span class="badge" aria-hidden="true" dangerouslySetInnerHTML={{ __html: badges()[name] ?? '' }} />;
}

export function Mood({ level }: { level: number }) {
  return <span class="badge" aria-hidden="true" dangerouslySetInnerHTML={{ __html: moods()[String(level)] ?? '' }} />;
}

/** Badge, our word, and Kubernetes' own. */
export function StateLabel({ shown }: { shown: ShownState }) {
  return (
    <span class={`state state-${shown.state}`}>
      <Badge name={shown.state} />
      <span>
        {maybeT(`state.${shown.state}`)} <code class="soft">{shown.word}</code>
      </span>
    </span>
  );
}
