/**
 * Nicknames are picked, never typed, so none can hurt or tell who somebody is. `brave-otter` is language-neutral: each
 * viewer reads it in their own language (client texts `adjective.brave`, `animal.otter`).
 */
import { randomBelow } from '../secrets.ts';

export const ADJECTIVES = [
  'brave', 'bright', 'busy', 'calm', 'careful', 'cheerful', 'clever', 'cosy', 'curious', 'eager', 'early', 'fair',
  'fast', 'friendly', 'gentle', 'golden', 'handy', 'happy', 'honest', 'jolly', 'keen', 'kind', 'lively', 'lucky',
  'merry', 'mighty', 'neat', 'nimble', 'patient', 'polite', 'proud', 'quick', 'quiet', 'ready', 'silver', 'steady',
  'strong', 'sunny', 'tidy', 'wise',
] as const; // prettier-ignore

export const ANIMALS = [
  'badger', 'bear', 'beaver', 'bee', 'camel', 'cat', 'crab', 'crane', 'deer', 'dolphin', 'duck', 'eagle', 'elephant',
  'finch', 'fox', 'frog', 'goat', 'goose', 'hare', 'hedgehog', 'heron', 'horse', 'koala', 'lion', 'lynx', 'magpie',
  'mole', 'otter', 'owl', 'panda', 'penguin', 'pony', 'rabbit', 'raven', 'robin', 'seal', 'sparrow', 'squirrel',
  'swan', 'tiger', 'turtle', 'whale', 'wolf', 'yak',
] as const; // prettier-ignore

const adjectives: ReadonlySet<string> = new Set(ADJECTIVES);
const animals: ReadonlySet<string> = new Set(ANIMALS);

export function isNickname(text: string): boolean {
  const [adjective, animal, ...rest] = text.split('-');
  return rest.length === 0 && adjectives.has(adjective ?? '') && animals.has(animal ?? '');
}

const all = (): string[] => ADJECTIVES.flatMap((adjective) => ANIMALS.map((animal) => `${adjective}-${animal}`));

/** Different ones that nobody here bears yet; fewer only where there are no more. */
export function freeNicknames(count: number, isTaken: (nickname: string) => boolean): readonly string[] {
  const free = all().filter((nickname) => !isTaken(nickname));
  const picked: string[] = [];
  while (picked.length < count && free.length > 0) {
    const [nickname] = free.splice(randomBelow(free.length), 1);
    if (nickname !== undefined) picked.push(nickname);
  }
  return picked;
}
