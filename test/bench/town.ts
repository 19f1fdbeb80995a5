/** Towns of any size, for measuring: so many nodes, and pods of official images under deployments with a service each. */
import { z } from 'zod';
import { manifestSchema } from '../../shared/cluster/api-server/manifest.ts';
import { deploymentLoop } from '../../shared/cluster/controllers/deployment/deployment-loop.ts';
import { replicaSetLoop } from '../../shared/cluster/controllers/replica-set/replica-set-loop.ts';
import { Driver } from '../../shared/session/driver.ts';
import { clusterSetup, type ClusterSetup } from '../../shared/session/setup.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import { Store } from '../../shared/store/store.ts';
import { createSimulation, createStore } from '../../shared/session/create.ts';

export interface TownSize {
  readonly nodes: number;
  readonly pods: number;
}

export const SIZES: readonly TownSize[] = [
  { nodes: 10, pods: 100 },
  { nodes: 50, pods: 1000 },
  { nodes: 200, pods: 5000 },
];

/** For the growth of a tick's cost with the pods. The nodes stay: each brings its own heartbeat. */
export const GROWTH_SIZES: readonly TownSize[] = [100, 1000, 5000, 10_000].map((pods) => ({ nodes: 200, pods }));

const PODS_PER_DEPLOYMENT = 50;
const GIB = 1024 ** 3;

type Requests = Readonly<Record<'cpu' | 'memory', string>>;
const SMALL: Requests = { cpu: '50m', memory: '64Mi' };

function deployment(name: string, replicas: number, requests: Requests): unknown {
  const container = {
    name,
    image: 'hut:1.0',
    resources: { requests },
    ports: [{ containerPort: 8080 }],
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: { app: name } },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [container], terminationGracePeriodSeconds: 5 },
      },
    },
  };
}

function service(name: string): unknown {
  const ports = [{ port: 80, targetPort: 8080 }];
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: { app: name }, ports } };
}

function townSetup({ nodes, pods }: TownSize, requestsOf: (index: number) => Requests = () => SMALL): ClusterSetup {
  const count = Math.ceil(pods / PODS_PER_DEPLOYMENT);
  const names = Array.from({ length: count }, (_, index) => `app-${index}`);
  const manifests = names.flatMap((name, index) => [
    deployment(name, Math.round(pods / count), requestsOf(index)),
    service(name),
  ]);
  return {
    ...clusterSetup.omit({ manifests: true }).parse({
      settings: { seed: 1, registryNamespace: 'bench', objectives: [] },
      nodes: Array.from({ length: nodes }, (_, index) => ({
        name: `node-${index}`,
        cpuMilli: 8000,
        memoryBytes: 32 * GIB,
      })),
      startMode: 'auto',
    }),
    // More than a scenario may hold.
    manifests: z.array(manifestSchema).parse(manifests),
  };
}

export function readyPods({ store }: Simulation): number {
  let ready = 0;
  for (const pod of store.list('Pod'))
    if (pod.status.conditions.some(({ type, status }) => type === 'Ready' && status === 'True')) ready += 1;
  return ready;
}

/** A town whose pods all serve. */
export function settledTown(
  size: TownSize,
  maxTicks = 1200,
): { readonly simulation: Simulation; readonly ticks: number } {
  const simulation = createSimulation(townSetup(size));
  simulation.apply(['e', { type: 'phaseChanged', phase: 'running' }]);
  const wanted = [...simulation.store.list('Deployment')].reduce((sum, { spec }) => sum + spec.replicas, 0);
  while (readyPods(simulation) < wanted && simulation.store.tick < maxTicks) {
    simulation.apply(10);
    simulation.drainChanges();
  }
  for (const key of simulation.store.keys('Service'))
    simulation.apply(['e', { type: 'demandChanged', service: key, rps: 100 }]);
  simulation.apply(30);
  simulation.drainChanges();
  return { simulation, ticks: simulation.store.tick };
}

/** A town whose pods have been made, and of which none has a node yet. They ask for 35 different things. */
export function unscheduledTown(size: TownSize): Store {
  const setup = townSetup(size, (index) => ({
    cpu: `${50 + (index % 7) * 25}m`,
    memory: `${64 + (index % 5) * 32}Mi`,
  }));
  const store = createStore(setup);
  const driver = new Driver(store, [deploymentLoop, replicaSetLoop]);
  while (store.count('Pod') < size.pods) {
    store.tick += 1;
    driver.run();
  }
  return new Store(store.frame());
}
