/** What the signs mean: each badge with its word. Folded away until it is wanted. */
import { HOUSE_BADGES, MOODS, NODE_BADGES, SIGHT_BADGES } from '../../../assets/art/names.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import { Badge, Mood } from '../../panels/state-badge.tsx';

export function Legend() {
  return (
    <details class="town-legend card" data-testid="legend">
      <summary>{t('town.legend')}</summary>
      <div class="town-legend-body">
        <h3>{t('town.legend.houses')}</h3>
        <ul>
          {HOUSE_BADGES.map((name) => (
            <li key={name}>
              <Badge name={name} /> {name === 'ready' ? t('town.legend.calm') : (maybeT(`state.${name}`) ?? name)}
            </li>
          ))}
        </ul>
        <h3>{t('town.legend.villages')}</h3>
        <ul>
          {NODE_BADGES.map((name) => (
            <li key={name}>
              <Badge name={name} /> {maybeT(`town.node.${name.slice('node-'.length)}`)}
            </li>
          ))}
        </ul>
        <h3>{t('town.legend.sight')}</h3>
        <ul>
          {SIGHT_BADGES.map((name) => (
            <li key={name}>
              <Badge name={name} /> {maybeT(`town.badge.${name}`)}
            </li>
          ))}
        </ul>
        <h3>{t('town.legend.moods')}</h3>
        <p class="town-moods">
          {t('town.legend.mood0')}
          {MOODS.map((level) => (
            <Mood key={level} level={level} />
          ))}
          {t('town.legend.mood5')}
        </p>
      </div>
    </details>
  );
}
