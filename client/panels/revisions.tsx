/** A Deployment's revisions, the newest first, each a way back. */
import { revisionOf, revisionsOf } from '../../shared/cluster/controllers/deployment/revisions.ts';
import type { View } from '../../shared/store/store.ts';
import { formatTicks, t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { styleOfImage } from './image-style.ts';
import { Sprite } from './sprite.tsx';
import { VerbButton } from './verb-button.tsx';

export function Revisions({ game, view, deployment: key }: { game: Game; view: View; deployment: string }) {
  const deployment = view.get('Deployment', key);
  if (!deployment) return null;
  const { newSet, oldSets } = revisionsOf(view, deployment);
  const sets = (newSet ? [...oldSets, newSet] : [...oldSets]).sort((a, b) => revisionOf(b) - revisionOf(a));
  if (sets.length === 0) return null;
  return (
    <details class="revisions" data-testid="revisions">
      <summary>{t('revisions.title', { count: sets.length })}</summary>
      <ol class="revision-list">
        {sets.map((set) => {
          const image = set.spec.template.spec.containers[0]?.image ?? '';
          const revision = revisionOf(set);
          return (
            <li key={set.metadata.uid}>
              <Sprite frame={`house/${styleOfImage(view, image)}/ready`} size={1.7} />
              <span class="grow">
                <strong>{t('deploy.revision', { revision })}</strong> <code>{image}</code>{' '}
                <span class="soft">
                  {t('revisions.facts', {
                    age: formatTicks(view.tick - set.metadata.creationTick),
                    ready: set.status.readyReplicas,
                    wanted: set.spec.replicas,
                  })}
                </span>
              </span>
              {set === newSet ? (
                <span class="pill">{t('revisions.present')}</span>
              ) : (
                <VerbButton game={game} verb={{ verb: 'undoRollout', deployment: key, revision }}>
                  {t('revisions.back')}
                </VerbButton>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
