/** Everything written and every badge: made anew from a list whenever what is seen changes, out of pools. */
import { iso } from '../../../assets/art/iso.ts';
import { badgeFrame, badgeOf, moodFrame, type State } from '../../../assets/art/names.ts';
import { showsLabel, signScale } from '../lod.ts';
import { isAbnormal, type House } from '../model/houses.ts';
import type { Plot } from '../model/layout.ts';
import { signPlace, vergePlace } from '../model/places.ts';
import type { Village } from '../model/villages.ts';
import { QUEUED_SIZE, type HousesLayer, type Standing } from './houses-layer.ts';
import { sightBadge } from './plane-signs.ts';
import { Plates } from './plates.ts';
import type { Moment, Stage } from './stage.ts';
import { TownSigns } from './town-signs.ts';
import { SPOTS, type VillagesLayer } from './villages-layer.ts';
import type { TownWords } from './words.ts';

/** From this mood on it is shown beside the house. */
const SHOWN_MOOD = 3;
/** From this zoom on the blueprints in the queue bear their names. */
const QUEUE_LABELS_FROM = 1.5;
/** Who stands at the verge bears a plate; the backpack's stands apart, for the plates to find room. */
const POST_PLATES = [
  ['head', SPOTS.head],
  ['doorman', SPOTS.doorman],
  ['chronicler', SPOTS.chronicler],
  ['backpack', SPOTS.backpack],
] as const;
/** A badge in the far view, in CSS pixels, whatever the zoom. */
const FAR_BADGE = 0.95;

export class SignsLayer {
  readonly #stage: Stage;
  readonly #plates: Plates;
  readonly #townSigns: TownSigns;
  readonly #words: TownWords;

  constructor(stage: Stage, words: TownWords) {
    this.#stage = stage;
    this.#words = words;
    this.#plates = new Plates(stage);
    this.#townSigns = new TownSigns(stage, this.#plates, words);
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
    this.#plates.begin();
    for (const standing of houses.standing.values()) this.#house(moment, standing);
    for (const { village, plot, isInView } of villages.drawn.values())
      if (isInView) this.#village(moment, village, signPlace(plot), plot);
    this.#townSigns.draw(moment);
    this.#plates.end();
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
      if (abnormal && !isQueued) this.#plates.badge(px + 10, py - 40, badgeOfHouse(house), FAR_BADGE / zoom);
    } else if (house.mood >= SHOWN_MOOD && abnormal && house.state !== 'terminating') {
      this.#plates.badge(px - 40 * body, py - 52 * body, moodFrame(house.mood), body * Math.max(1, 0.7 / zoom));
    }
    if (!showsLabel(detail, abnormal, isSelected) || (isQueued && !isSelected && zoom < QUEUE_LABELS_FROM)) return;
    const size = Math.max(1, (isSelected ? 0.9 : 0.72) / zoom);
    this.#plates.text(px, py + 27, house.label, isTroubled(house) ? 'bad' : 'house', size);
    let line = py + 27;
    const below = (text: string): void => {
      line += 20 * size;
      this.#plates.text(px, line, text, isTroubled(house) ? 'bad' : 'house', size);
    };
    const word = this.#words.house(house);
    if (word !== '') below(word);
    if (house.countdownTicks !== null) below(this.#words.countdown(house.countdownTicks));
  }

  #village({ detail, model }: Moment, village: Village, sign: { x: number; y: number }, plot: Plot): void {
    const { zoom } = this.#stage.camera;
    const size = signScale(zoom);
    if (detail === 'map') {
      const [px, py] = iso(plot.x + plot.width / 2, plot.y + plot.depth / 2);
      this.#plates.text(px, py, this.#words.heat(village), 'heat', 0.8 / zoom);
      return;
    }
    const [px, py] = iso(sign.x, sign.y);
    this.#plates.text(px, py - 6, this.#words.village(village), 'village', size);
    let left = px - 14 * size;
    const badge = (frame: string): void => {
      this.#plates.badge(left, py - 6 - 24 * size, frame, size * 1.1);
      left += 27 * size;
    };
    if (!village.isReady) badge(badgeFrame('node-notready'));
    if (village.isCordoned) badge(badgeFrame('node-cordoned'));
    if (village.hasPressure) badge(badgeFrame('node-pressure'));
    const old = model.oldPictures.get(`kubelet/${village.node}`);
    if (old) badge(badgeFrame(sightBadge(old)));
    if (old && detail === 'near') this.#plates.text(px, py + 20, this.#words.oldPicture(old), 'place', 0.9);
    if (detail === 'near' && village.power === 'on') {
      for (const [post, along] of POST_PLATES) {
        const { x, y } = vergePlace(plot, along);
        const [hx, hy] = iso(x, y);
        this.#plates.text(hx, hy + 16, this.#words.post(post), 'place', 0.78);
      }
    }
    if (detail === 'near' && village.images > 0 && village.power === 'on') {
      const [bx, by] = iso(plot.x + SPOTS.backpack, plot.y + plot.depth + 2.8);
      this.#plates.text(bx + 20, by - 30, String(village.images), 'place', 0.9);
    }
  }
}

function badgeOfHouse(house: House): string {
  return badgeFrame(badgeOf(house.state === 'pulling' ? 'pulling-1' : (house.state as State)));
}

const TROUBLED: ReadonlySet<string> = new Set(['crash', 'oom', 'probefail', 'evicted']);

function isTroubled(house: House): boolean {
  return house.isDark || TROUBLED.has(house.state);
}
