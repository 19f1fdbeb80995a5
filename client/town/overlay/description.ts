/** What something in the town is, in words: the metaphor, the real name, and how it is doing. */
import { LANDMARKS, type Landmark } from '../../../assets/art/names.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import type { Selection } from '../../state/game.ts';
import type { House } from '../model/houses.ts';
import type { Village } from '../model/villages.ts';
import type { TownModel } from '../scene-model.ts';

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

function isDown({ plane }: TownModel, landmark: Landmark): boolean {
  if (landmark === 'hall') return !plane.isHallOpen;
  if (landmark === 'dispatch') return !plane.hasScheduler;
  return landmark === 'lodge' && !plane.hasSteward;
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
  const landmark = LANDMARKS.find((id) => id === key);
  if (kind !== 'Landmark' || !landmark) return null;
  const lines = [t(`town.${landmark}.about`)];
  if (landmark === 'warehouse' && !model.isRegistryOpen) lines.push(t('town.registry.closed'));
  if (landmark === 'vault') lines.push(t('town.vault.members', { count: model.plane.ledgerMembers }));
  if (isDown(model, landmark)) lines.push(t('town.landmark.down'));
  if (landmark === 'dispatch') lines.push(t('town.queue', { count: model.queue.length }));
  return { title: t(`town.${landmark}`), name: '', lines };
}
