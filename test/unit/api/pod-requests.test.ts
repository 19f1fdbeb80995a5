// What a pod asks for, over all that runs in it.
import { expect, test } from 'vitest';
import { podRequests } from '../../../shared/api/pod-requests.ts';
import { aPod } from '../../support/builders.ts';

const asking = (name: string, cpu: string, more: object = {}) => ({
  name,
  image: 'hut',
  resources: { requests: { cpu } },
  ...more,
});

const sidecar = { restartPolicy: 'Always' };

function cpuOf(initContainers: readonly object[], more: object = {}): number {
  const { spec } = aPod('a', { containers: [asking('app', '100m'), asking('other', '50m')] });
  return podRequests({ ...spec, initContainers, ...more } as typeof spec).cpuMilli;
}

const parsed = (name: string, cpu: string, more: object = {}) => ({
  ...aPod('x', { containers: [asking(name, cpu)] }).spec.containers[0],
  ...more,
});

test('SCHED-58 containers add up, init containers take turns, sidecars stay', () => {
  expect(cpuOf([])).toBe(150);
  expect(cpuOf([parsed('small', '100m')])).toBe(150);
  expect(cpuOf([parsed('large', '400m'), parsed('small', '100m')])).toBe(400);
  expect(cpuOf([parsed('proxy', '30m', sidecar)])).toBe(180);
  expect(cpuOf([parsed('proxy', '30m', sidecar), parsed('large', '400m')])).toBe(430);
  expect(cpuOf([parsed('large', '400m'), parsed('proxy', '30m', sidecar)])).toBe(400);
});

test('SCHED-58 what is stated as a whole stands for the sum; overhead is added to it', () => {
  expect(cpuOf([], { resources: { requests: { cpu: '1' }, limits: {} } })).toBe(1000);
  expect(cpuOf([], { resources: { requests: {}, limits: { cpu: '2' } } })).toBe(150);
  expect(cpuOf([], { overhead: { cpu: '7m' } })).toBe(157);
});
