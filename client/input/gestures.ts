/** Mouse, pen and fingers on the town: drag to pan, wheel or pinch to zoom, tap to choose. Nothing here knows the town. */

export interface At {
  readonly x: number;
  readonly y: number;
}

export interface GestureHandlers {
  /** True: this drag is not a pan; it is followed by `carry` and `drop`. */
  readonly grab: (at: At) => boolean;
  readonly carry: (at: At) => void;
  readonly drop: (at: At, cancelled: boolean) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, at: At) => void;
  readonly tap: (at: At, isTouch: boolean) => void;
  readonly hover: (at: At | null) => void;
}

/** A press that moves less than this is a tap. */
const TAP_PIXELS = 6;
/** One notch of a wheel is about 100. */
const WHEEL_PER_DOUBLING = 420;

export function listenToGestures(element: HTMLElement, handlers: GestureHandlers): () => void {
  const pointers = new Map<number, At>();
  let start: At = { x: 0, y: 0 };
  let isDrag = false;
  let isGrab = false;
  const at = (event: MouseEvent): At => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const place = at(event);
    pointers.set(event.pointerId, place);
    element.setPointerCapture(event.pointerId);
    if (pointers.size > 1) {
      if (isGrab) handlers.drop(place, true);
      isGrab = false;
      isDrag = true;
      return;
    }
    start = place;
    isDrag = false;
    isGrab = handlers.grab(place);
  };

  const move = (event: PointerEvent): void => {
    const place = at(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') handlers.hover(place);
      return;
    }
    const others = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, place);
    if (others) return pinch(before, place, others);
    if (!isDrag && Math.hypot(place.x - start.x, place.y - start.y) < TAP_PIXELS) return;
    isDrag = true;
    handlers.hover(null);
    if (isGrab) handlers.carry(place);
    else handlers.pan(before.x - place.x, before.y - place.y);
  };

  const pinch = (before: At, after: At, other: At): void => {
    const middle = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 };
    const [was, is] = [distance(before, other), distance(after, other)];
    if (was > 0) handlers.zoom(is / was, middle);
    handlers.pan((before.x - after.x) / 2, (before.y - after.y) / 2);
  };

  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size > 0) return;
    const place = at(event);
    const cancelled = event.type === 'pointercancel';
    if (isGrab && isDrag) handlers.drop(place, cancelled);
    else if (!isDrag && !cancelled) handlers.tap(place, event.pointerType === 'touch');
    isGrab = false;
    isDrag = false;
  };

  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    handlers.zoom(2 ** ((-event.deltaY * lines) / WHEEL_PER_DOUBLING), at(event));
  };

  const leave = (): void => handlers.hover(null);
  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('wheel', wheel);
  };
}

function distance(a: At, b: At): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
