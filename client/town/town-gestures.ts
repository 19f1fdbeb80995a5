/** What the hands' gestures mean in the town. */
import type { GestureHandlers } from '../input/gestures.ts';
import { bindPod, podToBind } from './bind-target.ts';
import type { TownControl } from './town-control.ts';

export function gestureHandlers(control: TownControl): GestureHandlers {
  return {
    grab: (at) => {
      const target = control.at(at);
      const pod = target ? podToBind(control.game, target) : null;
      if (pod === null) return false;
      control.carried.value = null;
      control.grabbed = pod;
      return true;
    },
    carry: (at) => {
      if (control.grabbed !== null) control.carried.value = { pod: control.grabbed, at, node: control.nodeAt(at) };
    },
    drop: (at, cancelled) => {
      const pod = control.grabbed;
      control.grabbed = null;
      control.carried.value = null;
      const node = control.nodeAt(at);
      if (!cancelled && pod !== null && node !== null) void bindPod(control.game, pod, node);
    },
    pan: (dx, dy) => control.sight.pan(dx, dy),
    zoom: (factor, at) => control.sight.zoom(factor, at),
    tap: (at) => {
      control.grabbed = null;
      control.tap(at);
    },
    hover: (at) => {
      const target = at && control.at(at);
      control.hover.value = at && target ? { at, target } : null;
    },
  };
}
