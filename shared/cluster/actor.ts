/** Who asks for a verb. */
import type { ComponentName } from './loop.ts';

export type Actor =
  | { readonly type: 'player'; readonly id: string }
  | { readonly type: 'teacher' }
  | { readonly type: 'component'; readonly name: ComponentName; readonly nodeName?: string };

export const TEACHER: Actor = { type: 'teacher' };
