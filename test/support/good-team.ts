/** A good team, scripted: the autopilots play the seats, and people remove causes, some time after they see them. */
import type { Fault, FaultType } from '../../shared/api/world/fault.ts';
import { FAULTS } from '../../shared/cluster/faults/catalogue.ts';
import { collectingRuns } from '../../shared/cluster/logging/collector.ts';
import { must } from '../../shared/base/assert.ts';
import type { Session } from './session.ts';

/** From the first symptom to the first command: look, think, press. */
const REACTION_TICKS = 20;
/** From the fault to the first symptom that anybody can see. */
const SYMPTOM_TICKS: Readonly<Record<FaultType, number>> = {
  'node-crash': 0,
  // NotReady, after the grace period.
  'node-partition': 50,
  'bad-house': 10,
  // The first OOMKilled.
  'leaking-house': 50,
  'registry-outage': 0,
  'traffic-surge': 0,
  'lost-furniture': 5,
  'collector-down': 0,
  // What clients remember of names.
  'dns-outage': 15,
  // NotReady, once the kubelet says so.
  'runtime-down': 30,
  // As soon as a node without it is to open such a house.
  'corrupted-layer': 30,
  'poisoned-push': 30,
  'kernel-panic': 0,
  'host-down': 0,
  'kube-proxy-stale': 30,
  'log-store-down': 0,
  'log-flood': 20,
};

type Remedy = (session: Session, author: string, fault: Fault) => void;

const undo: Remedy = (session, author, { target }) =>
  void session.verb(author, { verb: 'undoRollout', deployment: target });

const REMEDIES: Readonly<Record<FaultType, Remedy>> = {
  'node-crash': (session, author, { target }) => void session.verb(author, { verb: 'reboot', node: target }),
  'node-partition': (session, author, { target }) => void session.verb(author, { verb: 'repairLink', node: target }),
  'runtime-down': (session, author, { target }) => void session.verb(author, { verb: 'restartRuntime', node: target }),
  'bad-house': undo,
  'leaking-house': undo,
  'registry-outage': (session, author) => void session.verb(author, { verb: 'restartRegistry' }),
  'traffic-surge': (session, author, { target, memory }) => scale(session, author, target, Number(memory['factor'])),
  'collector-down': (session, author, { target }) => {
    for (const { podUid } of collectingRuns(session.store, target)) {
      const pod = must(session.store.get('Sandbox', podUid), podUid).podKey;
      session.verb(author, { verb: 'delete', kind: 'Pod', key: pod });
    }
  },
  'corrupted-layer': (session, author, { target }) => {
    session.verb(author, { verb: 'collectRegistryGarbage' });
    session.verb(author, { verb: 'push', reference: target });
  },
  'poisoned-push': (session, author, { target, memory }) => {
    const container =
      must(session.store.get('Deployment', target), target).spec.template.spec.containers[0]?.name ?? '';
    const [repository = ''] = String(memory['reference']).split(/:(?=[^/]*$)/);
    session.verb(author, {
      verb: 'setImage',
      deployment: target,
      container,
      image: `${repository}@${memory['goodDigest']}`,
    });
  },
  'kernel-panic': (session, author, { target }) => {
    if (session.store.get('Host', target)) session.verb(author, { verb: 'rebootHost', host: target });
    else session.verb(author, { verb: 'rebootVm', vm: target });
  },
  'host-down': (session, author, { target }) => void session.verb(author, { verb: 'rebootHost', host: target }),
  'kube-proxy-stale': (session, author, { target }) =>
    void session.verb(author, { verb: 'restartProxy', node: target }),
  'log-store-down': (session, author) => void session.verb(author, { verb: 'restartLogStore' }),
  'log-flood': undo,
  'dns-outage': (session, author, { target, memory }) =>
    void session.verb(author, { verb: 'scale', deployment: target, replicas: Number(memory['replicas']) }),
  'lost-furniture': (session, author, { target, memory }) => {
    const [namespace = '', name = ''] = target.split('/');
    const data = Object.fromEntries(Object.entries(memory).map(([key, value]) => [key, String(value)]));
    const metadata = { name, namespace: namespace as 'default', labels: {}, annotations: {} };
    session.verb(author, { verb: 'apply', manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data } });
  },
};

/** Deployment and Service of our scenarios share their name. */
function scale(session: Session, author: string, deployment: string, factor: number): void {
  const before = must(session.store.get('Deployment', deployment), deployment).spec.replicas;
  session.verb(author, { verb: 'scale', deployment, replicas: before * factor });
}

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
    const isDue = store.tick === fault.beganTick + SYMPTOM_TICKS[fault.type] + REACTION_TICKS;
    if (isDue && fault.healedTick === null && !FAULTS[fault.type].isHealed(store, fault))
      REMEDIES[fault.type](session, player, fault);
    if (fault.type === 'traffic-surge' && fault.healedTick === store.tick) scaleBack(session, player, fault);
  }
}

function scaleBack(session: Session, player: string, { target, memory }: Fault): void {
  const { replicas } = must(session.store.get('Deployment', target), target).spec;
  session.verb(player, { verb: 'scale', deployment: target, replicas: Math.ceil(replicas / Number(memory['factor'])) });
}
