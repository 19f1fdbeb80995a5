/** The village head: the pods of one node, each with its next step, the node's machine and its backpack. */
import { isNodeReady } from '../../shared/api/node.ts';
import { nextSteps, podKeysOn } from '../../shared/cluster/kubelet/next-steps.ts';
import type { View } from '../../shared/store/store.ts';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { ConfigForm } from './kubelet/config-form.tsx';
import { ImageCacheList } from './kubelet/image-cache-list.tsx';
import { MachineCard } from './kubelet/machine-card.tsx';
import { PressureCard } from './kubelet/pressure-card.tsx';
import { PodWork } from './kubelet/pod-work.tsx';
import { More } from './more.tsx';
import { LoopSwitch } from './loop-switch.tsx';
import { PanelHead } from './panel-head.tsx';
import { Badge } from './state-badge.tsx';
import { isPodShown } from './system-objects.ts';
import { useTerm } from './terms.ts';
import { useStore } from './use-store.ts';
import { Icon } from './icon.tsx';

/** The node one has chosen, else one's own, else the first. */
function shownNode(game: Game, view: View): string | undefined {
  const chosen = game.focusedNode.value;
  if (chosen !== null && view.get('Node', chosen)) return chosen;
  const me = game.connection.identity.value.player;
  const mine = view.by('seatsByHolder', me).find((key) => key.startsWith('kubelet/'));
  return mine?.slice('kubelet/'.length) ?? view.keys('Node')[0];
}

export function KubeletPanel({ game }: { game: Game }) {
  const truth = useStore(game);
  const name = useTerm(game);
  if (!truth) return null;
  const node = shownNode(game, truth);
  if (node === undefined) return null;
  const store = truth.asSeenBy(game, `kubelet/${node}`);
  const steps = nextSteps(store, node);
  const pods = podKeysOn(store, node).filter((key) => isPodShown(store, key));
  return (
    <div class="panel" data-testid="panel-kubelet">
      <NodeTabs game={game} view={truth} shown={node} />
      <PanelHead
        game={game}
        view={store}
        title={`${name('kubelet')} · ${node}`}
        hint={t('kubelet.hint')}
        picture="post/head"
        seat={`kubelet/${node}`}
        codex="kubelet"
      />
      <LoopSwitch game={game} view={store} id={`kubelet/${node}`} />
      <MachineCard game={game} view={store} node={node} />
      <PressureCard game={game} view={store} node={node} />
      <section aria-labelledby="node-pods">
        <h3 id="node-pods">
          {name('pods')} <span class="count">{pods.length}</span>
        </h3>
        {pods.length === 0 && <p class="empty">{t('kubelet.noPods')}</p>}
        <ul class="pod-works">
          {pods.map((key) => (
            <PodWork
              key={key}
              game={game}
              view={store}
              node={node}
              podKey={key}
              steps={steps.filter((step) => step.podKey === key)}
            />
          ))}
        </ul>
      </section>
      <ImageCacheList game={game} view={store} node={node} />
      <More name={t('kubeletConfig.title')}>
        <ConfigForm game={game} view={store} node={node} />
      </More>
    </div>
  );
}

function NodeTabs({ game, view, shown }: { game: Game; view: View; shown: string }) {
  const me = game.connection.identity.value.player;
  return (
    <div class="node-tabs" role="group" aria-label={t('kubelet.choose')}>
      {view.keys('Node').map((key) => {
        const node = view.get('Node', key);
        const due = nextSteps(view, key).filter(({ verb }) => verb !== null).length;
        const isMine = me !== '' && view.get('Seat', `kubelet/${key}`)?.holder === me;
        return (
          <button
            key={key}
            type="button"
            class="small"
            aria-pressed={key === shown}
            data-testid={`node-tab-${key}`}
            onClick={() => {
              game.focusedNode.value = key;
            }}
          >
            {node && !isNodeReady(node) && <Badge name="node-notready" />}
            {key}
            {isMine && (
              <span title={t('kubelet.yours')}>
                <Icon name="star" />
                <span class="visually-hidden">{t('kubelet.yours')}</span>
              </span>
            )}
            {due > 0 && <span class="count due">{due}</span>}
          </button>
        );
      })}
    </div>
  );
}
