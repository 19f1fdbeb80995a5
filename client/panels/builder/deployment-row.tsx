/** A Deployment that stands: more or fewer houses, back to the revision before, a roll-out held or let go on, another image. */
import { useState } from 'preact/hooks';
import type { Container } from '../../../shared/api/container.ts';
import { shelves } from '../../../shared/cluster/registry/shelves.ts';
import { revisionOf, revisionsOf } from '../../../shared/cluster/controllers/deployment/revisions.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import { styleOfImage } from '../image-style.ts';
import { More } from '../more.tsx';
import { Why } from '../objects/why.tsx';
import { ObjectLink } from '../object-link.tsx';
import { Sprite } from '../sprite.tsx';
import type { Look } from '../use-store.ts';
import { TextField } from '../text-field.tsx';
import { VerbButton } from '../verb-button.tsx';

export function DeploymentRow({ game, view, deployment: key }: { game: Game; view: Look; deployment: string }) {
  const deployment = view.get('Deployment', key);
  if (!deployment) return null;
  const { spec, status } = deployment;
  const { initContainers, containers } = spec.template.spec;
  const all = [...initContainers, ...containers];
  const [container] = containers;
  const { newSet, oldSets } = revisionsOf(view, deployment);
  return (
    <li class="deployment" data-testid={`deployment-${deployment.metadata.name}`}>
      <div class="row">
        <Sprite frame={`house/${styleOfImage(view, container?.image ?? '')}/ready`} size={2.4} />
        <ObjectLink game={game} kind="Deployment" objectKey={key}>
          {shortName(key)}
        </ObjectLink>
        <code>{container?.image}</code>
        <span class="soft">
          {t('deploy.ready', { ready: status.readyReplicas, wanted: spec.replicas })}
          {newSet && ` · ${t('deploy.revision', { revision: revisionOf(newSet) })}`}
        </span>
      </div>
      {spec.paused && (
        <div class="registry-line">
          {t('deploy.paused')}
          <VerbButton game={game} verb={{ verb: 'pauseRollout', deployment: key, paused: false }} primary>
            {t('deploy.resume')}
          </VerbButton>
        </div>
      )}
      {status.readyReplicas < spec.replicas && <Why look={view} reference={`Deployment/${key}`} />}
      <div class="row">
        <VerbButton
          game={game}
          verb={{ verb: 'scale', deployment: key, replicas: Math.max(0, spec.replicas - 1) }}
          blocked={spec.replicas === 0 ? t('steward.zero') : undefined}
        >
          −1
        </VerbButton>
        <strong class="number">{spec.replicas}</strong>
        <VerbButton game={game} verb={{ verb: 'scale', deployment: key, replicas: spec.replicas + 1 }}>
          +1
        </VerbButton>
        <span class="spread" />
        <VerbButton
          game={game}
          verb={{ verb: 'undoRollout', deployment: key }}
          blocked={oldSets.length === 0 ? t('deploy.noHistory') : undefined}
        >
          {t('deploy.undo')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'restartRollout', kind: 'Deployment', key }}>
          {t('deploy.restart')}
        </VerbButton>
      </div>
      <More name={shortName(key)}>
        {!spec.paused && (
          <div class="row">
            <VerbButton game={game} verb={{ verb: 'pauseRollout', deployment: key, paused: true }}>
              {t('deploy.pause')}
            </VerbButton>
          </div>
        )}
        {all.map((one) => (
          <SetImage key={one.name} game={game} view={view} deployment={key} container={one} isOnly={all.length === 1} />
        ))}
      </More>
    </li>
  );
}

interface ImageProps {
  readonly game: Game;
  readonly view: Look;
  readonly deployment: string;
  readonly container: Container;
  readonly isOnly: boolean;
}

function SetImage({ game, view, deployment, container, isOnly }: ImageProps) {
  const [image, setImage] = useState('');
  const images = shelves(view).map(({ name }) => name);
  const chosen = image === '' ? container.image : image;
  const label = isOnly ? t('deploy.image') : `${t('deploy.image')} · ${container.name}`;
  return (
    <div class="row bottom-line">
      <TextField label={label} value={chosen} onChange={setImage} options={images} />
      <VerbButton
        game={game}
        verb={{ verb: 'setImage', deployment, container: container.name, image: chosen }}
        blocked={chosen === container.image ? t('deploy.sameImage') : undefined}
      >
        {t('deploy.setImage')}
      </VerbButton>
    </div>
  );
}
