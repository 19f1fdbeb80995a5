/**
 * The chronicle: follows what the store writes and keeps the story of each outage. It writes nothing, no rule reads it,
 * and no hash sees it: without it everything goes the same way.
 */
import type { Fault } from '../../api/world/fault.ts';
import type { Outage } from '../../api/world/network.ts';
import type { Role } from '../../api/world/seat.ts';
import type { Cause } from '../../store/cause-log.ts';
import type { Change } from '../../store/change.ts';
import type { Store } from '../../store/store.ts';
import { ROLE_VERBS } from '../api-server/authorization.ts';
import { faultNamed } from '../faults/catalogue.ts';
import { showsSymptom } from '../faults/symptoms.ts';
import type { VerbName } from '../verbs/table.ts';
import type { Act, OutageStory } from './outage-story.ts';

/** Whose work a loop does; null for a reflex. */
export type RoleOfLoop = (loop: string) => Role | null;

/** Older stories are forgotten. */
const STORIES_KEPT = 200;
/** `player0001: reboot` */
const COMMAND = /^([^:]+): (\w+)$/;
/** Whose verb it is, where several may: the town's own offices before the builders. */
const ROLES = ['scheduler', 'kubelet', 'controller-manager', 'builder'] as const satisfies readonly Role[];

interface OpenOutage {
  story: OutageStory;
  /** Nobody is lost at the moment: what is done now is not done against it. */
  isQuiet: boolean;
}

const chronicles = new WeakMap<Store, Chronicle>();

export function storyOf(store: Store, outage: string): OutageStory | undefined {
  return chronicles.get(store)?.stories.get(outage);
}

export class Chronicle {
  readonly #store: Store;
  readonly #roleOfLoop: RoleOfLoop;
  readonly #stories: Map<string, OutageStory>;
  /** By key. */
  readonly #open = new Map<string, OpenOutage>();
  /** Inputs that began a fault. */
  readonly #faults = new Map<number, string>();
  /** Players' commands against an open outage: what the loops do because of them belongs to it. */
  readonly #repairs = new Set<number>();
  #lastCause = 0;

