/** The words that stand in the town, for the scene: read when they are drawn, so that they follow language and dial. */
import { formatTicks, maybeT, t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import type { TownWords } from './scene/words.ts';

export function townWords({ dial }: Game): TownWords {
  return {
    landmark: (id, short) => {
      if (dial.peek() !== 'houses') return t(`town.${id}.real`);
      return t(short ? `town.${id}.short` : `town.${id}`);
    },
    village: ({ node }) => node,
    heat: ({ node, readyHouses, houses }) => t('town.heat', { node, ready: readyHouses, all: houses }),
    gate: ({ name, servedRps: served, lostRps: lost }) =>
      t(lost > 0 ? 'town.rateLost' : 'town.rate', { name, served, lost }),
    loss: (reason) => maybeT(`town.loss.${reason}`) ?? reason,
    countdown: (ticks) => t('town.again', { time: formatTicks(ticks) }),
  };
}
