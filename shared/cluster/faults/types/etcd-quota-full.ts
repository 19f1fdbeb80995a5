/** etcd-quota-full: somebody wrote one object over and over, and the history fills the ledger's quota. */
import { etcdOf } from '../../etcd/members.ts';
import { measure } from '../../etcd/size.ts';
import { settingsOf } from '../../world.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const etcdQuotaFull: FaultDefinition = {
  type: 'etcd-quota-full',
  component: 'control-plane',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => (etcdOf(view).noSpace ? [] : ['']),
  begin: (world) => {
    const junk = { bytes: settingsOf(world).plane.etcdQuotaBytes, revision: world.revision };
    world.put({ ...etcdOf(world), junk });
    measure(world);
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'etcdNoSpace', shows: (view) => etcdOf(view).noSpace }],
  harm: (view) => etcdOf(view).noSpace,
  remedy: () => (['compactEtcd', 'defragEtcd', 'disarmEtcd'] as const).map((verb) => bySteward({ verb })),
  healedBy: ['Etcd'],
  isHealed: (view) => {
    const { noSpace, fileBytes } = etcdOf(view);
    return !noSpace && fileBytes < settingsOf(view).plane.etcdQuotaBytes;
  },
};
