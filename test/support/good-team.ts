/** A good team, scripted: the autopilots play the seats, and people remove causes, some time after they see them. */
import type { Fault } from '../../shared/api/world/fault.ts';
import { faultNamed } from '../../shared/cluster/faults/catalogue.ts';
import { must } from '../../shared/base/assert.ts';
import type { Session as WholeSession } from './session.ts';

/** All that a team needs of a session. */
export type Session = Pick<WholeSession, 'store' | 'verb' | 'happen' | 'command'>;

/** From the first symptom to the first command: look, think, press. */
const REACTION_TICKS = 20;
/** From the fault to the first symptom that anybody can see, where that takes a while. */
const SYMPTOM_TICKS: Readonly<Record<string, number>> = {
  // NotReady, after the grace period.
  'node-partition': 50,
  'bad-house': 10,
  // The first OOMKilled.
  'leaking-house': 50,
  'lost-furniture': 5,
  // What clients remember of names.
  'dns-outage': 15,
  // NotReady, once the kubelet says so.
  'runtime-down': 30,
  // As soon as a node without it is to open such a house.
  'corrupted-layer': 30,
  'poisoned-push': 30,
  'watch-lag': 60,
  'kernel-panic': 0,
  'host-down': 0,
  'kube-proxy-stale': 30,
  'log-store-down': 0,
  'log-flood': 20,
};

/** Sits down everywhere and lets the autopilots play. */
export function sitDown(session: Session, player: string, mode: 'hand' | 'auto'): void {
  session.happen({ type: 'playerJoined', player, nickname: player });
  for (const seat of session.store.keys('Seat')) session.command(player, { type: 'takeSeat', seat });
  for (const key of session.store.keys('LoopSwitch'))
    session.command(player, { type: 'setLoopMode', switch: key, mode });
}

/** Call once after each tick. */
export function react(session: Session, player: string): void {
  const { store } = session;
  for (const fault of store.list('Fault')) {
    const isDue = store.tick === fault.beganTick + (SYMPTOM_TICKS[fault.type] ?? 0) + REACTION_TICKS;
    const { isHealed, remedy } = faultNamed(fault.type);
    if (isDue && fault.healedTick === null && !isHealed(store, fault))
      for (const { verb } of remedy(store, fault)) session.verb(player, verb);
    if (fault.type === 'traffic-surge' && fault.healedTick === store.tick) scaleBack(session, player, fault);
  }
}

/** Deployment and Service of our scenarios share their name. */
function scaleBack(session: Session, player: string, { target, memory }: Fault): void {
  const { replicas } = must(session.store.get('Deployment', target), target).spec;
  session.verb(player, { verb: 'scale', deployment: target, replicas: Math.ceil(replicas / Number(memory['factor'])) });
}
