/** What a controller tells of what it takes down, on what keeps it. Source: pkg/controller: controller_utils.go, statefulset, cronjob. */
import type { Job } from '../../../api/job.ts';
import { controllerOf, keyOf, type ObjectMeta } from '../../../api/meta.ts';
import type { Actor } from '../../actor.ts';
import { recordEvent } from '../../api-server/events.ts';
import type { ComponentName } from '../../loop.ts';
import type { World } from '../../world.ts';

interface Teller {
  readonly source: ComponentName;
  readonly message: (name: string, owner: string) => string;
}

const deletedPod = (name: string): string => `Deleted pod: ${name}`;

const TELLERS = {
  DaemonSet: { source: 'daemonset-controller', message: deletedPod },
  Job: { source: 'job-controller', message: deletedPod },
  StatefulSet: {
    source: 'statefulset-controller',
    message: (name, owner) => `delete Pod ${name} in StatefulSet ${owner} successful`,
  },
  CronJob: { source: 'cronjob-controller', message: (name) => `Deleted job ${name}` },
} as const satisfies Readonly<Record<string, Teller>>;

type Keeper = keyof typeof TELLERS;
const isKeeper = (kind: string | undefined): kind is Keeper => kind !== undefined && Object.hasOwn(TELLERS, kind);

/** Whoever else deletes it, its controller has nothing to tell. */
export function tellOfDeletion(world: World, { metadata }: { readonly metadata: ObjectMeta }, actor: Actor): void {
  const { kind, name } = controllerOf(metadata) ?? {};
  if (!isKeeper(kind) || actor.type !== 'component' || actor.name !== TELLERS[kind].source) return;
  tellOwner(world, kind, `${metadata.namespace}/${name}`, metadata.name);
}

export function tellOfReplacedJob(world: World, { metadata }: Job): void {
  const owner = controllerOf(metadata);
  if (owner) tellOwner(world, 'CronJob', keyOf({ ...metadata, name: owner.name }), metadata.name);
}

function tellOwner(world: World, kind: Keeper, key: string, name: string): void {
  const owner = world.get(kind, key);
  if (!owner) return;
  const { source, message }: Teller = TELLERS[kind];
  recordEvent(world, owner, {
    type: 'Normal',
    reason: 'SuccessfulDelete',
    message: message(name, owner.metadata.name),
    details: { name },
    source,
  });
}
