/** A picture of the town's own atlas inside a panel: the same house here and there. Decoration: the text says it too. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { atlasAt, finenessFor, type Atlas } from '../town/atlas.ts';

const atlas = signal<Atlas | null>(null);
let isAsked = false;

function load(): void {
  if (isAsked) return;
  isAsked = true;
  // Without it the panels lack their pictures, nothing more.
  atlasAt(finenessFor(window.devicePixelRatio))
    .then((painted) => {
      atlas.value = painted;
    })
    .catch(() => undefined);
}

/** `size`: of the longer side, in rem. */
export function Sprite({ frame: name, size = 2 }: { frame: string; size?: number }) {
  load();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = atlas.value;
  const box = painted?.frames[name]?.frame;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !painted || !box) return;
    context.clearRect(0, 0, box.w, box.h);
    context.drawImage(painted.canvas, box.x, box.y, box.w, box.h, 0, 0, box.w, box.h);
  }, [painted, box]);
  const square = { width: `${size}rem`, height: `${size}rem` };
  if (!box) return <span class="sprite" style={square} />;
  const rem = (pixels: number) => `${(pixels * size) / Math.max(box.w, box.h)}rem`;
  return (
    <span class="sprite" style={square} aria-hidden="true">
      <canvas ref={canvas} width={box.w} height={box.h} style={{ width: rem(box.w), height: rem(box.h) }} />
    </span>
  );
}
