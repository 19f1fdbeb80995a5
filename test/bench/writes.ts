/** What one write costs by itself, and with all that it wakes: the floor under every tick. CPU time. */
import { must } from '../../shared/base/assert.ts';
import { LOOPS } from '../../shared/cluster/loops.ts';
import { Driver } from '../../shared/session/driver.ts';
import { Store, type Frame } from '../../shared/store/store.ts';
import { cpuMs } from './cpu.ts';
import { figure, heading } from './print.ts';
import { settledTown } from './town.ts';

const SIZE = { nodes: 200, pods: 5000 };
const WARM_UP_ROUNDS = 5;
const ROUNDS = 10;

/** Each pod's status gets another message: a write of the kind that there is most of. */
function round(store: Store, message: string): void {
  for (const key of store.keys('Pod')) {
    const pod = must(store.get('Pod', key), key);
    store.put({ ...pod, status: { ...pod.status, message } });
  }
}

function show(what: string, store: Store): void {
  for (let count = 0; count < WARM_UP_ROUNDS; count += 1) round(store, `warm ${count}`);
  const ms = cpuMs(() => {
    for (let count = 0; count < ROUNDS; count += 1) round(store, `write ${count}`);
  });
  figure(what, `${((ms * 1000) / ROUNDS / store.count('Pod')).toFixed(2)} us`, `${ROUNDS * store.count('Pod')} writes`);
}

/** The loops hear of each write and note what they want to look at; none of them runs. */
function driven(frame: Frame): { readonly store: Store; readonly driver: Driver } {
  const store = new Store(frame);
  return { store, driver: new Driver(store, LOOPS) };
}

export function benchWrites(): void {
  const frame = settledTown(SIZE).simulation.frame();
  heading('one write of a pod');
  show('store alone: compared, numbered, indexed', new Store(frame));
  show('with every loop that watches it told', driven(frame).store);
}
