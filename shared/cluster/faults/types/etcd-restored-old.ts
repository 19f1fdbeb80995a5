/**
 * etcd-restored-old: somebody restores an old backup. What was agreed on since then is no longer in the ledger, and the
 * town is rebuilt as it once was.
 */
import { must } from '../../../base/assert.ts';
import { hashEntry, formatHash } from '../../../base/hash.ts';
import { keyOfObject, type AnyObject, type ApiKind } from '../../../api/kinds.ts';
import type { Fault } from '../../../api/world/fault.ts';
import type { EtcdBackup } from '../../../api/world/etcd.ts';
import type { View } from '../../../store/store.ts';
import { backupsOf } from '../../etcd/backups.ts';
import { etcdOf } from '../../etcd/members.ts';
import { beginRestore } from '../../etcd/restore.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition, FaultMemory } from '../fault-type.ts';

/** What people decide: the rest of the ledger follows from it. */
const DECIDED = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Service',
  'ConfigMap',
  'Secret',
] as const satisfies ApiKind[];

export const etcdRestoredOld: FaultDefinition = {
  type: 'etcd-restored-old',
  component: 'control-plane',
  difficulty: 3,
  seenFirstBy: 'builder',
  via: 'world',
  targets: (view) =>
    etcdOf(view).restore
      ? []
      : backupsOf(view).filter((key) => Object.keys(takenBack(view, backupNamed(view, key))).length > 0),
  begin: (world, target) => {
    const memory = takenBack(world, backupNamed(world, target));
    beginRestore(world, target);
    return memory;
  },
  symptoms: [{ type: 'gauge', name: 'etcdRestoring', shows: (view) => etcdOf(view).restore !== null }],
  harm: 'visitors',
  // What the restore replaced was put aside. Where no backup holds it any more, everybody has to decide anew.
  remedy: (view, { memory }) =>
    backupsOf(view)
      .filter((key) => isAnew(memory, decisionsIn(backupNamed(view, key))))
      .slice(-1)
      .map((backup) => bySteward({ verb: 'restoreEtcd', backup })),
  healedBy: ['Etcd', ...DECIDED],
  isHealed: isDecidedAnew,
};

/** Everything that went back was decided on anew: by hand, or by a newer backup. */
function isDecidedAnew(view: View, { memory }: Fault): boolean {
  if (etcdOf(view).restore !== null) return false;
  return isAnew(memory, {
    get: (reference) => {
      const [kind = '', key = ''] = split(reference);
      return decisionOf(view.get(kind as (typeof DECIDED)[number], key));
    },
  });
}

type Decisions = Pick<ReadonlyMap<string, string>, 'get'>;

function isAnew(memory: FaultMemory, decisions: Decisions): boolean {
  return Object.keys(memory).every((reference) => (decisions.get(reference) ?? '') !== memory[reference]);
}

const backupNamed = (view: View, key: string): EtcdBackup => must(view.get('EtcdBackup', key), key);

function split(reference: string): readonly string[] {
  const slash = reference.indexOf('/');
  return [reference.slice(0, slash), reference.slice(slash + 1)];
}

/** What somebody wanted of it, in short; empty where it is not there. */
function decisionOf(object: AnyObject | undefined): string {
  if (!object) return '';
  const { spec, data } = object as { readonly spec?: unknown; readonly data?: unknown };
  return formatHash(hashEntry('decision', { spec, data }));
}

function decisionsIn({ objects }: EtcdBackup): ReadonlyMap<string, string> {
  return new Map(objects.map((object) => [`${object.kind}/${keyOfObject(object)}`, decisionOf(object)]));
}

/** What the backup holds otherwise than the ledger does now, as it will be after the restore. */
function takenBack(view: View, backup: EtcdBackup): FaultMemory {
  const then = decisionsIn(backup);
  const now = new Map<string, string>(
    DECIDED.flatMap((kind) =>
      [...view.list(kind)].map((object) => [`${kind}/${keyOfObject(object)}`, decisionOf(object)] as const),
    ),
  );
  const memory: Record<string, string> = {};
  for (const [reference, decision] of now) {
    if (then.get(reference) !== decision) memory[reference] = then.get(reference) ?? '';
  }
  for (const [reference, decision] of then) {
    const isDecided = DECIDED.some((kind) => reference.startsWith(`${kind}/`));
    if (isDecided && !now.has(reference)) memory[reference] = decision;
  }
  return memory;
}
