/** The words that stand in the town, for the scene: read when they are drawn, so that they follow language and dial. */
import { formatTicks, maybeT, t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import type { Tenant } from './model/hosts.ts';
import { isRefused } from './model/plane.ts';
import { tenantWord } from './overlay/tenant-word.ts';
import type { TownWords } from './scene/words.ts';

const tally = (tenants: readonly Tenant[]): { readonly running: number; readonly all: number } => ({
  running: tenants.filter(({ state }) => state === 'running').length,
  all: tenants.length,
});

export function townWords({ dial }: Game): TownWords {
  return {
    landmark: (id, short) => {
      if (dial.peek() !== 'houses') return t(`town.${id}.real`);
      return t(short ? `town.${id}.short` : `town.${id}`);
    },
    village: ({ node }) => (dial.peek() === 'houses' ? node : t('town.node.real', { node })),
    heat: ({ node, readyHouses, houses }) => t('town.heat', { node, ready: readyHouses, all: houses }),
    gate: ({ name: service, servedRps: served, lostRps: lost }) => {
      const name = dial.peek() === 'houses' ? service : t('town.gate.real', { name: service });
      return t(lost > 0 ? 'town.rateLost' : 'town.rate', { name, served, lost });
    },
    house: ({ word, state }) => (dial.peek() === 'houses' || state === 'ready' ? '' : word),
    loss: (reason) => maybeT(`town.loss.${reason}`) ?? reason,
    board: () => ({ wanted: t('town.board.wanted'), observed: t('town.board.observed') }),
    post: (post) => t(dial.peek() === 'houses' ? `town.post.${post}` : `town.post.${post}.real`),
    official: ({ rank }) => t(`town.rank.${rank}`),
    vacant: (room) => t(room === 'hall' ? 'town.hall.vacant' : 'town.room.vacant'),
    keeper: ({ key, state }) => t('town.keeper', { name: key, state: t(`plane.member.${state}`) }),
    ledger: (ledger) => t(`town.ledger.${ledger}`),
    rush: (rush) => t(isRefused(rush) ? 'town.rush.refused' : 'town.rush', { ...rush }),
    oldPicture: ({ ageTicks, isCut }) =>
      t(isCut ? 'town.sight.cutShort' : 'town.sight.lateShort', { time: formatTicks(ageTicks) }),
    host: ({ host, kernel, heavy, light }) => {
      const name = dial.peek() === 'houses' ? host : t('town.host.real', { host });
      const parts = [
        ...(kernel === 'up' ? [] : [t(`town.kernel.${kernel}`)]),
        ...(heavy.length > 0 ? [t('town.host.vms', tally(heavy))] : []),
        ...(light.length > 0 ? [t('town.host.containers', tally(light))] : []),
      ];
      return [name, ...parts].join(' · ');
    },
    tenant: tenantWord,
    countdown: (ticks) => t('town.again', { time: formatTicks(ticks) }),
  };
}
