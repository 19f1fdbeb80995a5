/** The game screen and the engine of the town: the heavy part, fetched while the lobby is looked at. */
import { loadTexts } from '../i18n/i18n.ts';
import { hasFirstPicture } from '../state/first-picture.ts';

export const loadGameScreen = async () => {
  const [{ GameScreen }] = await Promise.all([import('../game/game-screen.tsx'), loadTexts()]);
  return GameScreen;
};

export const loadPodium = async () => {
  const [{ PodiumScreen }] = await Promise.all([import('./podium-screen.tsx'), loadTexts()]);
  // Whoever comes after the end sees no town: nothing waits for its picture.
  hasFirstPicture.value = true;
  return PodiumScreen;
};

export function preloadGame(): void {
  void loadGameScreen();
  void import('../town/start-town.ts');
  void import('../town/atlas.ts').then(({ atlasAt, finenessFor }) => atlasAt(finenessFor(window.devicePixelRatio)));
}
