/** The town as a list of lines, for the mirror: each thing that can be selected, once, and how deep it lies. */
import { LANDMARKS } from '../../../assets/art/names.ts';
import { t } from '../../i18n/i18n.ts';
import { listed } from '../../i18n/listed.ts';
import type { Selection } from '../../state/game.ts';
import type { House } from '../model/houses.ts';
import type { TownModel } from '../scene-model.ts';
import { hostLines, landmarkLines, stateWord, villageTroubles } from './description.ts';
import { tenantWord } from './tenant-word.ts';

export interface TreeItem {
  readonly id: string;
  readonly level: 1 | 2;
  readonly text: string;
  /** Null for a heading that only unfolds. */
  readonly selection: Selection | null;
  /** Null where nothing unfolds. */
  readonly isOpen: boolean | null;
  readonly parent: string | null;
}

const QUEUE = 'queue';
const PLACES = 'places';
const SERVICES = 'services';

function houseItem(house: House, parent: string): TreeItem {
  const selection = { kind: 'Pod', key: house.key } as const;
  const text = `${house.name}: ${stateWord(house)}`;
  return { id: `Pod/${house.key}`, level: 2, text, selection, isOpen: null, parent };
}

/** A node is a village, and on its host a machine too: the first of its lines is the selected one. */
export function selectedItem(items: readonly TreeItem[], selected: Selection | null): TreeItem | undefined {
  if (selected === null) return undefined;
  return items.find(({ selection }) => selection?.kind === selected.kind && selection.key === selected.key);
}

/** Only what is unfolded has lines: a thousand houses are not a thousand lines. */
export function treeItems(model: TownModel, open: ReadonlySet<string>): readonly TreeItem[] {
  const items: TreeItem[] = [];
  const branch = (id: string, text: string, selection: Selection | null, children: () => readonly TreeItem[]): void => {
    const isOpen = open.has(id);
    items.push({ id, level: 1, text, selection, isOpen, parent: null });
    if (isOpen) items.push(...children());
  };
  for (const village of model.villages) {
    const id = `Node/${village.node}`;
    const ready = t('town.readyOf', { ready: village.readyHouses, all: village.houses });
    const text = listed([`${t('town.node')} ${village.node}`, ready, ...villageTroubles(village)]);
    branch(id, text, { kind: 'Node', key: village.node }, () =>
      model.houses.filter(({ node }) => node === village.node).map((house) => houseItem(house, id)),
    );
  }
  for (const host of model.hosts) {
    const id = `Host/${host.host}`;
    const text = listed([`${t('town.Host')} ${host.host}`, ...hostLines(host)]);
    branch(id, text, { kind: 'Host', key: host.host }, () =>
      [...host.heavy, ...host.light].map((tenant) => ({
        id: `${id}/${tenant.kind}/${tenant.key}`,
        level: 2,
        text: tenantWord(tenant),
        selection:
          tenant.kind === 'Machine' ? { kind: 'Node', key: tenant.key } : { kind: tenant.kind, key: tenant.key },
        isOpen: null,
        parent: id,
      })),
    );
  }
  branch(QUEUE, `${t('town.waiting')}: ${model.queue.length}`, null, () =>
    model.queue.map((house) => houseItem(house, QUEUE)),
  );
  branch(SERVICES, t('town.services'), null, () =>
    model.gates.map((gate) => ({
      id: `Service/${gate.key}`,
      level: 2,
      text: `${gate.name}: ${t('town.served', { served: gate.servedRps, lost: gate.lostRps })}`,
      selection: { kind: 'Service', key: gate.key },
      isOpen: null,
      parent: SERVICES,
    })),
  );
  branch(PLACES, t('town.places'), null, () =>
    LANDMARKS.map((id) => ({
      id: `Landmark/${id}`,
      level: 2,
      text: listed([t(`town.${id}`), ...landmarkLines(model, id)]),
      selection: { kind: 'Landmark', key: id },
      isOpen: null,
      parent: PLACES,
    })),
  );
  return items;
}
