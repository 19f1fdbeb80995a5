/** Which loops may run now: those that ask the API server, while it answers; the town hall's own, while one leads. */
import type { View } from '../../store/store.ts';
import type { Loop } from '../loop.ts';
import { doorTrouble } from './door.ts';
import { LED_COMPONENTS, leaderOf, type LedComponent } from './leaders.ts';
import { isCrowded } from './seats.ts';

/** Nothing holds anybody up. */
export function isPlaneWhole(view: View): boolean {
  return (
    doorTrouble(view) === null &&
    LED_COMPONENTS.every((component) => view.by('leaders', component).length > 0) &&
    view.count('Retry') === 0 &&
    !isCrowded(view)
  );
}

const isLed = (instance: string | null): instance is LedComponent => LED_COMPONENTS.includes(instance as LedComponent);

/** It does nothing but ask the API server. Kubelets and pipelines also have work of their own; their verbs are asked. */
export function asksApiServer(loop: Loop, view: View, key: string): boolean {
  const instance = loop.process(key, view);
  if (isLed(instance) || instance === 'kube-apiserver') return true;
  return loop.type === 'reflex' && loop.asksApiServer === true;
}

/** Whether a loop that asks the API server is let in. */
export function isLetIn(loop: Loop, view: View, key: string): boolean {
  if (doorTrouble(view) !== null) return false;
  const instance = loop.process(key, view);
  return !isLed(instance) || leaderOf(view, instance) !== undefined;
}
