/** The visitors: as many walk as the services have requests, to the pods that answer; the others turn round, and say why. */
import { iso } from '../../../assets/art/iso.ts';
import { LOOKS, sadVisitorFrame, visitorFrame } from '../../../assets/art/names.ts';
import { placeOn, type Way } from '../route.ts';
import { CrowdGoals, type Goal } from './crowd-goals.ts';
import { DEPTH, standingDepth } from './depth.ts';
import { LABELS } from './label-atlas.ts';
import type { Picture } from './sprites.ts';
import type { Moment, Stage } from './stage.ts';

/** Ground units a second. */
const SPEED = 7.5;
/** One walker for so many requests a second. */
const RPS_PER_WALKER_A_SECOND = 9;
const STEP_MS = 190;
/** A walker gets half a step further meanwhile; all things that stand are sorted for it. */
const SORT_EVERY_FRAMES = 6;
/** Reasons are shown above the heads of the nearest few only: more would hide each other. */
const MOST_REASONS = 8;
/** And at one gate no faster than they can be read (ms). */
const BETWEEN_REASONS_MS = 2600;

interface Walker {
  readonly picture: Picture;
  look: number;
  way: Way;
  walked: number;
  /** The reason why this one is turned away; empty for who is served. */
  reason: string;
  isReturning: boolean;
  label: Picture | null;
  active: boolean;
  aside: number;
}

export class CrowdLayer {
  readonly #stage: Stage;
  readonly #walkers: Walker[] = [];
  readonly #owed = new Map<string, number>();
  readonly #loss: (reason: string) => string;
  /** By the way to a gate, which all who are turned away there share. */
  readonly #lastReasonMs = new Map<Way, number>();
  readonly #goals = new CrowdGoals();
  #active = 0;
  #frames = 0;
  /** Who stands in front is found out anew in this frame. */
  #isSorting = true;
  #reasons = 0;

  constructor(stage: Stage, loss: (reason: string) => string) {
    this.#stage = stage;
    this.#loss = loss;
  }

  get count(): number {
    return this.#active;
  }

