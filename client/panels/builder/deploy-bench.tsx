/** Orders of one's own: a new Deployment by form, and what can be changed of those that stand. */
import { useState } from 'preact/hooks';
import { shelves } from '../../../shared/cluster/registry/shelves.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { deskOf } from '../desk.ts';
import { isDeploymentShown } from '../system-objects.ts';
import type { Look } from '../use-store.ts';
import { DeploymentRow } from './deployment-row.tsx';
import { FurnitureList } from './furniture-list.tsx';
import { manifestsOf, type DeployForm } from './deploy-manifest.ts';

const EMPTY: DeployForm = {
  name: 'teahouse',
  image: '',
  replicas: 3,
  cpuMilli: 500,
  memoryMib: 256,
  port: 8080,
  configMap: '',
  hasProbe: true,
};

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

function NewDeployment({ game, view }: { game: Game; view: View }) {
  const images = shelves(view).map(({ name }) => name);
  const [form, setForm] = useState<DeployForm>(EMPTY);
  const image = form.image === '' ? (images[0] ?? '') : form.image;
  const change = (part: Partial<DeployForm>) => setForm({ ...form, ...part });
  const manifests = manifestsOf({ ...form, image });
  const problems = 'problems' in manifests ? manifests.problems : [];
  const apply = async (event: Event) => {
    event.preventDefault();
    if ('problems' in manifests) return;
    for (const manifest of manifests) {
      if (!(await deskOf(game).verb({ verb: 'apply', manifest }))) return;
    }
  };
  const number = (label: string, key: 'replicas' | 'cpuMilli' | 'memoryMib' | 'port') => (
    <label class="choice">
      <span>{label}</span>
      <input
        type="number"
        min={0}
        value={form[key]}
        data-testid={`deploy-${key}`}
        onInput={(event) => change({ [key]: Math.trunc(event.currentTarget.valueAsNumber) || 0 })}
      />
    </label>
  );
  return (
    <form class="deploy-form" aria-labelledby="new-deployment" onSubmit={(event) => void apply(event)}>
      <h3 id="new-deployment">{t('deploy.new')}</h3>
      <div class="fields">
        <label class="choice">
          <span>{t('deploy.name')}</span>
          <input
            class="mono"
            value={form.name}
            data-testid="deploy-name"
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        </label>
        <label class="choice">
          <span>{t('deploy.image')}</span>
          <input
            class="mono"
            list="deploy-images"
            value={image}
            data-testid="deploy-image"
            onInput={(event) => change({ image: event.currentTarget.value })}
          />
          <datalist id="deploy-images">
            {images.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </label>
        {number(t('deploy.replicas'), 'replicas')}
        {number(t('deploy.cpu'), 'cpuMilli')}
        {number(t('deploy.memory'), 'memoryMib')}
        <label class="choice">
          <span>{t('deploy.configMap')}</span>
          <select value={form.configMap} onChange={(event) => change({ configMap: event.currentTarget.value })}>
            <option value="">{t('deploy.noConfigMap')}</option>
            {view.keys('ConfigMap').map((key) => (
              <option key={key} value={key.slice(key.indexOf('/') + 1)}>
                {key.slice(key.indexOf('/') + 1)}
              </option>
            ))}
          </select>
        </label>
        <label class="row">
          <input
            type="checkbox"
            checked={form.hasProbe}
            onChange={(event) => change({ hasProbe: event.currentTarget.checked })}
          />
          {t('deploy.probe')}
        </label>
      </div>
      {problems.map(({ path, message }) => (
        <p key={`${path} ${message}`} class="verdict-no">
          <code>{path}</code> {message}
        </p>
      ))}
      <button type="submit" class="primary" data-testid="deploy-apply" disabled={problems.length > 0}>
        {t('deploy.apply')}
      </button>
    </form>
  );
}
