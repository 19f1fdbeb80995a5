/** Makes an element take a pod that is dragged onto it. The button on it does the same for click and key. */
import type { Game } from '../../state/game.ts';
import { deskOf } from '../desk.ts';
import { POD_DRAG } from './queue-list.tsx';

export function dropTarget(game: Game, node: string) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer?.types.includes(POD_DRAG)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const pod = event.dataTransfer?.getData(POD_DRAG) ?? '';
      if (pod === '') return;
      event.preventDefault();
      void deskOf(game).verb({ verb: 'bind', pod, node });
    },
  };
}
