/** The words that stand in the town, for the scene: read when they are drawn, so that they follow the language. */
import { formatTicks, maybeT, t } from '../i18n/i18n.ts';
import type { TownWords } from './scene/words.ts';

export const townWords: TownWords = {
  landmark: (id) => t(`town.${id}`),
  village: ({ node }) => node,
  heat: ({ node, readyHouses, houses }) => t('town.heat', { node, ready: readyHouses, all: houses }),
  gate: ({ name, servedRps }) => t('town.rate', { name, served: servedRps }),
  lost: ({ lostRps }) => t('town.lost', { lost: lostRps }),
  loss: (reason) => maybeT(`town.loss.${reason}`) ?? reason,
  countdown: (ticks) => t('town.again', { time: formatTicks(ticks) }),
};
