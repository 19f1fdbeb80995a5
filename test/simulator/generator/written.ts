/** What a careless player writes into a field, by the field's name: names of things that are there, most of the time. */
import { KINDS, type Kind } from '../../../shared/api/kinds.ts';
import type { View } from '../../../shared/store/store.ts';
import type { Chance } from '../../support/chance.ts';
import { dockerfile } from './dockerfiles.ts';
import { ASKED_IMAGES } from './names.ts';

type Beside = Readonly<Record<string, unknown>>;

/** Fields whose name is not that of the kind that they speak of. */
const SPEAKS_OF: Readonly<Record<string, readonly Kind[]>> = {
  autoscaler: ['HorizontalPodAutoscaler'],
  backup: ['EtcdBackup'],
  client: ['NoisyClient'],
  component: ['PlaneProcess', 'EtcdMember'],
  host: ['Host'],
  image: ['Tag', 'LocalTag'],
  member: ['EtcdMember'],
  player: ['Player'],
  reference: ['Tag', 'LocalTag'],
  repository: ['Repository', 'Tag'],
  seat: ['Seat'],
  slot: ['Node'],
  switch: ['LoopSwitch'],
  target: ['Node', 'Deployment', 'Service', 'ConfigMap'],
  vm: ['VirtualMachine'],
};

const NAMES = ['default/nothing', 'node-1', 'app', 'hut:1.0', 'alpine'];

/** Where more is known than names of objects. */
const WRITTEN: Readonly<Record<string, (chance: Chance, view: View, beside: Beside) => string | undefined>> = {
  dockerfile: (chance) => dockerfile(chance),
  dockerignore: (chance) => chance.pick(['teahouse/**', '!', '[', '']),
  reference: (chance, view) => (chance.percent(70) ? asked(chance, view) : undefined),
  image: (chance, view) => (chance.percent(70) ? asked(chance, view) : undefined),
  zone: (chance) => chance.pick(['east', 'west']),
  container: (chance, view, beside) => containerOf(chance, view, beside['pod'] ?? beside['deployment']),
  owner: (chance, view, beside) => chance.maybe(view.keys(beside['kind'] as Kind)),
  key: (chance, view, beside) => (beside['node'] === undefined ? undefined : taintOf(chance, view, beside['node'])),
  slot: (chance, _view, beside) => (beside['kind'] === 'StatefulSet' ? String(chance.below(4)) : undefined),
};

export function writtenFor(chance: Chance, view: View, field: string, beside: Beside): string {
  const written = WRITTEN[field]?.(chance, view, beside);
  if (written !== undefined) return written;
  const kind = chance.maybe(kindsNamed(field, beside));
  return (kind && chance.maybe(view.keys(kind))) ?? chance.pick(NAMES);
}

function kindsNamed(field: string, beside: Beside): readonly Kind[] {
  const named = field === 'key' ? String(beside['kind']) : `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  return SPEAKS_OF[field] ?? KINDS.filter((kind) => kind === named);
}

/** `{team}`: the own shelf. */
function asked(chance: Chance, view: View): string {
  const team = view.get('Settings', 'settings')?.registryNamespace ?? 'team';
  return chance.pick(ASKED_IMAGES).replace('{team}', team);
}

function containerOf(chance: Chance, view: View, of: unknown): string {
  const spec = view.get('Pod', String(of))?.spec ?? view.get('Deployment', String(of))?.spec.template.spec;
  return chance.maybe([...(spec?.containers ?? []), ...(spec?.initContainers ?? [])])?.name ?? 'app';
}

/** One that hangs there, or one of a careless player's own. */
function taintOf(chance: Chance, view: View, node: unknown): string {
  const hanging = view.get('Node', String(node))?.spec.taints.map(({ key }) => key) ?? [];
  return chance.pick([...hanging, 'moat']);
}
