// Quotas that are about some pods only.
import { expect, test } from 'vitest';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { quotaScopes } from '../../../client/panels/objects/quota-scopes.ts';
import { act, aPod } from '../../support/builders.ts';
import { aTownHall } from '../../support/town-hall.ts';

const HIGH = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 100 };
const classScope = (operator: string, ...values: string[]) => ({
  scopeSelector: {
    matchExpressions: [{ scopeName: 'PriorityClass', operator, ...(values.length > 0 ? { values } : {}) }],
  },
});
const quota = (hard: object, about: object) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'some' },
  spec: { hard, ...about },
});
const town = () => {
  const { world, tick } = aTownHall({ nodes: 1 });
  const apply = (manifest: object) => act(world, { verb: 'apply', manifest } as Verb);
  expect(apply(HIGH)).toBeNull();
  return { apply, tick, used: () => world.get('ResourceQuota', 'default/some')?.status.used['pods'] };
};

const elsewhere = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', namespaces: ['other'] }],
  },
};
const high = { priorityClassName: 'high' };
const timed = { activeDeadlineSeconds: 60 };
const asking = { cpu: '10m' };
const pod = ({ cpu, ...spec }: { readonly cpu?: string; readonly [field: string]: unknown }) => {
  const plain = aPod('house', cpu === undefined ? {} : { cpu });
  return { ...plain, spec: { ...plain.spec, ...spec } };
};

test.each([
  ['PriorityClass In', classScope('In', 'high'), high, {}],
  ['PriorityClass NotIn', classScope('NotIn', 'high'), {}, high],
  ['PriorityClass NotIn another', classScope('NotIn', 'low'), high, undefined],
  ['PriorityClass Exists', classScope('Exists'), high, {}],
  ['PriorityClass DoesNotExist', classScope('DoesNotExist'), {}, high],
  ['scopes: PriorityClass', { scopes: ['PriorityClass'] }, high, {}],
  ['BestEffort', { scopes: ['BestEffort'] }, {}, asking],
  ['NotBestEffort', { scopes: ['NotBestEffort'] }, asking, {}],
  ['NotTerminating', { scopes: ['NotTerminating'] }, {}, timed],
  ['Terminating', { scopes: ['Terminating'] }, timed, {}],
  ['CrossNamespacePodAffinity', { scopes: ['CrossNamespacePodAffinity'] }, { affinity: elsewhere }, {}],
  ['two at once', { scopes: ['NotBestEffort'], ...classScope('In', 'high') }, { ...asking, ...high }, asking],
])('QUOTA-3 %s: who is meant is limited and counted, who is not is neither', (_name, about, meant, other) => {
  const { apply, tick, used } = town();
  expect(apply(quota({ pods: '0' }, about))).toBeNull();
  if (meant) expect(apply(pod(meant))).toMatchObject({ code: 403, key: 'quotaExceeded' });
  if (other) expect(apply(pod(other))).toBeNull();
  tick(2);
  expect(used()).toBe('0');
  const counted = town();
  expect(counted.apply(quota({ pods: '5' }, about))).toBeNull();
  if (meant) expect(counted.apply(pod(meant))).toBeNull();
  expect(counted.used() ?? '0').toBe(meant ? '1' : '0');
  // Counted anew it is the same.
  expect(counted.apply(quota({ pods: '6' }, about))).toBeNull();
  counted.tick(2);
  expect(counted.used()).toBe(meant ? '1' : '0');
});

test('QUOTA-3 a deadline that a pod is given later moves it from one scope to the other', () => {
  const { apply, tick, used } = town();
  expect(apply(quota({ pods: '5' }, { scopes: ['Terminating'] }))).toBeNull();
  expect(apply(pod({}))).toBeNull();
  tick(2);
  expect(used()).toBe('0');
  expect(apply(pod(timed))).toBeNull();
  tick(2);
  expect(used()).toBe('1');
});

test('QUOTA-3 who is not meant need not say what it wants', () => {
  const { apply } = town();
  const text = `apiVersion: v1
kind: ResourceQuota
metadata: {name: some}
spec:
  hard: {cpu: "1000", memory: 200Gi, pods: "10"}
  scopeSelector:
    matchExpressions:
    - {operator: In, scopeName: PriorityClass, values: [high]}
`;
  const { manifests, problems } = readManifests(text);
  expect(problems).toEqual([]);
  for (const manifest of manifests) expect(apply(manifest)).toBeNull();
  expect(apply(pod({}))).toBeNull();
  expect(apply({ ...pod(high), metadata: { name: 'tower' } })).toMatchObject({ key: 'quotaUnstated' });
});

test.each([
  ['invalidQuotaScope', { cpu: '1' }, { scopes: ['BestEffort'] }],
  ['invalidQuotaScope', { pods: '1' }, { scopes: ['VolumeAttributesClass'] }],
  ['invalidQuotaScopePair', { pods: '1' }, { scopes: ['BestEffort', 'NotBestEffort'] }],
  [
    'invalidQuotaScopeOperator',
    { pods: '1' },
    { scopeSelector: { matchExpressions: [{ scopeName: 'Terminating', operator: 'DoesNotExist' }] } },
  ],
  ['invalidQuotaScopeValues', { pods: '1' }, classScope('In')],
  ['invalidQuotaScopeValues', { pods: '1' }, classScope('Exists', 'high')],
])('QUOTA-3 refused: %s', (key, hard, about) => {
  expect(town().apply(quota(hard, about))).toMatchObject({ code: 422, key });
});

test('QUOTA-3 scopes stay, a selector may change', () => {
  const { apply } = town();
  expect(apply(quota({ pods: '1' }, { scopes: ['NotBestEffort'] }))).toBeNull();
  expect(apply(quota({ pods: '1' }, {}))).toMatchObject({ code: 422, key: 'quotaScopesFixed' });
  expect(apply(quota({ pods: '1' }, { scopes: ['NotBestEffort'], ...classScope('In', 'high') }))).toBeNull();
  expect(apply(quota({ pods: '1' }, { scopes: ['NotBestEffort'], ...classScope('Exists') }))).toBeNull();
});

test('QUOTA-3 the panels say whom a quota is about', () => {
  const spec = quota({ pods: '1' }, { scopes: ['NotBestEffort'], ...classScope('In', 'high', 'low') }).spec;
  expect(quotaScopes({ spec } as never)).toBe('NotBestEffort, PriorityClass In [high low]');
});
