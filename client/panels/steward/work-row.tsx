/** One thing that a loop cares for: wanted, observed, and the repair. */
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { ScalerChart } from '../charts/scaler-chart.tsx';
import { shortName } from '../describe-verb.ts';
import { Icon } from '../icon.tsx';
import { Why } from '../objects/why.tsx';
import { ObjectLink } from '../object-link.tsx';
import { fullView } from '../preferences.ts';
import { Revisions } from '../revisions.tsx';
import type { Look } from '../use-store.ts';
import { VerbButton } from '../verb-button.tsx';
import { Rollout } from './rollout.tsx';
import type { WorkItem, WorkList } from './work-lists.ts';

interface Props {
  readonly game: Game;
  readonly view: Look;
  readonly list: WorkList;
  readonly item: WorkItem;
}

/** What a beginner sees of a long repair: the first steps. */
const MOST_VERBS = 3;

export function WorkRow({ game, view, list, item }: Props) {
  const isDue = item.verbs.length > 0;
  const kind = list.kindOf(view, item.key);
  const verbs = item.verbs.slice(0, MOST_VERBS);
  return (
    <li class={isDue ? 'work-item due' : 'work-item'} data-testid="work-item">
      <div class="work-name">
        {kind === null ? (
          <strong class="mono">{item.key}</strong>
        ) : (
          <ObjectLink game={game} kind={kind} objectKey={item.key}>
            {shortName(item.key)}
          </ObjectLink>
        )}
        {!isDue && list.loops.length > 0 && (
          <span class="at-rest">
            <Icon name="check" /> {t('steward.inOrder')}
          </span>
        )}
      </div>
      <dl class="wanted-observed">
        <div>
          <dt>{t('steward.wanted')}</dt>
          <dd>{maybeT(`work.${item.wanted}`, item.values)}</dd>
        </div>
        <div>
          <dt>{t('steward.observed')}</dt>
          <dd>{maybeT(`work.${item.observed}`, item.values)}</dd>
        </div>
      </dl>
      <Picture game={game} view={view} list={list} item={item} />
      {isDue && (
        <div class="row repair">
          <span class="soft">{t('steward.repair')}</span>
          {verbs.map((verb, index) => (
            <VerbButton key={`${index} ${verb.verb}`} game={game} verb={verb} primary={index === 0} />
          ))}
          {item.verbs.length > verbs.length && (
            <span class="soft">{t('steward.moreVerbs', { count: item.verbs.length - verbs.length })}</span>
          )}
        </div>
      )}
      {isDue && kind !== null && <Why look={view} reference={`${kind}/${item.key}`} />}
      {fullView.value && list.id === 'replicaset' && <ScaleRow game={game} view={view} replicaSet={item.key} />}
    </li>
  );
}

/** What of this kind is better seen than read. */
function Picture({ game, view, list, item }: Props) {
  switch (list.id) {
    case 'deployment':
      return (
        <>
          <Rollout view={view} deployment={item.key} />
          <Revisions game={game} view={view} deployment={item.key} />
        </>
      );
    case 'hpa': {
      const scaler = view.get('HorizontalPodAutoscaler', item.key);
      return scaler ? <ScalerChart game={game} look={view} scaler={scaler} /> : null;
    }
    default:
      return null;
  }
}

function ScaleRow({ game, view, replicaSet }: { game: Game; view: Look; replicaSet: string }) {
  const replicas = view.get('ReplicaSet', replicaSet)?.spec.replicas ?? 0;
  return (
    <div class="row">
      <VerbButton
        game={game}
        verb={{ verb: 'scaleReplicaSet', replicaSet, replicas: Math.max(0, replicas - 1) }}
        blocked={replicas === 0 ? t('steward.zero') : undefined}
      >
        −1
      </VerbButton>
      <VerbButton game={game} verb={{ verb: 'scaleReplicaSet', replicaSet, replicas: replicas + 1 }}>
        +1
      </VerbButton>
    </div>
  );
}
