/** What things are called for this viewer: the metaphor first, or Kubernetes' word first. Both are always there. */
import { maybeT } from '../i18n/i18n.ts';
import type { Dial, Game } from '../state/game.ts';

export const TERMS = [
  'pod',
  'pods',
  'node',
  'nodes',
  'image',
  'registry',
  'cache',
  'scheduler',
  'steward',
  'kubelet',
  'builder',
  'deployment',
  'replicaset',
  'service',
  'endpoints',
  'configmap',
  'container',
  'visitors',
] as const;
export type Term = (typeof TERMS)[number];

export function term(dial: Dial, name: Term): string {
  const house = maybeT(`term.${name}.house`) ?? name;
  const real = maybeT(`term.${name}.real`) ?? name;
  return dial === 'houses' ? `${house} (${real})` : real;
}

export function useTerm(game: Game): (name: Term) => string {
  const dial = game.dial.value;
  return (name) => term(dial, name);
}