  constructor(store: Store, roleOfLoop: RoleOfLoop, stories: readonly OutageStory[] = []) {
    this.#store = store;
    this.#roleOfLoop = roleOfLoop;
    this.#stories = new Map(stories.map((story) => [story.outage, story]));
    for (const story of stories) {
      const outage = store.get('Outage', story.outage);
      if (outage?.endedTick === null) this.#open.set(outage.key, { story, isQuiet: isQuiet(outage) });
    }
    store.listen((change) => this.#follow(change));
    chronicles.set(store, this);
  }

  get stories(): ReadonlyMap<string, OutageStory> {
    return this.#stories;
  }

  #follow(change: Change): void {
    if (change.kind === 'Fault' && !change.before) this.#faultBegan(change as Change<'Fault'>);
    if (change.kind === 'Outage' && change.after) this.#outageChanged(change as Change<'Outage'>);
    if (this.#open.size === 0 || change.cause === this.#lastCause) return;
    this.#lastCause = change.cause;
    const cause = this.#store.causes.get(change.cause);
    if (cause && this.#mayCount(cause)) this.#noteAct(cause);
  }

  #faultBegan({ key, cause }: Change<'Fault'>): void {
    const input = this.#store.causes.get(cause)?.input ?? null;
    if (input !== null) this.#faults.set(input, key);
  }

  #outageChanged({ key, before, after, cause }: Change<'Outage'>): void {
    if (!before && after) this.#begin(after, this.#store.causes.get(cause)?.input ?? null);
    const open = this.#open.get(key);
    if (open && after) open.isQuiet = isQuiet(after);
    if (after?.endedTick !== null) this.#open.delete(key);
    if (this.#open.size === 0) this.#repairs.clear();
  }

  #begin({ key, beganTick }: Outage, rootInput: number | null): void {
    const fault = rootInput === null ? null : (this.#faults.get(rootInput) ?? null);
    const type = fault === null ? null : this.#store.get('Fault', fault)?.type;
    // Where no fault hides the cause, the gauge itself is the first sign.
    const [seenBy, signTick]: [Role, number | null] = type
      ? [faultNamed(type).seenFirstBy, null]
      : ['builder', beganTick];
    this.#keep({ outage: key, rootInput, fault, seenBy, signTick, firstAct: null, lastAct: null });
  }

  /** Of an outage that goes on. */
  #keep(story: OutageStory): void {
    this.#stories.set(story.outage, story);
    const open = this.#open.get(story.outage);
    if (open) open.story = story;
    else this.#open.set(story.outage, { story, isQuiet: false });
    if (this.#stories.size <= STORIES_KEPT) return;
    const [oldest = ''] = this.#stories.keys();
    this.#stories.delete(oldest);
    this.#open.delete(oldest);
  }

  /** After each tick: whether a sign of what hides behind an open outage shows by now. */
  look(): void {
    for (const { story } of this.#open.values()) {
      if (story.fault === null || story.signTick !== null) continue;
      const fault = this.#store.get('Fault', story.fault);
      if (!fault) continue;
      const { symptoms } = faultNamed(fault.type);
      if (symptoms.some((symptom) => showsSymptom(this.#store, fault, symptom))) {
        this.#keep({ ...story, signTick: this.#store.tick });
      }
    }
  }

  /** Most of what loops do has nothing to do with any outage. */
  #mayCount({ by, input }: Cause): boolean {
    return by === 'input' || (input !== null && this.#roleOfLoop(by) !== null);
  }

  /** What a loop does once more in a tick changes no story: asked first, for most of it is that. */
  #noteAct(cause: Cause): void {
    const loopsAct = cause.by === 'input' ? null : this.#loopsAct(cause);
    for (const { story, isQuiet: isPaused } of this.#open.values()) {
      if (isPaused || (loopsAct && (isSameAct(loopsAct, story.lastAct) || !this.#belongs(cause, story)))) continue;
      const fault = story.fault ? this.#store.get('Fault', story.fault) : undefined;
      const act = loopsAct ?? this.#command(cause, fault);
      if (act && !isSameAct(act, story.lastAct))
        this.#keep({ ...story, firstAct: story.firstAct ?? act, lastAct: act });
    }
  }

  /** Against a fault, the verbs of its remedy count; against anything else, whatever a player does. */
  #command({ tick, subject, input }: Cause, fault: Fault | undefined): Act | null {
    const verb = COMMAND.exec(subject)?.[2] as VerbName | undefined;
    const role = ROLES.find((name) => verb !== undefined && ROLE_VERBS[name].includes(verb));
    if (!verb || !role) return null;
    const remedy = fault ? faultNamed(fault.type).remedy(this.#store, fault) : null;
    const step = remedy?.find((item) => item.verb.verb === verb);
    if (remedy && !step) return null;
    if (input !== null) this.#repairs.add(input);
    return { tick, role: step ? roleOfSeat(step.seat) : role, byHand: true };
  }

  /** A loop acts against it when it was woken by what began it, or by what a player did about it. */
  #belongs({ input }: Cause, { rootInput }: OutageStory): boolean {
    return input !== null && (input === rootInput || this.#repairs.has(input));
  }

  #loopsAct({ tick, by }: Cause): Act | null {
    const role = this.#roleOfLoop(by);
    return role && { tick, role, byHand: false };
  }
}

function isQuiet({ quietSinceTick }: Outage): boolean {
  return quietSinceTick !== null;
}

function isSameAct(act: Act, last: Act | null): boolean {
  return last !== null && act.tick === last.tick && act.role === last.role && act.byHand === last.byHand;
}

function roleOfSeat(seat: string): Role {
  return seat.startsWith('kubelet/') ? 'kubelet' : (seat as Role);
}
