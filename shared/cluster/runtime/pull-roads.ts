/** Roads of the images: each node's own to the registry, and the registry's, which all of them share. */
import { floorDiv } from '../../base/integers.ts';
import { must } from '../../base/assert.ts';
import type { ImagePull } from '../../api/world/node-store.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { registryOf } from '../registry/availability.ts';
import { settingsOf } from '../world.ts';
import { arrivalTick } from './arrival.ts';

/** One pull more or less anywhere may give all others another share. */
const ROADS = 'roads';

export const pullRoads = reflex({
  name: 'pull-roads',
  process: isPhysics,
  watches: {
    ImagePull: ({ before, after }) => (before?.state === after?.state ? [] : [ROADS]),
    Registry: ({ before, after }) => (before?.chokedBytesPerTick === after?.chokedBytesPerTick ? [] : [ROADS]),
  },
  keys: () => [ROADS],
  run: (world) => {
    const underWay = pullsUnderWay(world);
    const byNode = new Map<string, number>();
    for (const { nodeName } of underWay) byNode.set(nodeName, (byNode.get(nodeName) ?? 0) + 1);
    const { nodeBandwidthBytesPerTick } = settingsOf(world);
    const whole = registryRoad(world);
    for (const pull of underWay) {
      const share = floorDiv(nodeBandwidthBytesPerTick, byNode.get(pull.nodeName) ?? 1);
      const bytesPerTick = Math.max(1, Math.min(share, floorDiv(whole, underWay.length)));
      if (pull.bytesPerTick === bytesPerTick) continue;
      const receivedBytes = pull.receivedBytes + pull.bytesPerTick * (world.tick - pull.sinceTick);
      const shared = { ...pull, receivedBytes, sinceTick: world.tick, bytesPerTick };
      world.put({ ...shared, layerDoneTick: arrivalTick(shared, shared.arrived) });
    }
  },
});

/** As wide as it was built, less what something else takes of it. */
function registryRoad(view: View): number {
  const built = settingsOf(view).registryBandwidthBytesPerTick ?? Number.POSITIVE_INFINITY;
  return Math.min(built, registryOf(view).chokedBytesPerTick ?? Number.POSITIVE_INFINITY);
}

function pullsUnderWay(view: View): readonly ImagePull[] {
  return view.by('pullsUnderWay', '').map((key) => must(view.get('ImagePull', key), key));
}
