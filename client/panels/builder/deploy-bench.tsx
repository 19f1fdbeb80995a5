/** Orders of one's own: what can be changed of the Deployments that stand, and a form for a new one. */
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { isDeploymentShown } from '../system-objects.ts';
import type { Look } from '../use-store.ts';
import { DeploymentRow } from './deployment-row.tsx';
import { FurnitureList } from './furniture-list.tsx';
import { NewDeployment } from './new-deployment.tsx';

export function DeployBench({ game, view }: { game: Game; view: Look }) {
  const standing = view.keys('Deployment').filter((key) => isDeploymentShown(view, key));
  return (
    <div class="stack">
      <section aria-labelledby="standing">
        <h3 id="standing">{t('deploy.standing')}</h3>
        {standing.length === 0 && <p class="empty">{t('deploy.none')}</p>}
        <ul class="deployments">
          {standing.map((key) => (
            <DeploymentRow key={key} game={game} view={view} deployment={key} />
          ))}
        </ul>
      </section>
      <FurnitureList game={game} view={view} />
      <NewDeployment game={game} view={view} />
    </div>
  );
}
