/** The plates of everything that is no village: landmarks, gates, works on their way, the steward's board. */
import { iso } from '../../../assets/art/iso.ts';
import { LANDMARKS } from '../../../assets/art/names.ts';
import { familiarText } from '../../../shared/cluster/registry/reference.ts';
import type { Layout } from '../model/layout.ts';
import type { Order } from '../model/orders.ts';
import { QUEUE_SHOWN, queuePlace } from '../model/places.ts';
import { boardSize, drawBoard } from './board.ts';
import { landmarkPlate, plateOrigin } from './hall-layer.ts';
import { HostSigns } from './host-signs.ts';
import { PlaneSigns } from './plane-signs.ts';
import type { Plates } from './plates.ts';
import { SignWriter } from './sign-writer.ts';
import type { Moment, Stage } from './stage.ts';
import type { TownWords } from './words.ts';

const MOST_WORKS = 3;
/** Below this zoom a landmark's plate bears its short name only. */
const LONG_NAMES_FROM = 0.75;
/** Below this zoom the board could not be read. */
const BOARD_FROM = 0.25;
const FAR_ROWS = 3;

export class TownSigns extends SignWriter {
  readonly #plane: PlaneSigns;
  readonly #hosts: HostSigns;

  constructor(stage: Stage, plates: Plates, words: TownWords) {
    super(stage, plates, words);
    this.#plane = new PlaneSigns(stage, plates, words);
    this.#hosts = new HostSigns(stage, plates, words);
  }

  /** Not in the map: there the villages' tiles need the room. */
  draw(moment: Moment): void {
    const { model, detail } = moment;
    this.#hosts.draw(moment);
    if (detail === 'map') return;
    const { zoom } = this.stage.camera;
    const size = Math.min(4, Math.max(1, 0.8 / zoom));
    for (const id of LANDMARKS) {
      const [px, py] = landmarkPlate(model.layout, id);
      this.plates.text(px, py, this.words.landmark(id, zoom < LONG_NAMES_FROM), 'place', size, plateOrigin(id));
    }
    model.gates.forEach((gate, index) => {
      const place = model.layout.gates[index];
      if (!place) return;
      const [px, py] = iso(place.x, place.y);
      this.plates.text(px, py - 80, this.words.gate(gate), gate.lostRps > 0 ? 'loss' : 'gate', size);
    });
    this.#plane.draw(moment, size);
    this.#works(model, size);
    if (model.queue.length > QUEUE_SHOWN) {
      const { x, y } = queuePlace(model.layout, QUEUE_SHOWN - 1);
      const [px, py] = iso(x, y);
      this.plates.text(px + 60, py - 50, `+${model.queue.length - QUEUE_SHOWN}`, 'place', size);
    }
    // Far away only what differs is worth its room.
    const orders =
      detail === 'far' ? model.orders.filter(({ ready, wanted }) => ready !== wanted).slice(0, FAR_ROWS) : model.orders;
    if (orders.length > 0 && zoom >= BOARD_FROM) this.#board(model.layout, orders);
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
        this.plates.text(px, py - 84 - index * 22 * size, text, 'place', size);
      });
    }
  }

  #board(layout: Layout, orders: readonly Order[]): void {
    const { labels, scene } = this.stage;
    const [width, height] = boardSize(orders);
    const words = this.words.board();
    const id = `board|${words.wanted}|${JSON.stringify(orders)}`;
    const frame = labels.drawing(id, width, height, (context) => drawBoard(context, scene, orders, words));
    const { x, y } = layout.landmarks.lodge;
    const [px, py] = iso(x, y);
    // Readable in the usual view, too: there it grows against the zoom, up to a limit.
    const { camera } = this.stage;
    const size = Math.min(2.2, Math.max(1, 0.68 / camera.zoom));
    const at = camera.clearOfPanels({ x: px + 24, y: py - 112 }, width * size, height * size);
    this.plates.label(at.x, at.y, frame, size, 1);
  }
}
