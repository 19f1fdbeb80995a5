/** Somebody who brings about the moment that a verb needs whose turn it is, and waits for it with the seat in hand. */
import type { Node } from '../../../shared/api/node.ts';
import { podRequests } from '../../../shared/api/pod-requests.ts';
import type { Seat } from '../../../shared/api/world/seat.ts';
import type { VerbName } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import { PIECES } from '../stage/houses.ts';
import { ask, turn, type Bot, type Table } from './bot.ts';

/** Priority of the stage's highest class. */
const GOLD = 100;

type Opening = (table: Table) => void;

/** What its autopilot would do at once is left over for a hand. */
const OPENINGS: Readonly<Partial<Record<VerbName, Opening>>> = {
  createJob: (table) => {
    hold(table, 'cron-job');
    const [cronJob] = table.view.keys('CronJob');
    if (cronJob === undefined) putUp(table, PIECES.errands(table.chance));
    else ask(table, 'teacher', { verb: 'createJob', cronJob });
  },
  disarmEtcd: (table) => {
    breakOne(table, 'etcd-quota-full', '');
    for (const verb of ['compactEtcd', 'defragEtcd', 'disarmEtcd'] as const) ask(table, 'teacher', { verb });
  },
  markNode: (table) => {
    hold(table, 'node-lifecycle');
    const nodes = table.view.keys('Node');
    breakOne(table, 'kubelet-down', nodes.at(-1) ?? 'node-1');
    for (const node of nodes) ask(table, 'teacher', { verb: 'markNode', node, ready: 'Unknown' });
  },
  preempt: (table) => {
    const { view, chance } = table;
    hold(table, 'scheduler');
    const roomiest = [...view.list('Node')].sort((a, b) => mostCpu(view, b) - mostCpu(view, a))[0];
    if (!roomiest) return;
    putUp(table, [...PIECES.ranks(), palace(mostCpu(view, roomiest))]);
    const node = chance.percent(50) ? roomiest.metadata.name : chance.pick(view.keys('Node'));
    ask(table, 'teacher', { verb: 'preempt', pod: 'default/palace', node });
  },
  renewPod: (table) => {
    const { view } = table;
    const node = view.keys('Machine').find((key) => mayHold(view, `kubelet/${key}`));
    if (node === undefined) return;
    hold(table, `kubelet/${node}`);
    const lost = [...view.list('Sandbox')].find((sandbox) => sandbox.nodeName === node && !sandbox.ready);
    if (lost) ask(table, 'teacher', { verb: 'renewPod', pod: lost.podKey });
    else ask(table, 'teacher', { verb: 'reboot', node });
  },
};

/** All that a node has beside what is too important to leave. */
function mostCpu(view: View, { metadata: { name }, status }: Node): number {
  const kept = view.by('podsByNode', name).flatMap((key) => view.get('Pod', key) ?? []);
  const important = kept.filter(({ spec: { priority = 0 } }) => priority >= GOLD);
  return status.allocatable.cpuMilli - important.reduce((sum, { spec }) => sum + podRequests(spec).cpuMilli, 0);
}

/** Whoever stands where it is to come has to leave. */
function palace(cpuMilli: number): object {
  const resources = { requests: { cpu: `${cpuMilli}m` } };
  const spec = { priorityClassName: 'gold', containers: [{ name: 'app', image: 'hut:1.0', resources }] };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'palace' }, spec };
}

export const patientHands: Bot = (table) => {
  for (const verb of table.swarm.favouriteVerbs) OPENINGS[verb]?.(table);
};

function seatOf(view: View, switchKey: string): Seat | undefined {
  return view.get('Seat', view.get('LoopSwitch', switchKey)?.seat ?? '');
}

/** Nobody sits there, or somebody who is here. */
function mayHold(view: View, switchKey: string): boolean {
  const seat = seatOf(view, switchKey);
  return seat !== undefined && (seat.holder === null || seat.connected);
}

function hold(table: Table, key: string): void {
  const { chance, view, submit } = table;
  const seat = seatOf(view, key);
  const player = chance.maybe(view.by('connectedPlayers', ''));
  if (seat && seat.holder === null && player !== undefined) submit(player, { type: 'takeSeat', seat: seat.key });
  if (view.get('LoopSwitch', key)?.mode === 'auto') turn(table, 'teacher', key, 'hand');
}

function putUp(table: Table, manifests: readonly object[]): void {
  for (const manifest of manifests) table.submit('teacher', { type: 'verb', verb: { verb: 'apply', manifest } });
}

function breakOne({ view, submit }: Table, fault: string, target: string): void {
  if (view.by('openFaultsByType', fault).length === 0) submit('teacher', { type: 'injectFault', fault, target });
}
