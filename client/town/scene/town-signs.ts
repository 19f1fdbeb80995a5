/** The plates of everything that is no village: landmarks, gates, works on their way, the steward's board. */
import { iso } from '../../../assets/art/iso.ts';
import { LANDMARKS } from '../../../assets/art/names.ts';
import { familiarText } from '../../../shared/cluster/registry/reference.ts';
import { QUEUE_SHOWN, queuePlace } from '../model/places.ts';
import { boardSize, drawBoard } from './board.ts';
import { landmarkFoot } from './hall-layer.ts';
import type { Plates } from './plates.ts';
import type { Moment, Stage } from './stage.ts';
import type { TownWords } from './words.ts';

const MOST_WORKS = 3;
/** Below this zoom a landmark's plate bears its short name only. */
const LONG_NAMES_FROM = 0.75;

export class TownSigns {
  readonly #stage: Stage;
  readonly #plates: Plates;
  readonly #words: TownWords;

  constructor(stage: Stage, plates: Plates, words: TownWords) {
    this.#stage = stage;
    this.#plates = plates;
    this.#words = words;
  }

  /** Not in the map: there the villages' tiles need the room. */
  draw({ model, detail }: Moment): void {
    if (detail === 'map') return;
    const { zoom } = this.#stage.camera;
    const size = Math.min(4, Math.max(1, 0.8 / zoom));
    for (const id of LANDMARKS) {
      const [px, py] = landmarkFoot(model.layout, id);
      this.#plates.text(px, py, this.#words.landmark(id, zoom < LONG_NAMES_FROM), 'place', size);
    }
    model.gates.forEach((gate, index) => {
      const place = model.layout.gates[index];
      if (!place) return;
      const [px, py] = iso(place.x, place.y);
      this.#plates.text(px, py - 74, this.#words.gate(gate), gate.lostRps > 0 ? 'loss' : 'gate', size);
    });
    this.#works(model, size);
    if (model.queue.length > QUEUE_SHOWN) {
      const { x, y } = queuePlace(model.layout, QUEUE_SHOWN - 1);
      const [px, py] = iso(x, y);
      this.#plates.text(px + 60, py - 50, `+${model.queue.length - QUEUE_SHOWN}`, 'place', size);
    }
    if (model.orders.length > 0 && detail !== 'far') this.#board(model);
  }

  /** How far builds and pushes are. */
  #works({ builds, pushes, layout, tick }: Moment['model'], size: number): void {
    for (const [works, place] of [
      [builds, layout.landmarks.workshop],
      [pushes, { x: layout.riverX, y: layout.landmarks.warehouse.y }],
    ] as const) {
      const [px, py] = iso(place.x, place.y);
      works.slice(0, MOST_WORKS).forEach(({ reference, fromTick, toTick }, index) => {
        const share = (tick - fromTick) / Math.max(1, toTick - fromTick);
        // In tenths: each text is drawn once.
        const text = `${familiarText(reference)} ${Math.min(10, Math.max(0, Math.floor(share * 10)))}0 %`;
        this.#plates.text(px, py - 84 - index * 22 * size, text, 'place', size);
      });
    }
  }

  #board({ orders, layout }: Moment['model']): void {
    const { labels, scene } = this.#stage;
    const [width, height] = boardSize(orders);
    const id = `board|${orders.map(({ name, style, wanted, ready }) => `${name}/${style}/${wanted}/${ready}`).join(' ')}`;
    const frame = labels.drawing(id, width, height, (context) => drawBoard(context, scene, orders));
    const { x, y } = layout.landmarks.lodge;
    const [px, py] = iso(x, y);
    this.#plates.label(px + 24, py - 96, frame, 1, 1);
  }
}
