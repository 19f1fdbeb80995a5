/** Pods as a careless player writes them: probes, hooks, wishes, beginnings and furniture, mixed at random. */
import type { Chance } from '../../support/chance.ts';
import { WRITTEN_IMAGES } from './names.ts';

const HOST = 'kubernetes.io/hostname';

/** Sometimes this, sometimes nothing. */
export const sometimes = (chance: Chance, percent: number, make: () => object): object =>
  chance.percent(percent) ? make() : {};

export function podSpec(chance: Chance, name: string, names: readonly string[], restartPolicies: readonly string[]) {
  return {
    containers: [container(chance, name)],
    ...sometimes(chance, 20, () => ({ initContainers: begins(chance) })),
    ...sometimes(chance, 15, () => ({ volumes: [volume(chance, name)] })),
    ...wishes(chance, names),
    restartPolicy: chance.pick(restartPolicies),
    terminationGracePeriodSeconds: chance.below(40),
    // Elsewhere it is a slip.
    ...sometimes(chance, restartPolicies.includes('Never') ? 15 : 0, () => ({
      activeDeadlineSeconds: 5 + chance.below(30),
    })),
  };
}

function container(chance: Chance, name: string): object {
  return {
    name: 'app',
    image: chance.pick(WRITTEN_IMAGES),
    ...sometimes(chance, 20, () => command(chance)),
    ...sometimes(chance, 15, () => ({ imagePullPolicy: chance.pick(['Always', 'IfNotPresent', 'Never', 'Never']) })),
    resources: {
      requests: { cpu: chance.pick(['100m', '500m', '1500m']), memory: '128Mi' },
      limits: { memory: chance.pick(['64Mi', '256Mi', '1Gi']) },
    },
    ...sometimes(chance, 10, () => ({ ports: [{ name: 'door', containerPort: 8080, hostPort: 8080 }] })),
    ...sometimes(chance, 20, () => ({ envFrom: [{ prefix: chance.pick(['', 'TOWN_']), configMapRef: { name } }] })),
    ...sometimes(chance, 15, () => ({
      volumeMounts: [{ name: chance.pick(['chest', 'nothing']), mountPath: '/data' }],
    })),
    ...sometimes(chance, 40, () => ({ readinessProbe: probe(chance) })),
    ...sometimes(chance, 20, () => ({ livenessProbe: probe(chance) })),
    ...sometimes(chance, 10, () => ({ startupProbe: probe(chance) })),
    ...sometimes(chance, 15, () => ({ lifecycle: hooks(chance) })),
    ...sometimes(chance, 10, () => restartRules(chance)),
  };
}

/** In place of the image's own program. */
function command(chance: Chance): object {
  const text = chance.pick([
    `echo hello $(NAME); sleep ${chance.below(40)}; exit ${chance.below(3)}`,
    'while true; do echo $(date); sleep 5; done',
    'until nslookup web; do sleep 2; done',
    'cd /srv && hut',
  ]);
  const words = chance.pick([['sh', '-c', text], ['sleep', '20'], ['echo', '$(NAME)'], ['false'], ['carry-tea']]);
  return chance.percent(70) ? { command: words } : { args: words, workingDir: '/srv' };
}

function volume(chance: Chance, name: string): object {
  const kept = chance.pick([
    { emptyDir: {} },
    { persistentVolumeClaim: { claimName: name } },
    { configMap: { name } },
    { secret: { secretName: name } },
  ]);
  return { name: 'chest', ...kept };
}

function probe(chance: Chance): object {
  return {
    ...chance.pick([
      { httpGet: { path: '/', port: chance.pick([8080, 8080, 8080, 9090]) } },
      { tcpSocket: { port: chance.pick([8080, 'door', 'nobody']) } },
      { exec: { command: ['cat', '/tmp/up'] } },
      { grpc: { port: 8080 } },
    ]),
    ...sometimes(chance, 10, () => ({ terminationGracePeriodSeconds: 1 + chance.below(5) })),
    initialDelaySeconds: chance.below(4),
    periodSeconds: 1 + chance.below(10),
    failureThreshold: 1 + chance.below(3),
  };
}

function hooks(chance: Chance): object {
  const sleep = { sleep: { seconds: chance.below(12) } };
  if (chance.percent(50)) return { preStop: chance.percent(80) ? sleep : { httpGet: { port: 'door' } } };
  return { postStart: chance.pick([sleep, { httpGet: { port: 8080 } }, { tcpSocket: { port: 8080 } }]) };
}

function restartRules(chance: Chance): object {
  const action = chance.pick(['Restart', 'RestartAllContainers']);
  const exitCodes = { operator: chance.pick(['In', 'NotIn']), values: [1, 137] };
  return { restartPolicy: chance.pick(['OnFailure', 'Never']), restartPolicyRules: [{ action, exitCodes }] };
}

/** Mostly sidecars: the catalogue's programs do not end by themselves. */
function begins(chance: Chance): readonly object[] {
  return Array.from({ length: 1 + chance.below(2) }, (_, index) => ({
    name: `begin-${index}`,
    image: chance.pick(WRITTEN_IMAGES),
    ...sometimes(chance, 85, () => ({ restartPolicy: 'Always' })),
    ...sometimes(chance, 20, () => ({ startupProbe: probe(chance) })),
    ...sometimes(chance, 20, () => command(chance)),
  }));
}

/** Near, far, evenly, important. */
function wishes(chance: Chance, names: readonly string[]): object {
  const labelSelector = () => ({ matchLabels: { app: chance.pick(names) } });
  const term = () => ({ labelSelector: labelSelector(), topologyKey: HOST });
  const terms = () =>
    chance.percent(50)
      ? { requiredDuringSchedulingIgnoredDuringExecution: [term()] }
      : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 50, podAffinityTerm: term() }] };
  const spread = () => ({
    maxSkew: 1 + chance.below(2),
    topologyKey: HOST,
    whenUnsatisfiable: chance.pick(['DoNotSchedule', 'ScheduleAnyway']),
    labelSelector: labelSelector(),
  });
  const priorityClassName = () => chance.pick(['gold', 'silver', 'system-cluster-critical', 'nobody-made-it']);
  return {
    ...sometimes(chance, 25, () => ({ affinity: { [chance.pick(['podAffinity', 'podAntiAffinity'])]: terms() } })),
    ...sometimes(chance, 15, () => ({ topologySpreadConstraints: [spread()] })),
    ...sometimes(chance, 25, () => ({ priorityClassName: priorityClassName() })),
    ...sometimes(chance, 5, () => ({ nodeSelector: { garden: 'yes' } })),
    ...sometimes(chance, 15, () => ({ tolerations: [{ operator: 'Exists' }] })),
  };
}
