/** A new Deployment and its Service by form: three fields to begin with, and what else belongs to it behind them. */
import { useState } from 'preact/hooks';
import { shelves } from '../../../shared/cluster/registry/shelves.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { deskOf } from '../desk.ts';
import { More } from '../more.tsx';
import { manifestsOf, type DeployForm } from './deploy-manifest.ts';
import { orderedImage } from './workshop-state.ts';

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

export function NewDeployment({ game, view }: { game: Game; view: View }) {
  const images = shelves(view).map(({ name }) => name);
  const [form, setForm] = useState<DeployForm>({ ...EMPTY, image: orderedImage.value });
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
        <NumberField label={t('deploy.replicas')} field="replicas" form={form} change={change} />
      </div>
      <More name={t('deploy.needs')}>
        <Needs view={view} form={form} change={change} />
      </More>
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

interface FormProps {
  readonly form: DeployForm;
  readonly change: (part: Partial<DeployForm>) => void;
}

interface NumberProps extends FormProps {
  readonly label: string;
  readonly field: 'replicas' | 'cpuMilli' | 'memoryMib' | 'port';
}

function NumberField({ label, field, form, change }: NumberProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <input
        type="number"
        min={0}
        value={form[field]}
        data-testid={`deploy-${field}`}
        onInput={(event) => change({ [field]: Math.trunc(event.currentTarget.valueAsNumber) || 0 })}
      />
    </label>
  );
}

/** What its pods ask for, and how one knows that they are ready. */
function Needs({ view, form, change }: FormProps & { readonly view: View }) {
  return (
    <div class="fields">
      <NumberField label={t('deploy.cpu')} field="cpuMilli" form={form} change={change} />
      <NumberField label={t('deploy.memory')} field="memoryMib" form={form} change={change} />
      <NumberField label={t('deploy.port')} field="port" form={form} change={change} />
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
  );
}
