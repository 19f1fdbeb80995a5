/** Zoom and home for whoever has no wheel: each drag and pinch has a button. */
import { t } from '../../i18n/i18n.ts';
import type { TownControl } from '../town-control.ts';

const STEP = 1.35;

export function TownButtons({ control }: { control: TownControl }) {
  const button = (label: string, sign: string, press: () => void) => (
    <button type="button" class="town-button" aria-label={label} title={label} onClick={press}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div class="town-buttons" role="group" aria-label={t('town.label')}>
      {button(t('town.zoomIn'), '+', () => control.sight.zoom(STEP))}
      {button(t('town.zoomOut'), '−', () => control.sight.zoom(1 / STEP))}
      {button(t('town.home'), '⌂', () => control.sight.home())}
    </div>
  );
}
