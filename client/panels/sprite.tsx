/** A picture of the town's own atlas inside a panel: the same house here and there. Decoration: the text says it too. */
import { signal } from '@preact/signals';
import atlasUrl from '../generated/town.json?url';
import pictureUrl from '../generated/town.webp?url';
import sharpAtlasUrl from '../generated/town@2x.json?url';
import sharpPictureUrl from '../generated/town@2x.webp?url';

/** As the town chooses on most screens, so that one picture is loaded and not two. */
const isSharp = window.devicePixelRatio > 1.2;
const picture = isSharp ? sharpPictureUrl : pictureUrl;

interface Frame {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}
interface Atlas {
  readonly frames: Readonly<Record<string, Frame>>;
  readonly meta: { readonly size: { readonly w: number; readonly h: number } };
}

const atlas = signal<Atlas | null>(null);
let isAsked = false;

function load(): void {
  if (isAsked) return;
  isAsked = true;
  // Without it the panels lack their pictures, nothing more.
  fetch(isSharp ? sharpAtlasUrl : atlasUrl)
    .then(async (response) => {
      atlas.value = (await response.json()) as Atlas;
    })
    .catch(() => undefined);
}

/** `size`: of the longer side, in rem. */
export function Sprite({ frame: name, size = 2 }: { frame: string; size?: number }) {
  load();
  const found = atlas.value?.frames[name];
  if (!found || !atlas.value) return <span class="sprite" style={{ width: `${size}rem`, height: `${size}rem` }} />;
  const { x, y, w, h } = found.frame;
  const { size: sheet } = atlas.value.meta;
  const scale = size / Math.max(w, h);
  const rem = (pixels: number) => `${pixels * scale}rem`;
  return (
    <span class="sprite" style={{ width: `${size}rem`, height: `${size}rem` }} aria-hidden="true">
      <span
        style={{
          width: rem(w),
          height: rem(h),
          backgroundImage: `url("${picture}")`,
          backgroundPosition: `-${rem(x)} -${rem(y)}`,
          backgroundSize: `${rem(sheet.w)} ${rem(sheet.h)}`,
        }}
      />
    </span>
  );
}
