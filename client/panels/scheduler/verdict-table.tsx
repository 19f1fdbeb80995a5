/** The full view: nodes × plugins, filters first, then raw, normalised and weighted scores. */
import type { NodeExplanation, FilterVerdict } from '../../../shared/cluster/scheduler/explain.ts';
import { FILTERS, SCORES } from '../../../shared/cluster/scheduler/registry.ts';
import type { PluginScore } from '../../../shared/cluster/scheduler/explain.ts';
import type { View } from '../../../shared/store/store.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { VerbButton } from '../verb-button.tsx';
import { dropTarget } from './drop-target.ts';
import { Icon } from '../icon.tsx';

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly podKey: string;
  readonly nodes: readonly NodeExplanation[];
}

/** As the policy weighs it: every node that was scored tells the same. */
function weightOf(nodes: readonly NodeExplanation[], name: string): number {
  return nodes.flatMap(({ scores }) => scores).find(({ plugin }) => plugin === name)?.weight ?? 0;
}

export function VerdictTable({ game, podKey, nodes }: Props) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t('scheduler.table')}>
      <table class="verdict-table" data-testid="verdict-table">
        <thead>
          <tr>
            <th scope="col">{t('scheduler.plugin')}</th>
            {nodes.map(({ node, best }) => (
              <th key={node} scope="col" {...dropTarget(game, node)}>
                {best && <Icon name="star" />}
                {node}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FILTERS.map(({ name }) => (
            <tr key={name}>
              <PluginName name={name} kind={t('scheduler.filter')} />
              {nodes.map((node) => (
                <FilterCell key={node.node} verdict={node.filters.find(({ plugin }) => plugin === name)} />
              ))}
            </tr>
          ))}
          {SCORES.map(({ name }) => ({ name, weight: weightOf(nodes, name) })).map(({ name, weight }) => (
            <tr key={`score ${name}`}>
              <PluginName name={name} kind={t('scheduler.scoreWeight', { weight })} />
              {nodes.map((node) => {
                const score = node.scores.find(({ plugin }) => plugin === name);
                return (
                  <td key={node.node} class="number">
                    {score ? <Score {...score} /> : '–'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('scheduler.total')}</th>
            {nodes.map((node) => (
              <td key={node.node} class="number">
                <strong>{node.total ?? '–'}</strong>
                <VerbButton
                  game={game}
                  verb={{ verb: 'bind', pod: podKey, node: node.node }}
                  primary={node.best}
                  blocked={node.fits ? undefined : t('scheduler.refuses')}
                >
                  {t('scheduler.bindHere')}
                </VerbButton>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Score({ raw, normalized, weight, weighted }: PluginScore) {
  return (
    <>
      <span class="soft sum">{raw === normalized ? raw : `${raw} → ${normalized}`}</span>{' '}
      <span class="sum">
        {weight === 1 ? '' : `× ${weight} `}= <strong>{weighted}</strong>
      </span>
    </>
  );
}

/** A long name may break before its capitals. */
function wordsOf(name: string) {
  return name.split(/(?=[A-Z])/).map((word) => (
    <span key={word}>
      {word}
      <wbr />
    </span>
  ));
}

function PluginName({ name, kind }: { name: string; kind: string }) {
  return (
    <th scope="row" title={maybeT(`plugin.${name}`)}>
      <code>{wordsOf(name)}</code>
      <span class="soft plugin-kind">{kind}</span>
    </th>
  );
}

function FilterCell({ verdict }: { verdict: FilterVerdict | undefined }) {
  if (!verdict || verdict.code === null) {
    return (
      <td class="pass">
        <Icon name="check" />
        <span class="visually-hidden">{t('scheduler.passes')}</span>
      </td>
    );
  }
  return (
    <td class="fail">
      <Icon name="cross" /> {verdict.reasons.join(', ')}
    </td>
  );
}
