/** What the steward may do beside the plans: take a pod down, evict it, close or empty a node and mark it, publish a list. */
import { useState } from 'preact/hooks';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Choice } from '../choice.tsx';
import { NodeVerbs } from '../nodes/node-verbs.tsx';
import { VerbButton } from '../verb-button.tsx';

export function FreeVerbs({ game, view }: { game: Game; view: View }) {
  const [pod, setPod] = useState('');
  const [node, setNode] = useState('');
  const [service, setService] = useState('');
  const pods = view.keys('Pod');
  const nodes = view.keys('Node');
  const services = view.keys('Service');
  const chosenPod = pods.includes(pod) ? pod : pods[0];
  const chosenNode = nodes.includes(node) ? node : nodes[0];
  const chosenService = services.includes(service) ? service : services[0];
  return (
    <section class="free-verbs" aria-labelledby="free-verbs">
      <h3 id="free-verbs">{t('steward.free')}</h3>
      {chosenPod !== undefined && (
        <div class="row">
          <Choice label={t('kind.Pod')} options={pods} value={chosenPod} onChange={setPod} />
          <VerbButton game={game} verb={{ verb: 'delete', kind: 'Pod', key: chosenPod }} danger>
            {t('steward.delete')}
          </VerbButton>
          <VerbButton game={game} verb={{ verb: 'evict', pod: chosenPod }}>
            {t('steward.evict')}
          </VerbButton>
        </div>
      )}
      {chosenNode !== undefined && (
        <>
          <Choice label={t('kind.Node')} options={nodes} value={chosenNode} onChange={setNode} />
          <NodeVerbs key={chosenNode} game={game} view={view} node={chosenNode} />
        </>
      )}
      {chosenService !== undefined && (
        <div class="row">
          <Choice label={t('kind.Service')} options={services} value={chosenService} onChange={setService} />
          <VerbButton game={game} verb={{ verb: 'publishEndpoints', service: chosenService }}>
            {t('steward.publish')}
          </VerbButton>
        </div>
      )}
    </section>
  );
}
