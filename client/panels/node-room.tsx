/** What of a node is promised already. */
import type { Node } from '../../shared/api/node.ts';
import type { NodeExplanation } from '../../shared/cluster/scheduler/explain.ts';
import { formatBytes, t } from '../i18n/i18n.ts';
import { RoomBar } from './room-bar.tsx';

export function NodeRoom({ node, requested }: { node: Node; requested: NodeExplanation['requested'] }) {
  const { allocatable } = node.status;
  return (
    <>
      <RoomBar
        label={t('room.cpu')}
        used={requested.cpuMilli}
        all={allocatable.cpuMilli}
        text={`${requested.cpuMilli}m / ${allocatable.cpuMilli}m`}
      />
      <RoomBar
        label={t('room.memory')}
        used={requested.memoryBytes}
        all={allocatable.memoryBytes}
        text={`${formatBytes(requested.memoryBytes)} / ${formatBytes(allocatable.memoryBytes)}`}
      />
    </>
  );
}
