/** Signing a waiting pod over to a village from the town: select it and click a village, or drag its blueprint there. */
import type { Game, Selection } from '../state/game.ts';
import { deskOf } from '../panels/desk.ts';

/** The pod that waits and is selected, when this viewer may bind it; else null. */
export function podToBind(game: Game, selection: Selection | null = game.selection.peek()): string | null {
  const { store } = game.connection;
  if (selection?.kind !== 'Pod' || !store) return null;
  const pod = store.get('Pod', selection.key);
  return pod && pod.spec.nodeName === null && mayBind(game, selection.key) ? selection.key : null;
}

function mayBind(game: Game, pod: string): boolean {
  const node = game.connection.store?.keys('Node')[0];
  return node !== undefined && deskOf(game).whyNot({ verb: 'bind', pod, node }) === null;
}

/** The API server decides; a refusal is shown where all refusals are. */
export function bindPod(game: Game, pod: string, node: string): Promise<boolean> {
  return deskOf(game).verb({ verb: 'bind', pod, node });
}
