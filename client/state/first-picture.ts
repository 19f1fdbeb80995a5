/** Whether the first picture of the town is there. What nobody needs before may wait for it. */
import { signal } from '@preact/signals';

export const hasFirstPicture = signal(false);
