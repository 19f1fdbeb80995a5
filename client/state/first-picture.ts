/** Whether the first picture of the town is there. What nobody needs before may wait for it. */
import { effect, signal } from '@preact/signals';

export const hasFirstPicture = signal(false);

/** Now, or once it is there. */
export function afterFirstPicture(work: () => void): void {
  const stop = effect(() => {
    if (!hasFirstPicture.value) return;
    queueMicrotask(() => stop());
    work();
  });
}
