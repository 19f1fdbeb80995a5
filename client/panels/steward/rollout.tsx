/** A roll-out as a picture: each revision's houses, wanted ones drawn beside those that are ready. */
import { styleOfImage } from '../image-style.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import { shortName } from '../describe-verb.ts';
import { Sprite } from '../sprite.tsx';
import { rolloutOf } from './work-lists.ts';

const MOST_HOUSES = 8;

export function Rollout({ view, deployment }: { view: View; deployment: string }) {
  const sets = rolloutOf(view, deployment);
  if (sets.length === 0) return null;
  return (
    <ul class="rollout" aria-label={t('steward.rollout')}>
      {sets.map((set) => {
        const image = view.get('ReplicaSet', set.name)?.spec.template.spec.containers[0]?.image ?? '';
        const style = styleOfImage(view, image);
        const houses = Math.min(MOST_HOUSES, Math.max(set.wanted, set.ready));
        return (
          <li key={set.name}>
            <span class="houses" aria-hidden="true">
              {Array.from({ length: houses }, (_, index) => (
                <Sprite key={index} frame={`house/${style}/${index < set.ready ? 'ready' : 'scheduled'}`} size={1.9} />
              ))}
            </span>
            <span class="soft">
              {t(set.isNew ? 'steward.newSet' : 'steward.oldSet', {
                name: shortName(set.name),
                ready: set.ready,
                wanted: set.wanted,
              })}{' '}
              <code>{image}</code>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
