/** A word beside the pointer: what one points at, by both of its names. */
import { t } from '../../i18n/i18n.ts';
import { podToBind } from '../bind-target.ts';
import type { TownControl } from '../town-control.ts';
import { describe } from './description.ts';

/** As much as it takes at most, in CSS pixels. */
const ROOM = { width: 340, height: 180 } as const;

export function Tooltip({ control }: { control: TownControl }) {
  const hover = control.hover.value;
  const model = control.state.model.value;
  const selection = control.game.selection.value;
  if (!hover || !model || control.carried.value) return null;
  const description = describe(model, hover.target);
  if (!description) return null;
  const waiting = hover.target.kind === 'Landmark' ? null : podToBind(control.game, selection);
  // Towards the side where there is room: what the panels cover is none.
  const { right, bottom } = control.sight.covered.value;
  const isLeft = hover.at.x > control.camera.width - right - ROOM.width;
  const isLow = hover.at.y > control.camera.height - bottom - ROOM.height;
  const style = {
    left: `${hover.at.x + (isLeft ? -14 : 14)}px`,
    top: `${hover.at.y + (isLow ? -10 : 14)}px`,
    transform: `translate(${isLeft ? '-100%' : '0'}, ${isLow ? '-100%' : '0'})`,
  };
  return (
    <div class="town-tooltip" style={style} aria-hidden="true">
      <p>
        <strong>{description.title}</strong> {description.name !== '' && <span class="mono">{description.name}</span>}
      </p>
      {description.lines.map((line) => (
        <p key={line} class="soft">
          {line}
        </p>
      ))}
      {waiting !== null && control.nodeAt(hover.at) !== null && (
        <p class="town-bind">{t('town.bindHint', { pod: waiting.split('/')[1] ?? waiting })}</p>
      )}
    </div>
  );
}
