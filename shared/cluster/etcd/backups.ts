/** Backups of the ledger, and its way back. Time goes back for objects of the API, and for nothing else. */
import { API_KINDS, keyOfObject, type AnyObject, type ApiKind, type KindMap } from '../../api/kinds.ts';
import type { EtcdBackup } from '../../api/world/etcd.ts';
import type { View } from '../../store/store.ts';
import { newMeta } from '../api-server/objects.ts';
import type { World } from '../world.ts';

/** The oldest is thrown away. Ours. */
const BACKUPS_KEPT = 5;

const numberOf = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));

/** The oldest first. */
export function backupsOf(view: View): readonly string[] {
  return view.keys('EtcdBackup').toSorted((a, b) => numberOf(a) - numberOf(b));
}

export function takeBackup(world: World, by: string): EtcdBackup {
  const objects = API_KINDS.flatMap((kind): AnyObject[] => [...world.list(kind)]);
  const known = backupsOf(world);
  const key = `snapshot-${numberOf(known.at(-1) ?? '-0') + 1}`;
  for (const old of known.slice(0, Math.max(0, known.length + 1 - BACKUPS_KEPT))) world.remove('EtcdBackup', old);
  return world.put({ kind: 'EtcdBackup', key, takenTick: world.tick, revision: world.revision, by, objects });
}

type ApiObject = KindMap[ApiKind];

/** Newer ones vanish, older ones come back, each under a revision that nobody has seen. */
export function putBack(world: World, { objects }: EtcdBackup): void {
  const wanted = new Map<string, ApiObject>();
  for (const object of objects as readonly ApiObject[]) wanted.set(`${object.kind}/${keyOfObject(object)}`, object);
  for (const kind of API_KINDS) {
    for (const key of world.keys(kind)) {
      if (kind === 'Node' && !wanted.has(`Node/${key}`)) registerAgain(world, key);
      // One that was replaced meanwhile is taken out before its forerunner comes back.
      if (wanted.get(`${kind}/${key}`)?.metadata.uid !== world.get(kind, key)?.metadata.uid) world.remove(kind, key);
    }
  }
  for (const object of wanted.values()) {
    // The cloud takes out at once what has no machine any more.
    if (object.kind === 'Node' && !world.get('Machine', object.metadata.name)) continue;
    world.put(asItStood(world, object));
  }
}

/** *Simplified*: the kubelet of a node that the ledger no longer knows registers it at once; a real one when it is restarted. */
function registerAgain(world: World, name: string): void {
  const machine = world.get('Machine', name);
  const node = world.get('Node', name);
  if (!machine || !node) return;
  const { capacity, allocatable } = node.status;
  const { cpuMilli, memoryBytes } = capacity;
  const reservedMemoryBytes = memoryBytes - allocatable.memoryBytes;
  world.put({ ...machine, joins: { labels: node.metadata.labels, cpuMilli, memoryBytes, reservedMemoryBytes } });
}

/** *Simplified*: a pod that runs elsewhere than the ledger says now comes back as another one of its name. */
function asItStood(world: World, object: ApiObject): ApiObject {
  if (object.kind !== 'Pod') return object;
  const sandbox = world.get('Sandbox', object.metadata.uid);
  if (!sandbox || sandbox.nodeName === object.spec.nodeName) return object;
  world.remove('Pod', keyOfObject(object));
  const { uid } = newMeta(world, 'Pod', object.metadata);
  return { ...object, metadata: { ...object.metadata, uid } };
}
