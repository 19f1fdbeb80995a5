/** One thing that a loop cares for: wanted, observed, and the repair. */
import type { View } from '../../../shared/store/store.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import { ObjectLink } from '../object-link.tsx';
import { fullView } from '../preferences.ts';
import { VerbButton } from '../verb-button.tsx';
import { Rollout } from './rollout.tsx';
import type { WorkItem, WorkListId } from './work-lists.ts';
import { Icon } from '../icon.tsx';

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly list: WorkListId;
  readonly item: WorkItem;
}

const KINDS = {
  deployment: 'Deployment',
  replicaset: 'ReplicaSet',
  'node-lifecycle': 'Node',
  endpoints: 'Service',
  'garbage-collector': 'Pod',
} as const;

/** What a beginner sees of a long repair: the first steps. */
const MOST_VERBS = 4;

export function WorkRow({ game, view, list, item }: Props) {
  const isDue = item.verbs.length > 0;
  const kind = list === 'node-lifecycle' && view.get('Pod', item.key) ? 'Pod' : KINDS[list];
  const verbs = item.verbs.slice(0, MOST_VERBS);
  return (
    <li class={isDue ? 'work-item due' : 'work-item'} data-testid="work-item">
      <div class="work-name">
        {list === 'garbage-collector' ? (
          <strong class="mono">{item.key}</strong>
        ) : (
          <ObjectLink game={game} kind={kind} objectKey={item.key}>
            {shortName(item.key)}
          </ObjectLink>
        )}
        {!isDue && (
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
      {list === 'deployment' && <Rollout view={view} deployment={item.key} />}
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
      {fullView.value && list === 'replicaset' && <ScaleRow game={game} view={view} replicaSet={item.key} />}
    </li>
  );
}

function ScaleRow({ game, view, replicaSet }: { game: Game; view: View; replicaSet: string }) {
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
