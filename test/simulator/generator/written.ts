/** What a careless player writes into a field, by the field's name: names of things that are there, most of the time. */
import { KINDS, type Kind } from '../../../shared/api/kinds.ts';
import { ZONE_LABEL } from '../../../shared/api/world/zone.ts';
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
  key: (chance, view, beside) => (beside['node'] === undefined ? undefined : signOf(chance, view, beside['node'])),
  name: (chance, view, beside) => {
    const files = view.get('Machine', String(beside['node']))?.staticPods ?? [];
    return chance.maybe(files)?.name;
  },
  value: (chance) => chance.pick(['yes', 'east', 'west', '']),
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
  const own = chance.maybe(view.keys('Tag').filter((key) => key.startsWith(`docker.io/${team}/`)));
  if (own !== undefined && chance.percent(40)) return own;
  return chance.pick(ASKED_IMAGES).replace('{team}', team);
}

function containerOf(chance: Chance, view: View, of: unknown): string {
  const spec = view.get('Pod', String(of))?.spec ?? view.get('Deployment', String(of))?.spec.template.spec;
  return chance.maybe([...(spec?.containers ?? []), ...(spec?.initContainers ?? [])])?.name ?? 'app';
}

/** A taint or a label that is there, or one of a careless player's own: pods ask for a garden. */
function signOf(chance: Chance, view: View, name: unknown): string {
  const node = view.get('Node', String(name));
  const hanging = node?.spec.taints.map(({ key }) => key) ?? [];
  return chance.pick([...hanging, ...Object.keys(node?.metadata.labels ?? {}), 'moat', 'garden', ZONE_LABEL]);
}
