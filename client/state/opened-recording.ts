/** A recording that was opened from a file or just played: it has no address on the server. */
import { signal } from '@preact/signals';
import type { Recording } from '../../shared/recording/recording.ts';

export interface OpenedRecording {
  readonly id: string;
  readonly recording: Recording;
}

export const opened = signal<OpenedRecording | null>(null);
