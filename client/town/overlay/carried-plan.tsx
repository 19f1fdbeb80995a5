/** A blueprint in the hand, and the village it would go to. */
import { propFrame } from '../../../assets/art/names.ts';
import { Sprite } from '../../panels/sprite.tsx';
import type { TownControl } from '../town-control.ts';

export function CarriedPlan({ control }: { control: TownControl }) {
  const carried = control.carried.value;
  if (!carried) return null;
  return (
    <div class="town-carried" style={{ left: `${carried.at.x}px`, top: `${carried.at.y}px` }} aria-hidden="true">
      <Sprite frame={propFrame('plan')} size={2.2} />
      {carried.node !== null && <strong class="pill">{carried.node}</strong>}
    </div>
  );
}
