/** The ground under a village: power, the road to the town hall, and the last heartbeat that arrived there. */
import { isNodeReady } from '../../../shared/api/node.ts';
import type { Look } from '../use-store.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { nodeInfoOf } from '../../../shared/cluster/scheduler/node-info.ts';
import { Why } from '../objects/why.tsx';
import { NodeLabel } from '../node-label.tsx';
import { NodeRoom } from '../node-room.tsx';
import { More } from '../more.tsx';
import { Drawer } from './drawer.tsx';
import { GroundVerbs, MachineTroubles, ServiceVerbs } from './machine-verbs.tsx';

export function MachineCard({ game, view, node: key }: { game: Game; view: Look; node: string }) {
  const node = view.get('Node', key);
  const machine = view.get('Machine', key);
  if (!node || !machine) return null;
  const { requested } = nodeInfoOf(view, node);
  const beat = view.get('Lease', `kube-node-lease/${key}`)?.spec.renewTick ?? 0;
  const isSound = machine.power === 'on' && machine.link === 'up';
  const bootTicks = machine.bootDoneTick === null ? 0 : machine.bootDoneTick - view.tick;
  return (
    <section class={isSound ? 'machine' : 'machine broken'} aria-label={t('machine.title')} data-testid="machine">
      <dl class="facts">
        <div>
          <dt>{t('machine.power')}</dt>
          <dd>{maybeT(`machine.power.${machine.power}`, { time: formatTicks(Math.max(0, bootTicks)) })}</dd>
        </div>
        <div>
          <dt>{t('machine.link')}</dt>
          <dd>{maybeT(`machine.link.${machine.link}`)}</dd>
        </div>
        <div>
          <dt>{t('machine.heartbeat')}</dt>
          <dd>{t('machine.ago', { seconds: view.tick - beat })}</dd>
        </div>
        <div>
          <dt>{t('machine.hallThinks')}</dt>
          <dd>
            <NodeLabel node={node} />
          </dd>
        </div>
      </dl>
      <NodeRoom node={node} requested={requested} />
      {(!isSound || !isNodeReady(node)) && <Why look={view} reference={`Node/${key}`} />}
      <MachineTroubles game={game} view={view} machine={machine} />
      {!isSound && <GroundVerbs game={game} machine={machine} />}
      <More name={key}>
        {isSound && <GroundVerbs game={game} machine={machine} />}
        <ServiceVerbs game={game} view={view} machine={machine} />
        <Drawer game={game} view={view} machine={machine} />
      </More>
    </section>
  );
}
