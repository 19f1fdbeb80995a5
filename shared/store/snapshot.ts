/** A frame as JSON, and back. Pod templates that many pods share are shared again after loading. */
import { assert } from '../base/assert.ts';
import { firstDifference, type Difference } from '../base/equal.ts';
import { byCodeUnit } from '../base/order.ts';
import { keyOfObject, KINDS, type AnyObject, type Kind } from '../api/kinds.ts';
import type { EtcdBackup } from '../api/world/etcd.ts';
import { referenceTo } from './change.ts';
import type { Frame } from './store.ts';

/** What a frame is as JSON. */
export interface FrameJson {
  readonly tick: number;
  readonly revision: number;
  readonly sequence: number;
  readonly objects: readonly WrittenObject[];
}

/** A backup names what still stands as it was, instead of holding it once more. */
type WrittenBackup = Omit<EtcdBackup, 'objects'> & { readonly objects: readonly (AnyObject | string)[] };
type WrittenObject = Exclude<AnyObject, EtcdBackup> | WrittenBackup;

export function frameToJson(frame: Frame): FrameJson {
  const objects = KINDS.flatMap((kind) =>
    [...frame.kinds[kind].values()].map((object) => withReferences(object, frame)),
  );
  return { tick: frame.tick, revision: frame.revision, sequence: frame.sequence, objects };
}

export function frameFromJson(json: FrameJson): Frame {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as Record<Kind, Map<string, AnyObject>>;
  const shared = new Map<string, unknown>();
  const backups: WrittenBackup[] = [];
  for (const object of json.objects) {
    assert(object.kind in kinds, `snapshot holds an unknown kind ${object.kind}`);
    if (object.kind === 'EtcdBackup') backups.push(object);
    else kinds[object.kind].set(keyOfObject(object), intern(object, shared));
  }
  for (const backup of backups) {
    const objects = backup.objects.map((object) =>
      typeof object === 'string' ? named(object, kinds) : intern(object, shared),
    );
    kinds.EtcdBackup.set(backup.key, { ...backup, objects });
  }
  return { tick: json.tick, revision: json.revision, sequence: json.sequence, kinds };
}

type Kinds = Readonly<Record<Kind, ReadonlyMap<string, AnyObject>>>;

function withReferences(object: AnyObject, { kinds }: Frame): WrittenObject {
  if (object.kind !== 'EtcdBackup') return object;
  const objects = object.objects.map((one) => {
    const key = keyOfObject(one);
    return kinds[one.kind].get(key) === one ? referenceTo(one.kind, key) : one;
  });
  return { ...object, objects };
}

function named(reference: string, kinds: Kinds): AnyObject {
  const slash = reference.indexOf('/');
  const object = kinds[reference.slice(0, slash) as Kind].get(reference.slice(slash + 1));
  assert(object !== undefined, `a backup names ${reference}, which is not there`);
  return object;
}

/** Equal container lists become one object again: 5,000 pods of 100 templates hold 100 of them. */
function intern(object: AnyObject, shared: Map<string, unknown>): AnyObject {
  if (object.kind !== 'Pod' && object.kind !== 'Sandbox') return object;
  const text = JSON.stringify(object.spec.containers);
  if (!shared.has(text)) shared.set(text, object.spec.containers);
  return { ...object, spec: { ...object.spec, containers: shared.get(text) as typeof object.spec.containers } };
}

/**
 * The first object and field in which two states differ: `Pod/default/web-1 .status.phase: "Running" != "Failed"`.
 * A resourceVersion is named only where nothing else differs: one write more moves all that come after it.
 */
export function describeDifference(left: Frame, right: Frame): string | null {
  let onlyRevision: string | null = null;
  for (const kind of KINDS) {
    const keys = new Set([...left.kinds[kind].keys(), ...right.kinds[kind].keys()]);
    for (const key of [...keys].sort(byCodeUnit)) {
      const [mine, theirs] = [left.kinds[kind].get(key), right.kinds[kind].get(key)];
      const difference = firstDifference(withoutRevision(mine), withoutRevision(theirs));
      if (difference) return describe(kind, key, difference);
      onlyRevision ??= describe(kind, key, firstDifference(mine, theirs));
    }
  }
  for (const field of ['tick', 'revision', 'sequence'] as const) {
    if (left[field] !== right[field]) onlyRevision ??= `clock .${field}: ${left[field]} != ${right[field]}`;
  }
  return onlyRevision;
}

function withoutRevision(object: AnyObject | undefined): unknown {
  return object && 'metadata' in object ? { ...object, metadata: { ...object.metadata, resourceVersion: 0 } } : object;
}

function describe(kind: Kind, key: string, difference: Difference | null): string | null {
  if (!difference) return null;
  return `${referenceTo(kind, key)} ${difference.path}: ${show(difference.left)} != ${show(difference.right)}`;
}

function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value).slice(0, 200);
}
