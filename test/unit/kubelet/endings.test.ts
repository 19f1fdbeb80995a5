import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { crashMachine } from '../../../shared/cluster/runtime/failures.ts';
import { act, podOf } from '../../support/builders.ts';
import {
  aVillage,
  aVillageByHand,
  boundPod,
  containerNamed,
  deletePod,
  publishHouse,
  reasonsAbout,
} from '../../support/village.ts';

const pod = 'default/web';

describe('endings', () => {
  test('KUBELET-27 RUNTIME-15 grace is given, and then it is over', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    boundPod(world, 'web');
    tick(8);
    deletePod(world, 'web');
    tick(1);
    expect(containerNamed(world, 'web')).toMatchObject({ plannedExit: { cause: 'signal', exitCode: 143 } });
    tick(5);
    expect(world.get('Pod', pod)).toBeUndefined();
    expect(reasonsAbout(world, 'web')).toContain('Killing');
  });

  test('KUBELET-27 KUBELET-30 how a pod ended is told before it leaves the ledger', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    publishHouse(world, 'patient:1', { ignoresTerm: true, exit: { afterTicks: 12, code: 0, lastWords: '' } });
    boundPod(world, 'web', { restartPolicy: 'Never' });
    boundPod(world, 'work', { restartPolicy: 'Never', image: 'patient:1' });
    tick(8);
    const ends: string[] = [];
    world.listen(
      ({ before, after }) => {
        if (before?.kind === 'Pod' && !after) ends.push(`${before.metadata.name} ${before.status.phase}`);
      },
      ['Pod'],
    );
    for (const name of ['web', 'work']) deletePod(world, name);
    tick(30);
    expect(ends).toEqual(['web Failed', 'work Succeeded']);
  });

  test('KUBELET-27 a pod that was never admitted leaves at once', () => {
    const { world, tick } = aVillage();
    boundPod(world, 'web', { deletionTick: 0 });
    tick();
    expect(world.count('Pod')).toBe(0);
  });

  test('KUBELET-28 of namesakes on several nodes, each kubelet ends its own', () => {
    const { world, tick } = aVillageByHand({ nodes: [{ name: 'node-1' }, { name: 'node-2' }] });
    for (const node of ['node-1', 'node-2']) {
      boundPod(world, 'web', { node });
      expect(act(world, { verb: 'admitPod', pod })).toBeNull();
      world.remove('Pod', pod);
    }
    const ending = () =>
      [...world.list('Sandbox')].filter(({ killTick }) => killTick !== null).map((one) => one.nodeName);
    for (const node of ['node-2', 'node-1']) {
      const [step] = nextSteps(world, node);
      expect(step?.verb).toEqual({ verb: 'stopPod', pod, node });
      expect(step?.verb && act(world, step.verb)).toBeNull();
      expect(ending()).toContain(node);
    }
    tick(5);
    for (const node of ['node-2', 'node-1']) expect(act(world, { verb: 'removePod', pod, node })).toBeNull();
    expect(world.count('Sandbox')).toBe(0);
  });

  test('KUBELET-28 what was deleted by force is stopped and removed, and its namesake lives', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    const old = boundPod(world, 'web');
    tick(8);
    deletePod(world, 'web', 0);
    const fresh = boundPod(world, 'web');
    tick(10);
    expect(world.get('Sandbox', old.metadata.uid)).toBeUndefined();
    expect(world.get('Sandbox', fresh.metadata.uid)?.containers[0]?.state.type).toBe('running');
  });

  test('KUBELET-28 API-6 what ended on a machine that is off is gone at once, and tidied up when the machine is back', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { exit: { afterTicks: 2, code: 0, lastWords: '' } });
    boundPod(world, 'web', { restartPolicy: 'Never' });
    tick(12);
    expect(podOf(world, 'web').status.phase).toBe('Succeeded');
    crashMachine(world, 'node-1');
    deletePod(world, 'web');
    expect(world.get('Pod', pod)).toBeUndefined();
    tick(5);
    expect(world.count('Sandbox')).toBe(1);
    expect(act(world, { verb: 'reboot', node: 'node-1' })).toBeNull();
    tick(20);
    expect(world.count('Sandbox')).toBe(0);
  });

  test('KUBELET-23 images that no registry could give are tried again', () => {
    const { world, tick } = aVillage();
    boundPod(world, 'web', { image: 'Not A Name' });
    boundPod(world, 'never', { container: { imagePullPolicy: 'Never' } });
    tick(3);
    expect(containerNamed(world, 'web').state).toMatchObject({ reason: 'InvalidImageName' });
    expect(containerNamed(world, 'never').state).toMatchObject({ reason: 'ErrImageNeverPull' });
    const told = () => [...world.list('Event')].find((event) => event.reason === 'ErrImageNeverPull')?.count;
    expect(told()).toBe(1);
    tick(10);
    expect(told()).toBe(2);
  });
});
