/** news: who hears of the cluster late, or again, hears it now. Keys: a process, or one object that it counts on. */
import type { Sight } from '../../api/world/sight.ts';
import { tellOfNode } from '../kubelet/kubelet-events.ts';
import { reflex } from '../loop.ts';
import { isReachable } from '../plane/door.ts';
import { isPhysics, nodeOfKubelet } from '../processes.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import { forgetExpected } from './expectations.ts';
import { hearNews } from './sight.ts';

const waiting = (_change: unknown, view: View): readonly string[] => view.keys('Sight');

export const newsLoop = reflex({
  name: 'news',
  process: isPhysics,
  // While the API server is away there is no news; when it is back whoever waited hears it.
  watches: { PlaneProcess: waiting, EtcdMember: waiting, Etcd: waiting },
  deadlines: {
    Sight: ({ key, nextNewsTick }) => (nextNewsTick === null ? [] : [{ tick: nextNewsTick, key }]),
    SeenObject: ({ key, expected }) =>
      expected === null || expected.untilTick === null ? [] : [{ tick: expected.untilTick, key }],
  },
  keys: (view) => [...view.keys('Sight'), ...view.keys('SeenObject')],
  run: (world, key) => {
    const sight = world.get('Sight', key);
    if (sight && sight.nextNewsTick !== null && world.tick >= sight.nextNewsTick && isReachable(world)) {
      if (sight.relists) tellOfRelist(world, sight);
      hearNews(world, sight);
    }
    const seen = world.get('SeenObject', key);
    const untilTick = seen?.expected?.untilTick ?? null;
    if (seen && untilTick !== null && world.tick >= untilTick) forgetExpected(world, seen);
  },
});

/** *Simplified*: what a kubelet writes into its own log, told where everybody reads it. */
function tellOfRelist(world: World, { key, revision }: Sight): void {
  const node = nodeOfKubelet(key);
  if (node === null) return;
  const message = `watch of *v1.Pod ended with: too old resource version: ${revision} (${world.revision})`;
  tellOfNode(world, node, { type: 'Warning', reason: 'WatchExpired', message, details: { name: node, revision } });
}
