/** Everything written and every badge: made anew from a list whenever what is seen changes, out of pools. */
import { iso } from '../../../assets/art/iso.ts';
import { badgeFrame, badgeOf, LANDMARKS, moodFrame, type State } from '../../../assets/art/names.ts';
import { familiarText } from '../../../shared/cluster/registry/reference.ts';
import { showsLabel, signScale } from '../lod.ts';
import { isAbnormal, type House } from '../model/houses.ts';
import { QUEUE_SHOWN, queuePlace, signPlace } from '../model/places.ts';
import type { Village } from '../model/villages.ts';
import { boardSize, drawBoard } from './board.ts';
import { DEPTH } from './depth.ts';
import { landmarkFoot } from './hall-layer.ts';
import { QUEUED_SIZE, type HousesLayer, type Standing } from './houses-layer.ts';
import { LABELS, type PlateName } from './label-atlas.ts';
import { Pool } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';
import type { VillagesLayer } from './villages-layer.ts';
import type { TownWords } from './words.ts';

const MOST_WORKS = 3;
/** Below this zoom a landmark's plate bears its short name only. */
const LONG_NAMES_FROM = 0.75;
/** From this mood on it is shown beside the house. */
const SHOWN_MOOD = 3;
/** From this zoom on the blueprints in the queue bear their names. */
const QUEUE_LABELS_FROM = 1.5;
/** A badge in the far view, in CSS pixels, whatever the zoom. */
const FAR_BADGE = 0.95;

export class SignsLayer {
  readonly #stage: Stage;
  readonly #labels: Pool;
  readonly #badges: Pool;
  #words: TownWords;

  constructor(stage: Stage, words: TownWords) {
    this.#stage = stage;
    this.#words = words;
    const { scene, sprites } = stage;
    this.#labels = new Pool(() => scene.add.image(0, 0, LABELS).setDepth(DEPTH.labels));
    this.#badges = new Pool(() => sprites.at(0, 0, badgeFrame('ready'), DEPTH.badges));
  }

  setWords(words: TownWords): void {
    this.#words = words;
  }

  draw(moment: Moment, houses: HousesLayer, villages: VillagesLayer): void {
    const { labels } = this.#stage;
    const { generation } = labels;
    this.#drawAll(moment, houses, villages);
    // The page was full and was begun anew: the frames taken before that are gone.
    if (labels.generation !== generation) this.#drawAll(moment, houses, villages);
    labels.flush();
  }

