/** What differs between two moments of the town, in sentences to be said aloud: the town hall first, then grounds, villages, houses. */
import { maybeT, t } from '../../i18n/i18n.ts';
import type { HostGround } from '../model/hosts.ts';
import type { House } from '../model/houses.ts';
import type { Plane } from '../model/plane.ts';
import type { Village } from '../model/villages.ts';
import type { TownModel } from '../scene-model.ts';

const LED_ROOMS = ['dispatch', 'lodge'] as const;

function ofPlane(before: Plane, after: Plane): readonly string[] {
  const hasChanged = (room: 'hall' | 'dispatch' | 'lodge'): boolean =>
    before.offices[room].isOpen !== after.offices[room].isOpen;
  const led = LED_ROOMS.filter(hasChanged).map((room) =>
    t(after.offices[room].isOpen ? 'town.say.led' : 'town.say.leaderless', { room: t(`town.${room}.short`) }),
  );
  return [
    ...(hasChanged('hall') ? [t(after.offices.hall.isOpen ? 'plane.open' : 'plane.apiServerDown')] : []),
    ...(before.ledger === after.ledger ? [] : [t(`town.say.ledger.${after.ledger}`)]),
    ...led,
  ];
}

/** Who boots will soon be up, and is not worth a sentence. */
function ofHosts(before: readonly HostGround[], after: readonly HostGround[]): readonly string[] {
  const kernels = new Map(before.map(({ host, kernel }) => [host, kernel]));
  return after.flatMap(({ host, kernel }) => {
    const was = kernels.get(host);
    return was === undefined || was === kernel || kernel === 'booting'
      ? []
      : [t(`town.say.kernel.${kernel}`, { host })];
  });
}

function ofVillages(before: readonly Village[], after: readonly Village[]): readonly string[] {
  const wasReady = new Map(before.map(({ node, isReady }) => [node, isReady]));
  return after
    .filter(({ node, isReady }) => wasReady.has(node) && wasReady.get(node) !== isReady)
    .map(({ node, isReady }) => t('town.say.node', { node, what: t(isReady ? 'town.say.ready' : 'town.say.silent') }));
}

/** Not house by house: how many of a village came to the same state. */
function ofHouses(before: readonly House[], after: readonly House[]): readonly string[] {
  const states = new Map(before.map(({ uid, state }) => [uid, state]));
  const counts = new Map<string, { node: string; state: string; count: number }>();
  for (const { uid, node, state } of after) {
    if (states.get(uid) === state || node === null) continue;
    const id = `${node} ${state}`;
    counts.set(id, { node, state, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ node, state, count }) =>
    t('town.say.states', { node, count, state: maybeT(`state.${state}`) ?? state }),
  );
}

export function changesBetween(before: TownModel, after: TownModel): readonly string[] {
  return [
    ...ofPlane(before.plane, after.plane),
    ...ofHosts(before.hosts, after.hosts),
    ...ofVillages(before.villages, after.villages),
    ...ofHouses(before.houses, after.houses),
  ];
}
