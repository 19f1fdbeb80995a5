/** Every invariant, by area: each file beside this one watches the SPEC.md that its first line names. */
import { addons } from './addons.ts';
import { api } from './api.ts';
import { belongings } from './belongings.ts';
import { budgets } from './budgets.ts';
import { build } from './build.ts';
import { causes } from './causes.ts';
import { client } from './client.ts';
import { collectors } from './collectors.ts';
import { controllers } from './controllers.ts';
import { etcd } from './etcd.ts';
import { faults } from './faults.ts';
import { hosts } from './hosts.ts';
import type { Invariant } from './invariant.ts';
import { kubelet } from './kubelet.ts';
import { logging } from './logging.ts';
import { manifests } from './manifests.ts';
import { network } from './network.ts';
import { plane } from './plane.ts';
import { registry } from './registry.ts';
import { rollouts } from './rollouts.ts';
import { runtime } from './runtime.ts';
import { scenarios } from './scenarios.ts';
import { scheduler } from './scheduler.ts';
import { score } from './score.ts';
import { server } from './server.ts';
import { shelves } from './shelves.ts';
import { sight } from './sight.ts';
import { store } from './store.ts';
import { texts } from './texts.ts';
import { traffic } from './traffic.ts';
import { workloads } from './workloads.ts';

export const INVARIANTS: readonly Invariant[] = [
  ...store,
  ...api,
  ...scheduler,
  ...controllers,
  ...rollouts,
  ...workloads,
  ...budgets,
  ...kubelet,
  ...runtime,
  ...network,
  ...traffic,
  ...registry,
  ...shelves,
  ...build,
  ...belongings,
  ...logging,
  ...collectors,
  ...addons,
  ...manifests,
  ...faults,
  ...plane,
  ...etcd,
  ...sight,
  ...hosts,
  ...causes,
  ...score,
  ...scenarios,
  ...server,
  ...texts,
  ...client,
];