  #drawAll(moment: Moment, houses: HousesLayer, villages: VillagesLayer): void {
    this.#labels.begin();
    this.#badges.begin();
    for (const standing of houses.standing.values()) this.#house(moment, standing);
    for (const { village, plot, isInView } of villages.drawn.values())
      if (isInView) this.#village(moment, village, signPlace(plot), plot);
    this.#town(moment);
    this.#labels.end();
    this.#badges.end();
  }

  #label(px: number, py: number, frame: string, size = 1, originY = 0.5): void {
    this.#labels
      .next()
      .setFrame(frame)
      .setOrigin(0.5, originY)
      .setPosition(px, py)
      .setScale(size / this.#stage.labels.ratio);
  }

  #text(px: number, py: number, text: string, plate: PlateName, size = 1): void {
    this.#label(px, py, this.#stage.labels.text(text, plate), size);
  }

  #badge(px: number, py: number, frame: string, size: number): void {
    this.#badges
      .next()
      .setFrame(frame)
      .setPosition(px, py)
      .setScale(this.#stage.sprites.scale * size);
  }

  #house({ detail, selected }: Moment, { house, picture }: Standing): void {
    if (!picture.visible) return;
    const { zoom } = this.#stage.camera;
    const isSelected = selected === `Pod/${house.key}`;
    const abnormal = isAbnormal(house);
    const [px, py] = [picture.x, picture.y];
    // Blueprints in the queue are smaller, and stand closer than their names are long.
    const isQueued = house.node === null;
    const body = isQueued ? QUEUED_SIZE : 1;
    if (detail === 'far') {
      if (abnormal && !isQueued) this.#badge(px + 10, py - 40, badgeOfHouse(house), FAR_BADGE / zoom);
    } else if (house.mood >= SHOWN_MOOD && abnormal && house.state !== 'terminating') {
      this.#badge(px - 40 * body, py - 52 * body, moodFrame(house.mood), body * Math.max(1, 0.7 / zoom));
    }
    if (!showsLabel(detail, abnormal, isSelected) || (isQueued && !isSelected && zoom < QUEUE_LABELS_FROM)) return;
    const size = Math.max(1, (isSelected ? 0.9 : 0.72) / zoom);
    this.#text(px, py + 27, house.label, isTroubled(house) ? 'bad' : 'house', size);
    if (house.countdownTicks !== null)
      this.#text(px, py + 27 + 20 * size, this.#words.countdown(house.countdownTicks), 'bad', size);
  }

  #village(
    { detail }: Moment,
    village: Village,
    sign: { x: number; y: number },
    plot: { width: number; depth: number; x: number; y: number },
  ): void {
    const { zoom } = this.#stage.camera;
    const size = signScale(zoom);
    if (detail === 'map') {
      const [px, py] = iso(plot.x + plot.width / 2, plot.y + plot.depth / 2);
      this.#text(px, py, this.#words.heat(village), 'heat', 0.8 / zoom);
      return;
    }
    const [px, py] = iso(sign.x, sign.y);
    this.#text(px, py - 6, this.#words.village(village), 'village', size);
    let left = px - 14 * size;
    const badge = (frame: string): void => {
      this.#badge(left, py - 6 - 24 * size, frame, size * 1.1);
      left += 27 * size;
    };
    if (!village.isReady) badge(badgeFrame('node-notready'));
    if (village.isCordoned) badge(badgeFrame('node-cordoned'));
    if (village.hasPressure) badge(badgeFrame('node-pressure'));
    if (detail === 'near' && village.images > 0 && village.power === 'on') {
      const [bx, by] = iso(plot.x + 11.8, plot.y + plot.depth + 2.8);
      this.#text(bx + 20, by - 30, String(village.images), 'place', 0.9);
    }
  }

  #town({ model, detail }: Moment): void {
    const { zoom } = this.#stage.camera;
    const size = Math.min(4, Math.max(1, 0.8 / zoom));
    if (detail !== 'map') {
      for (const id of LANDMARKS) {
        const [px, py] = landmarkFoot(model.layout, id);
        this.#text(px, py, this.#words.landmark(id, zoom < LONG_NAMES_FROM), 'place', size);
      }
    }
    model.gates.forEach((gate, index) => {
      const place = model.layout.gates[index];
      if (!place || detail === 'map') return;
      const [px, py] = iso(place.x, place.y);
      this.#text(px, py - 74, this.#words.gate(gate), gate.lostRps > 0 ? 'loss' : 'gate', size);
    });
    if (detail !== 'map') this.#works(model, size);
    if (model.queue.length > QUEUE_SHOWN) {
      const { x, y } = queuePlace(model.layout, QUEUE_SHOWN - 1);
      const [px, py] = iso(x, y);
      this.#text(px + 60, py - 50, `+${model.queue.length - QUEUE_SHOWN}`, 'place', size);
    }
    if (model.orders.length > 0 && (detail === 'near' || detail === 'middle')) this.#board(model);
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
        this.#text(px, py - 84 - index * 22 * size, text, 'place', size);
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
    this.#label(px + 24, py - 96, frame, 1, 1);
  }
}

function badgeOfHouse(house: House): string {
  return badgeFrame(badgeOf(house.state === 'pulling' ? 'pulling-1' : (house.state as State)));
}

const TROUBLED: ReadonlySet<string> = new Set(['crash', 'oom', 'probefail', 'evicted']);

function isTroubled(house: House): boolean {
  return house.isDark || TROUBLED.has(house.state);
}
