/** A node's name with its state: ready, silent, closed. */
import { isNodeReady, type Node } from '../../shared/api/node.ts';
import { t } from '../i18n/i18n.ts';
import { Badge } from './state-badge.tsx';

export function NodeLabel({ node }: { node: Node }) {
  const isReady = isNodeReady(node);
  const isUnknown = node.status.conditions.some(({ type, status }) => type === 'Ready' && status === 'Unknown');
  return (
    <span class="node-label">
      <Badge name={isReady ? (node.spec.unschedulable ? 'node-cordoned' : 'ready') : 'node-notready'} />
      <strong>{node.metadata.name}</strong>
      <span class="soft">
        {t(isReady ? 'node.ready' : isUnknown ? 'node.unknown' : 'node.notReady')}
        {node.spec.unschedulable && ` · ${t('node.cordoned')}`}
      </span>
    </span>
  );
}
