/** PriorityClasses: made once and hardly changed. Source: pkg/apis/scheduling/validation, plugin/pkg/admission/priority. */
import { SYSTEM_CLASSES, type PriorityClass } from '../../api/priority-class.ts';
import { failure, type Status } from '../../api/status.ts';
import type { World } from '../world.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { invalid, type FieldError } from './invalid.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { defaultClass } from './priority.ts';

export function applyPriorityClass(
  world: World,
  { metadata, ...written }: AppliedManifest<'PriorityClass'>,
  before?: PriorityClass,
): Status | null {
  const { kind } = written;
  const { name } = metadata;
  const refusal =
    invalid(kind, name, before ? changeErrors(written, before) : nameErrors(name)) ??
    (written.globalDefault ? refuseSecondDefault(world, name) : null);
  if (refusal) return refusal;
  updateObject(world, { ...written, metadata: appliedMeta(world, kind, metadata, before?.metadata) });
  return null;
}

const SYSTEM_PREFIX = 'system-';

function nameErrors(name: string): readonly FieldError[] {
  if (!name.startsWith(SYSTEM_PREFIX)) return [];
  const value = SYSTEM_CLASSES[name];
  const why =
    value === undefined
      ? `${name} is not a known system priority class`
      : `value of ${name} PriorityClass must be ${value}`;
  const problem = `Forbidden: priority class names with '${SYSTEM_PREFIX}' prefix are reserved for system use only. error: ${why}`;
  return [{ key: 'priorityClassReserved', field: 'metadata.name', problem }];
}

/** Pods that stand were given their number from it. */
function changeErrors(
  { value, preemptionPolicy }: Pick<PriorityClass, 'value' | 'preemptionPolicy'>,
  before: PriorityClass,
): readonly FieldError[] {
  const fixed = (field: string, problem: string): FieldError => ({ key: 'priorityClassFixed', field, problem });
  return [
    ...(value === before.value ? [] : [fixed('value', 'Forbidden: may not be changed in an update.')]),
    ...(preemptionPolicy === before.preemptionPolicy
      ? []
      : [fixed('preemptionPolicy', `Invalid value: "${preemptionPolicy}": field is immutable`)]),
  ];
}

function refuseSecondDefault(world: World, name: string): Status | null {
  const other = defaultClass(world)?.metadata.name;
  if (other === undefined || other === name) return null;
  const message = `priorityclasses.scheduling.k8s.io "${name}" is forbidden: PriorityClass ${other} is already marked as default. Only one default can exist`;
  return failure('Forbidden', 'priorityDefaultTaken', message, { name, other });
}
