/** Whether the first picture of the town is there. What nobody needs before may wait for it. */
import { effect, signal } from '@preact/signals';

export const hasFirstPicture = signal(false);

/** Resolves now, or once it is there. */
export function firstPicture(): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!hasFirstPicture.value) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
