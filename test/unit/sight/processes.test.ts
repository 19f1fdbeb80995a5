import { describe, expect, test } from 'vitest';
import { LOOPS } from '../../../shared/cluster/loops.ts';
import { aDeployment, aService, aSetup, run, startedSimulation } from '../../support/builders.ts';

describe('processes', () => {
  test('SIGHT-1 each control loop runs in a process for each of its keys, and each kubelet minds its own node', () => {
    const manifests = [aDeployment('hut', { replicas: 3 }), aService('hut')];
    const { store } = run(startedSimulation(aSetup({ nodes: 2, manifests })), 40);
    const seen = new Set<string | null>();
    for (const loop of LOOPS) {
      for (const key of loop.keys(store)) {
        const process = loop.process(key, store);
        seen.add(process);
        if (loop.type === 'control') expect([loop.name, process]).not.toEqual([loop.name, null]);
      }
    }
    expect([...seen].filter((process) => process !== null).sort()).toEqual([
      'controller-manager',
      'coredns',
      'kube-apiserver',
      'kube-proxy',
      'kubelet/node-1',
      'kubelet/node-2',
      'scheduler',
    ]);
  });
});
