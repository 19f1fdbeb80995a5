/** A state as it comes back from text, as recordings and snapshots carry it. */
import { frameFromJson, frameToJson, type FrameJson } from '../../shared/store/snapshot.ts';
import type { Frame } from '../../shared/store/store.ts';

export const textOf = (frame: Frame): string => JSON.stringify(frameToJson(frame));

export const throughText = (frame: Frame): Frame => frameFromJson(JSON.parse(textOf(frame)) as FrameJson);
