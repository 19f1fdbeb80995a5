/** The game screen and the engine of the town: the heavy part, fetched while the lobby is looked at. */
export const loadGameScreen = async () => (await import('../game/game-screen.tsx')).GameScreen;

export function preloadGame(): void {
  void loadGameScreen();
  void import('../town/start-town.ts');
  void import('../town/atlas.ts').then(({ atlasAt, finenessFor }) => atlasAt(finenessFor(window.devicePixelRatio)));
}
