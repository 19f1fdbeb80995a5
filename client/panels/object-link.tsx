/** A name that can be looked at: selects the object, in the town and in the list of objects. */
import type { ComponentChildren } from 'preact';
import type { Kind } from '../../shared/api/kinds.ts';
import type { Game } from '../state/game.ts';

interface Props {
  readonly game: Game;
  readonly kind: Kind;
  readonly objectKey: string;
  readonly children: ComponentChildren;
}

export function ObjectLink({ game, kind, objectKey, children }: Props) {
  const selected = game.selection.value;
  const isSelected = selected?.kind === kind && selected.key === objectKey;
  return (
    <button
      type="button"
      class="object-link mono"
      aria-current={isSelected}
      onClick={() => {
        game.selection.value = { kind, key: objectKey };
        if (kind === 'Node') game.focusedNode.value = objectKey;
      }}
    >
      {children}
    </button>
  );
}
