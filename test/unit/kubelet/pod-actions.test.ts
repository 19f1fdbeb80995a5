import { expect, test } from 'vitest';
import {
  computePodActions,
  type ActionContainer,
  type ActionPod,
} from '../../../shared/cluster/kubelet/pod-actions.ts';

const LOST = { ready: false, hasAddress: true, attempt: 0 };
const READY = { ...LOST, ready: true };

const aContainer = (latest: ActionContainer['latest'], terms: Partial<ActionContainer> = {}): ActionContainer => ({
  name: 'app',
  latest,
  isChanged: false,
  liveness: 'Success',
  startup: 'Success',
  ...terms,
});

const actionsOf = (pod: Partial<ActionPod>) =>
  computePodActions({
    restartPolicy: 'Always',
    initContainers: [],
    containers: [],
    sandbox: READY,
    isDeleting: false,
    ...pod,
  });

test('KUBELET-53 in a new yard a container whose own policy is OnFailure does not do twice what went well', () => {
  const done = { state: 'exited', exitCode: 0 } as const;
  const containers = [aContainer(done), aContainer(done, { restartPolicy: 'OnFailure' })];
  expect(actionsOf({ containers, sandbox: LOST })).toMatchObject({ createSandbox: true, startContainers: [0] });
  const onFailure = { restartPolicy: 'OnFailure', sandbox: LOST } as const;
  const always = aContainer(done, { restartPolicy: 'Always' });
  expect(actionsOf({ ...onFailure, containers: [aContainer(done), always] })).toMatchObject({ startContainers: [1] });
  expect(actionsOf({ ...onFailure, containers: [aContainer(done)] })).toMatchObject({ createSandbox: false });
});

test('KUBELET-57 an init container in no known state is begun again by its own policy, before the pod’s', () => {
  const lost = (restartPolicy: 'OnFailure' | 'Never') => [aContainer({ state: 'unknown' }, { restartPolicy })];
  expect(actionsOf({ restartPolicy: 'Never', initContainers: lost('OnFailure') })).toMatchObject({
    killPod: false,
    startInitContainers: [0],
    kill: ['app'],
  });
  expect(actionsOf({ initContainers: lost('Never') })).toMatchObject({ killPod: true, startInitContainers: [] });
});
