/** What something in the town is, in words: the metaphor, the real name, and how it is doing. */
import { LANDMARKS, ROOMS, type Landmark } from '../../../assets/art/names.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import type { Selection } from '../../state/game.ts';
import type { HostGround, Tenant } from '../model/hosts.ts';
import type { House } from '../model/houses.ts';
import { isRefused, ROOM_COMPONENTS } from '../model/plane.ts';
import type { Village } from '../model/villages.ts';
import type { TownModel } from '../scene-model.ts';
import { tenantWord } from './tenant-word.ts';

export interface Description {
  readonly title: string;
  readonly name: string;
  readonly lines: readonly string[];
}

export const stateWord = ({ state, word }: House): string => `${maybeT(`state.${state}`) ?? state} · ${word}`;

function ofHouse(house: House): Description {
  const lines = [stateWord(house)];
  if (house.isDark) lines.push(t('town.dark'));
  if (house.restarts > 0) lines.push(t('town.restarts', { count: house.restarts }));
  if (house.mood > 1) lines.push(t('town.mood', { mood: house.mood }));
  if (house.countdownTicks !== null) lines.push(t('town.again', { time: formatTicks(house.countdownTicks) }));
  return { title: t('town.pod'), name: house.name, lines };
}

/** What is wrong with a village, worst first. */
export function villageTroubles(village: Village): readonly string[] {
  return [
    ...(village.power === 'off' ? [t('town.powerOff')] : []),
    ...(village.power === 'booting' ? [t('town.booting')] : []),
    ...(village.isCut ? [t('town.cut')] : []),
    ...(village.isReady ? [] : [t('town.storm')]),
    ...(village.isCordoned ? [t('town.cordoned')] : []),
    ...(village.hasPressure ? [t('town.pressure')] : []),
  ];
}

function ofVillage(village: Village): Description {
  const { readyHouses: ready, houses: all, images } = village;
  const lines = [...villageTroubles(village), t('town.readyOf', { ready, all }), t('town.images', { count: images })];
  return { title: t('town.node'), name: village.node, lines };
}

/** How a plot's ground is, and how many stand on it. */
export function hostLines({ kernel, heavy, light }: HostGround): readonly string[] {
  const running = (tenants: readonly Tenant[]): number => tenants.filter(({ state }) => state === 'running').length;
  return [
    t(`town.kernel.${kernel}`),
    t('town.host.heavy', { running: running(heavy), all: heavy.length }),
    t('town.host.light', { running: running(light), all: light.length }),
  ];
}

const ofHost = (host: HostGround): Description => ({ title: t('town.Host'), name: host.host, lines: hostLines(host) });

/** Who is at work there, and what is not as it should be. */
export function landmarkLines(model: TownModel, landmark: Landmark): readonly string[] {
  const { plane, oldPictures, queue, isRegistryOpen } = model;
  if (landmark === 'warehouse') return isRegistryOpen ? [] : [t('town.registry.closed')];
  if (landmark === 'vault')
    return [
      ...(plane.ledger === 'open' ? [] : [t(`town.ledger.${plane.ledger}`)]),
      ...plane.keepers.map(({ key, state }) => t('town.keeper', { name: key, state: t(`plane.member.${state}`) })),
    ];
  const room = ROOMS.find((id) => id === landmark);
  if (!room) return [];
  const { officials, isOpen } = plane.offices[room];
  const old = oldPictures.get(ROOM_COMPONENTS[room]);
  return [
    ...(isOpen ? [] : [t(room === 'hall' ? 'town.hall.vacant' : 'town.room.vacant')]),
    ...officials.map(({ key, rank }) => t('town.keeper', { name: key, state: t(`town.rank.${rank}`) })),
    ...(old ? [t(old.isCut ? 'town.sight.cut' : 'town.sight.late', { time: formatTicks(old.ageTicks) })] : []),
    ...(room === 'hall' && plane.rush
      ? [t(isRefused(plane.rush) ? 'town.rush.refused' : 'town.rush', { ...plane.rush })]
      : []),
    ...(room === 'dispatch' ? [t('town.queue', { count: queue.length })] : []),
  ];
}

/** Null for what is gone by now. */
export function describe(model: TownModel, { kind, key }: Selection): Description | null {
  if (kind === 'Pod') {
    const house = model.houses.find((one) => one.key === key) ?? model.queue.find((one) => one.key === key);
    return house ? ofHouse(house) : null;
  }
  if (kind === 'Node') {
    const village = model.villages.find(({ node }) => node === key);
    return village ? ofVillage(village) : null;
  }
  if (kind === 'Service') {
    const gate = model.gates.find((one) => one.key === key);
    if (!gate) return null;
    const losses = gate.losses.map(([reason, rps]) => `${rps}/s ${maybeT(`loss.${reason}`) ?? reason}`);
    const served = t('town.served', { served: gate.servedRps, lost: gate.lostRps });
    return { title: t('town.service'), name: gate.name, lines: [served, ...losses] };
  }
  if (kind === 'Host') {
    const host = model.hosts.find((one) => one.host === key);
    return host ? ofHost(host) : null;
  }
  if (kind === 'VirtualMachine' || kind === 'HostContainer') {
    const tenant = model.hosts
      .flatMap(({ heavy, light }) => [...heavy, ...light])
      .find((one) => one.kind === kind && one.key === key);
    return tenant ? { title: t(`town.${kind}`), name: tenant.key, lines: [tenantWord(tenant)] } : null;
  }
  const landmark = LANDMARKS.find((id) => id === key);
  if (kind !== 'Landmark' || !landmark) return null;
  return {
    title: t(`town.${landmark}`),
    name: '',
    lines: [t(`town.${landmark}.about`), ...landmarkLines(model, landmark)],
  };
}