  frame(moment: Moment): void {
    const { detail, deltaMs, isLive } = moment;
    if (detail === 'map') {
      // Too small to see: they wait where they are.
      for (const walker of this.#walkers) show(walker, false);
      return;
    }
    const calm = this.#stage.calm();
    if (calm) this.#standStill(moment);
    else if (isLive) this.#arrive(moment);
    this.#frames += 1;
    this.#isSorting = this.#frames % SORT_EVERY_FRAMES === 0;
    const view = this.#stage.camera.view();
    for (const walker of this.#walkers) {
      if (!walker.active) continue;
      if (isLive && !calm) this.#walk(walker, deltaMs, moment.timeMs);
      const { x, y } = walker.picture;
      show(walker, walker.active && x > view.left - 20 && x < view.right + 20 && y > view.top && y < view.bottom + 40);
    }
  }

  #arrive({ model, deltaMs, maxVisitors }: Moment): void {
    const total = model.gates.reduce((sum, gate) => sum + gate.servedRps + gate.lostRps, 0);
    if (total === 0) return;
    // A longer walk than half a minute is rare: what arrives in that time must not exceed the limit.
    const aSecond = Math.min(total / RPS_PER_WALKER_A_SECOND, maxVisitors / 14);
    model.gates.forEach((gate, index) => {
      const share = (gate.servedRps + gate.lostRps) / total;
      let owed = (this.#owed.get(gate.key) ?? 0) + (aSecond * share * deltaMs) / 1000;
      for (; owed >= 1; owed -= 1) {
        const goal = this.#goals.goal(model, gate, index);
        if (goal && this.#active < maxVisitors) this.#send(goal, 0);
      }
      this.#owed.set(gate.key, owed);
    });
  }

  /** Who wants no motion sees as many visitors stand along the ways as would walk there. */
  #standStill({ model, maxVisitors }: Moment): void {
    const wanted = Math.min(
      maxVisitors / 4,
      model.gates.reduce((sum, gate) => sum + gate.servedRps + gate.lostRps, 0) / 2,
    );
    if (Math.abs(this.#active - wanted) < 4) return;
    for (const walker of this.#walkers) this.#leave(walker);
    model.gates.forEach((gate, index) => {
      const count = Math.floor(wanted / Math.max(1, model.gates.length));
      for (let i = 0; i < count; i += 1) {
        const goal = this.#goals.goal(model, gate, index);
        if (goal) this.#place(this.#send(goal, (goal.way.length * (i + 0.5)) / count), 0);
      }
    });
  }

  #send({ way, reason }: Goal, walked: number): Walker {
    const look = this.#goals.random(LOOKS);
    let walker = this.#walkers.find(({ active }) => !active);
    if (!walker) {
      const picture = this.#stage.sprites.standing(0, 0, visitorFrame(look, 'right'));
      walker = { picture, look, way, walked, reason, isReturning: false, label: null, active: true, aside: 0 };
      this.#walkers.push(walker);
    }
    const aside = (this.#goals.random(100) / 100 - 0.5) * 1.5;
    Object.assign(walker, { look, way, walked, reason, isReturning: false, active: true, aside });
    this.#active += 1;
    return walker;
  }

  #walk(walker: Walker, deltaMs: number, timeMs: number): void {
    walker.walked += ((walker.isReturning ? -0.8 : 1) * SPEED * deltaMs) / 1000;
    if (walker.walked >= walker.way.length) {
      if (walker.reason === '') return this.#leave(walker);
      this.#turn(walker, timeMs);
    }
    if (walker.walked <= 0 && walker.isReturning) return this.#leave(walker);
    this.#place(walker, timeMs);
  }

  #turn(walker: Walker, timeMs: number): void {
    walker.isReturning = true;
    walker.walked = walker.way.length;
    walker.picture.setFrame(sadVisitorFrame(walker.look));
    const last = this.#lastReasonMs.get(walker.way) ?? -BETWEEN_REASONS_MS;
    if (this.#reasons >= MOST_REASONS || timeMs - last < BETWEEN_REASONS_MS) return;
    this.#lastReasonMs.set(walker.way, timeMs);
    this.#reasons += 1;
    const { scene, labels } = this.#stage;
    walker.label = scene.add
      .image(0, 0, LABELS, labels.text(this.#loss(walker.reason), 'loss'))
      .setScale(0.9 / labels.ratio)
      .setDepth(DEPTH.badges);
    labels.flush();
  }

  #place(walker: Walker, timeMs: number): void {
    const { way, picture, aside } = walker;
    const at = placeOn(way, walker.walked / Math.max(0.001, way.length));
    const [x, y] = at.alongX ? [at.x, at.y + aside] : [at.x + aside, at.y];
    const [px, py] = iso(x, y);
    picture.setPosition(px, py);
    const depth = standingDepth(x, y);
    if (this.#isSorting && picture.depth !== depth) picture.setDepth(depth);
    if (walker.isReturning) {
      walker.label?.setPosition(px, py - 58);
      return;
    }
    const isStep = Math.floor(timeMs / STEP_MS + walker.look) % 2 === 0;
    const frame = visitorFrame(walker.look, at.alongX ? 'right' : 'left', isStep);
    if (picture.frame.name !== frame) picture.setFrame(frame);
  }

  #leave(walker: Walker): void {
    if (!walker.active) return;
    walker.active = false;
    this.#active -= 1;
    walker.picture.setVisible(false);
    if (!walker.label) return;
    walker.label.destroy();
    walker.label = null;
    this.#reasons -= 1;
  }

  /** Another cluster, another moment: nobody of before is on the road. */
  clear(): void {
    for (const walker of this.#walkers) this.#leave(walker);
    this.#owed.clear();
    this.#goals.clear();
    this.#lastReasonMs.clear();
  }
}

function show({ picture, label }: Walker, isShown: boolean): void {
  if (picture.visible !== isShown) picture.setVisible(isShown);
  if (label && label.visible !== isShown) label.setVisible(isShown);
}
