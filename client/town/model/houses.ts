/** A pod as a house: what is drawn of it, read off the state. */
import { houseFrame, pullingState, type HouseStyle, type Mood, type State } from '../../../assets/art/names.ts';
import { podCondition, type Pod } from '../../../shared/api/pod.ts';
import type { Machine } from '../../../shared/api/world/machine.ts';
import type { Sandbox } from '../../../shared/api/world/sandbox.ts';
import { normaliseReference } from '../../../shared/cluster/registry/reference.ts';
import type { View } from '../../../shared/store/store.ts';
import { shownState, type PodState } from '../../state/pod-state.ts';
import { houseLabel } from './house-label.ts';
import { houseStyle } from './house-style.ts';
import { moodOf } from './mood.ts';

export interface House {
  readonly key: string;
  readonly uid: string;
  readonly name: string;
  readonly label: string;
  /** Null: its blueprint still waits outside the dispatch room. */
  readonly node: string | null;
  readonly slot: number;
  readonly style: HouseStyle;
  readonly state: PodState;
  /** As `kubectl get pods` has it. */
  readonly word: string;
  readonly frame: string;
  readonly mood: Mood;
  /** Ticks until the crash loop's next try. Only on the last step of the mood. */
  readonly countdownTicks: number | null;
  readonly restarts: number;
  /** The API server still believes in it, but its machine has no power. */
  readonly isDark: boolean;
}

const FURIOUS: Mood = 5;
/** These need no look: the house is as it should be, or gone for good reason. */
const CALM: ReadonlySet<PodState> = new Set(['ready', 'completed']);

const ENDED: ReadonlySet<PodState> = new Set(['terminating', 'evicted', 'completed']);

export function isAbnormal(house: House): boolean {
  return !CALM.has(house.state);
}

function pullProgress(view: View, pod: Pod): State {
  for (const { image } of pod.spec.containers) {
    const pull = view.get('ImagePull', `${pod.spec.nodeName}|${normaliseReference(image) ?? ''}`);
    if (pull) return pullingState(pull.arrived, pull.layers.length);
  }
  return 'pulling-1';
}

/** Since when it is not as it should be. */
function waitingSince(pod: Pod): number {
  const ready = podCondition(pod, 'Ready');
  return ready ? ready.lastTransitionTick : pod.metadata.creationTick;
}

function nextTryTick(sandbox: Sandbox | undefined): number {
  const waits = (sandbox?.containers ?? []).map(({ backoff }) => backoff?.untilTick ?? 0);
  return Math.max(0, ...waits);
}

interface Remembered {
  readonly sandbox: Sandbox | undefined;
  readonly machine: Machine | undefined;
  readonly house: House;
}

const calmHouses = new WeakMap<Pod, Remembered>();

/** Most houses are well and stay so: those are read once. The others change with time itself. */
export function houseOf(view: View, pod: Pod, key: string, slot: number): House {
  const sandbox = view.get('Sandbox', pod.metadata.uid);
  const { nodeName: node } = pod.spec;
  const machine = node === null ? undefined : view.get('Machine', node);
  const known = calmHouses.get(pod);
  if (known && known.sandbox === sandbox && known.machine === machine && known.house.slot === slot) return known.house;
  const house = readHouse(view, pod, { sandbox, machine }, key, slot);
  if (CALM.has(house.state)) calmHouses.set(pod, { sandbox, machine, house });
  return house;
}

function readHouse(
  view: View,
  pod: Pod,
  { sandbox, machine }: Omit<Remembered, 'house'>,
  key: string,
  slot: number,
): House {
  const seen = shownState(view, pod);
  const restarts = pod.status.containerStatuses.reduce((total, { restartCount }) => total + restartCount, 0);
  const { nodeName: node } = pod.spec;
  // What ran there is gone with the power. Its plot is not waiting for it to be built.
  const isDark =
    machine !== undefined && machine.power !== 'on' && pod.status.startTick !== null && !ENDED.has(seen.state);
  const state = isDark ? 'notready' : seen.state;
  const mood = moodOf({ state, waitingTicks: view.tick - waitingSince(pod), restarts });
  const nextTry = nextTryTick(sandbox);
  const style = houseStyle(view, pod);
  const picture: State = state === 'pulling' ? pullProgress(view, pod) : state;
  return {
    key,
    uid: pod.metadata.uid,
    name: pod.metadata.name,
    label: houseLabel(pod.metadata.name),
    node,
    slot,
    style,
    state,
    word: seen.word,
    frame: houseFrame(style, picture),
    mood,
    countdownTicks: mood === FURIOUS && nextTry > view.tick ? nextTry - view.tick : null,
    restarts,
    isDark,
  };
}
