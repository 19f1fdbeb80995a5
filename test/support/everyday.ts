/** What goes on in a town anyway, and without which some faults cost nobody anything: a new version, a new house, a farewell. */
import { must } from '../../shared/base/assert.ts';
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import { playVerb } from './builders.ts';

/** Not later than this many ticks after the fault; asked for in each of them. */
type Everyday = (simulation: Simulation, sinceTicks: number) => void;

/** A new version of nobody's house: built at once, shipped a minute later. It may be refused. */
const buildAndShip: Everyday = (simulation, sinceTicks) => {
  const reference = 'team/annexe:2.0';
  const dockerfile = 'FROM hut:1.0\nRUN cut-wood --for annexe\nCMD ["hut"]\n';
  if (sinceTicks === 1) play(simulation, { verb: 'build', dockerfile, reference });
  if (sinceTicks === 60) play(simulation, { verb: 'push', reference });
};

/** A house of a kind that no village has in its backpack. */
const openVilla: Everyday = (simulation, sinceTicks) => {
  if (sinceTicks !== 1) return;
  const spec = { containers: [{ name: 'villa', image: 'villa:1.0' }] };
  play(simulation, {
    verb: 'apply',
    manifest: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'villa', namespace: 'default' }, spec },
  } as Verb);
};

/** One house of the shop moves. */
const moveShop: Everyday = (simulation, sinceTicks) => {
  if (sinceTicks !== 60) return;
  const key = must(
    simulation.store.keys('Pod').find((pod) => pod.startsWith('default/shop-')),
    'a pod of the shop',
  );
  play(simulation, { verb: 'delete', kind: 'Pod', key });
};

function play(simulation: Simulation, verb: Verb): void {
  playVerb(simulation, 'teacher', verb);
}

/** By type of fault. */
export const EVERYDAY: Readonly<Record<string, Everyday>> = {
  'deaf-to-term': moveShop,
  'pull-limit-used-up': openVilla,
  'registry-full': buildAndShip,
  'registry-outage': buildAndShip,
  'slow-registry': openVilla,
};
