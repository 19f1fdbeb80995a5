/** Who writes signs of one kind: onto the plates, in the viewer's words, at the camera's zoom. */
import type { Plates } from './plates.ts';
import type { Stage } from './stage.ts';
import type { TownWords } from './words.ts';

export abstract class SignWriter {
  readonly stage: Stage;
  readonly plates: Plates;
  readonly words: TownWords;

  constructor(stage: Stage, plates: Plates, words: TownWords) {
    this.stage = stage;
    this.plates = plates;
    this.words = words;
  }
}
