// Containers that say themselves what is to run in them, as their manifests are written.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { withProgram } from '../../../shared/cluster/build/program-choice.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import { servingCapacityRps } from '../../../shared/cluster/runtime/serving.ts';
import { act, podOf } from '../../support/builders.ts';
import {
  aVillage,
  containerNamed,
  deletePod,
  messagesAbout,
  publishHouse,
  sandboxNamed,
  type Village,
} from '../../support/village.ts';

/** hut is pulled, and its container begins. */
const LONG_ENOUGH = 30;

function applied(village: Village, text: string): unknown {
  const { manifests, problems } = readManifests(text);
  expect(problems).toEqual([]);
  return manifests.map((manifest) => act(village.world, { verb: 'apply', manifest }))[0];
}

/** A pod of one container, with these lines of its own. */
const podText = (lines: string, pod = '') => `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  nodeName: node-1
  restartPolicy: Never
${pod}  containers:
    - name: app
      image: hut:1.0
${lines
  .split('\n')
  .map((line) => `      ${line}`)
  .join('\n')}
`;

function running(lines: string, pod?: string): Village {
  const village = aVillage();
  expect(applied(village, podText(lines, pod))).toBeNull();
  village.tick(LONG_ENOUGH);
  return village;
}

const stateAfter = (lines: string) => containerNamed(running(lines).world, 'web').state;

function ranTicks(state: ReturnType<typeof stateAfter>): number {
  return state.type === 'terminated' ? state.finishedTick - state.startedTick : -1;
}

const TEA = 'env: [{ name: TEA, value: oolong }]';

describe('what runs', () => {
  test('RUNTIME-50 command takes the place of ENTRYPOINT and CMD, args that of CMD', () => {
    const village = aVillage();
    publishHouse(village.world, 'house:1');
    const digest = must(village.world.get('Tag', 'docker.io/library/house:1'), 'tag').digest;
    const image = must(village.world.get('Image', digest), digest);
    const sh = { '/bin/sh': { bytes: 1, sum: 'sh' }, '/bin/echo': { bytes: 1, sum: 'echo' } };
    village.world.put({ ...image, config: { ...image.config, files: sh, entrypoint: ['sleep'], command: ['5'] } });
    const pods = { own: '', args: 'args: ["7"]', command: 'command: ["false"]' };
    for (const [name, lines] of Object.entries(pods)) {
      applied(village, podText(lines).replace('name: web', `name: ${name}`).replace('hut:1.0', 'house:1'));
    }
    village.tick(LONG_ENOUGH);
    expect(containerNamed(village.world, 'own').state.type).toBe('running');
    expect(ranTicks(containerNamed(village.world, 'args').state)).toBe(7);
    expect(containerNamed(village.world, 'command').state).toMatchObject({ exitCode: 1, reason: 'Error' });
  });

  test.each([
    ['command: ["sh", "-c", "exit 3"]', 0, 3, undefined],
    ['command: ["false"]', 0, 1, undefined],
    ['command: ["echo", "good morning"]', 0, 0, 'good morning'],
    ['args: ["/bin/sh", "-c", "touch /tmp/healthy; sleep 3; rm -f /tmp/healthy; sleep 2"]', 5, 0, undefined],
    ['command: ["sh", "-c"]\nargs: ["sleep 2; echo out of tea; exit 42"]', 2, 42, 'out of tea'],
    [
      'command: ["sh", "-c", "false || sleep 1; nothing-there && sleep 9"]',
      1,
      127,
      '/bin/sh: nothing-there: not found',
    ],
    ['command: ["sh", "-ec", "sleep 1; false; sleep 9"]', 1, 1, undefined],
    [
      'command: ["sh", "-c"]\nargs:\n  - |\n    for i in 1 2 3; do\n      sleep 1\n    done\n    exit 7',
      3,
      7,
      undefined,
    ],
    ['command: ["sh", "-c", "if true; then sleep 2; else exit 9; fi"]', 2, 0, undefined],
    ['command: ["sh", "-c", "while true; do sleep 4; exit 6; done"]', 4, 6, undefined],
    ['command: ["printenv"]\nargs: ["HOSTNAME", "KUBERNETES_PORT"]', 0, 1, 'web'],
    [`command: ["sh", "-c", "printenv TEA; echo $TEA in $HOSTNAME"]\n${TEA}`, 0, 0, 'oolong\noolong in web'],
    [`command: ["sh", "-c", "env && env A=1 echo $TEA"]\n${TEA}`, 0, 0, 'HOSTNAME=web\nTEA=oolong\noolong'],
    [`command: ["env"]\n${TEA}`, 0, 0, 'HOSTNAME=web\nTEA=oolong'],
    [
      `command: ["printf", "%s is %d%%\\\\n", "$(TEA)", "40", "$(HOSTNAME)", "1"]\n${TEA}`,
      0,
      0,
      'oolong is 40%\n$(HOSTNAME) is 1%',
    ],
    ['command: ["sleep"]', 0, 1, 'sleep: missing operand'],
    ['command: ["sleep", "$TIME"]', 0, 1, "sleep: invalid time interval '$TIME'"],
    ['command: ["sleep", "1.5", "2s"]', 3, 0, undefined],
    ['command: ["sh", "-c", "sleep $((1 + 1)) && echo done"]', 0, 0, 'done'],
    [`command: ["sh", "-c", "${':;'.repeat(1200)}"]`, 0, 1, '/bin/sh: more than 2000 steps'],
    ['command: ["sh", "-c", "echo \'"]', 0, 2, '/bin/sh: Syntax error: Unterminated quoted string'],
  ])('RUNTIME-51 RUNTIME-56 BUILD-44 %j ends as it says', (lines, ticks, exitCode, message) => {
    const state = stateAfter(lines);
    expect(state).toMatchObject({ type: 'terminated', exitCode });
    expect(ranTicks(state)).toBe(ticks);
    expect('message' in state ? state.message : undefined).toBe(message);
  });

  test.each([
    'command: ["sh", "-c", "echo hello; sleep 3600"]',
    'command: ["sh", "-c", "while true; do echo $(date); sleep 5; done"]',
    'command: ["sleep", "infinity"]',
    'command: ["sleep", "9999999"]',
    'command: ["/bin/sh", "-c", "--"]\nargs: ["while true; do sleep 30; done;"]',
    'args: ["tail", "-f", "/dev/null"]',
  ])('RUNTIME-51 BUILD-44 %j goes on', (lines) => {
    expect(stateAfter(lines).type).toBe('running');
  });

  test.each([
    ['metadata.name', 'web'],
    ['metadata.namespace', 'default'],
    ["metadata.labels['none']", undefined],
    ['spec.nodeName', 'node-1'],
    ['spec.serviceAccountName', 'default'],
  ])('RUNTIME-57 a variable comes from %s', (path, value) => {
    const lines = `command: ["sh", "-c", "echo $SELF"]\nenv: [{ name: SELF, valueFrom: { fieldRef: { fieldPath: "${path}" } } }]`;
    expect(stateAfter(lines)).toMatchObject({ exitCode: 0, ...(value === undefined ? {} : { message: value }) });
  });

  test('RUNTIME-57 a pod knows its own address and that of its node', () => {
    const variables = ['status.podIP', 'status.hostIP'].map(
      (path, index) => `{ name: V${index}, valueFrom: { fieldRef: { fieldPath: ${path} } } }`,
    );
    const { world } = running(`command: ["sh", "-c", "echo $V0 on $V1"]\nenv: [${variables.join(', ')}]`);
    const { podIP, hostIP } = podOf(world, 'web').status;
    expect(podIP).toMatch(/^10\./);
    expect(containerNamed(world, 'web').state).toMatchObject({ message: `${podIP} on ${hostIP}` });
  });

  test('RUNTIME-57 a path that no pod has is named with its line', () => {
    const lines = 'env: [{ name: SELF, valueFrom: { fieldRef: { fieldPath: status.phase } } }]';
    expect(readManifests(podText(lines)).problems).toMatchObject([{ line: 10 }]);
  });

  test('RUNTIME-56 what its image runs knows the environment of the pod, anew at each start', () => {
    const village = aVillage();
    const { world } = village;
    publishHouse(world, 'house:1');
    const digest = must(world.get('Tag', 'docker.io/library/house:1'), 'tag').digest;
    const image = must(world.get('Image', digest), digest);
    const files = { '/bin/sh': { bytes: 1, sum: 'sh' } };
    const command = ['sh', '-c', 'sleep $TIME; echo $HOSTNAME'];
    world.put({
      ...image,
      config: withProgram({ ...image.config, files, entrypoint: [], command, env: { TIME: '2' } }),
    });
    const text = (name: string, lines: string) =>
      podText(lines).replace('name: web', `name: ${name}`).replace('hut:1.0', 'house:1');
    applied(village, text('plain', ''));
    applied(village, text('slow', 'env: [{ name: TIME, value: "5" }]'));
    village.tick(LONG_ENOUGH);
    for (const [name, ticks] of [
      ['plain', 2],
      ['slow', 5],
    ] as const) {
      const { state } = containerNamed(world, name);
      expect(state).toMatchObject({ exitCode: 0, message: name });
      expect(ranTicks(state)).toBe(ticks);
    }
  });

  test('RUNTIME-51 what runs in place of a house serves nobody, and hears of no SIGTERM', () => {
    const probe = 'readinessProbe: { httpGet: { port: 8080 } }';
    const village = running(`command: ["sleep", "3600"]\n${probe}`);
    expect(podOf(village.world, 'web').status.containerStatuses[0]).toMatchObject({ ready: false });
    expect(servingCapacityRps(village.world, sandboxNamed(village.world, 'web'))).toBe(0);
    deletePod(village.world, 'web');
    village.tick(25);
    expect(containerNamed(village.world, 'web').state.type).toBe('running');
    village.tick(10);
    expect(village.world.count('Sandbox')).toBe(0);
  });
});

test('RUNTIME-52 $(NAME) is filled in from the container’s environment, $$ escapes, what is unknown stays', () => {
  const env = 'env: [{ name: WORD, value: tea }, { name: TICKS, value: "3" }]\n';
  const said = (words: string) => stateAfter(`${env}command: ["echo", ${words}]`);
  expect(said('"$(WORD) $$(WORD) $(NONE) $WORD $(PATH)"')).toMatchObject({
    message: 'tea $(WORD) $(NONE) $WORD $(PATH)',
  });
  expect(ranTicks(stateAfter(`${env}command: ["sleep", "$(TICKS)"]`))).toBe(3);
  expect(ranTicks(stateAfter(`${env}command: ["sh", "-c", "sleep $TICKS"]`))).toBe(3);
});

test('RUNTIME-52 a value of env is filled in from what stands before it, and from no name that nobody gave', () => {
  const env = `env:
  - { name: EARLY, value: "$(WORD)" }
  - { name: WORD, value: tea }
  - { name: LATE, value: "$(WORD) $$(WORD) $(EARLY) $(constructor)" }
`;
  expect(stateAfter(`${env}command: ["echo", "$(LATE)"]`)).toMatchObject({
    message: 'tea $(WORD) $(WORD) $(constructor)',
  });
});

test('RUNTIME-52 names that double one another come to an end', () => {
  const names = Array.from({ length: 40 }, (_, at) => `{ name: A${at + 1}, value: "${`$(A${at})`.repeat(100)}" }`);
  const state = stateAfter(`env: [{ name: A0, value: tea }, ${names.join(', ')}]\ncommand: ["echo", "$(A40)"]`);
  expect(state).toMatchObject({ exitCode: 0, message: expect.stringMatching(/^\$\(A39\)|^tea/) });
});

test('RUNTIME-13 a key that nobody wrote is missing, whatever it is called', () => {
  const village = aVillage();
  applied(village, '{ apiVersion: v1, kind: ConfigMap, metadata: { name: recipe }, data: { tea: green } }');
  const lines = 'env: [{ name: TEA, valueFrom: { configMapKeyRef: { name: recipe, key: constructor } } }]';
  applied(village, podText(lines));
  village.tick(LONG_ENOUGH);
  expect(containerNamed(village.world, 'web').state).toMatchObject({ reason: 'CreateContainerConfigError' });
});

describe('RUNTIME-53 a command that is not there', () => {
  test('cannot begin: StartError, code 128, in the runtime’s words', () => {
    const { world } = running('command: ["carry-tea"]');
    const words = 'exec: "carry-tea": executable file not found in $PATH';
    expect(containerNamed(world, 'web').state).toMatchObject({
      reason: 'StartError',
      exitCode: 128,
      message: expect.stringContaining(words),
    });
    expect(messagesAbout(world, 'web').find((text) => text.startsWith('Error: failed to create'))).toContain(words);
    expect(messagesAbout(world, 'web')).not.toContain('Started container app');
    expect(podOf(world, 'web').status.phase).toBe('Failed');
  });

  test('is another thing for a shell, which begins and ends with 127', () => {
    expect(stateAfter('command: ["sh", "-c", "carry-tea"]')).toMatchObject({ reason: 'Error', exitCode: 127 });
    expect(stateAfter('command: ["/bin/bash", "-c", "true"]')).toMatchObject({
      reason: 'StartError',
      message: expect.stringContaining('stat /bin/bash: no such file or directory'),
    });
  });
});

test('RUNTIME-50 a pod’s command cannot be changed', () => {
  const village = running('command: ["sleep", "100"]');
  expect(applied(village, podText('command: ["sleep", "200"]'))).toMatchObject({
    code: 422,
    key: 'invalidPodImmutable',
  });
  expect(applied(village, podText('command: ["sleep", "100"]'))).toBeNull();
});

test('RUNTIME-50 it is the same after a restart of the server', () => {
  const village = running('command: ["sh", "-c", "sleep 20; exit 5"]');
  village.restore();
  village.tick(LONG_ENOUGH);
  expect(containerNamed(village.world, 'web').state).toMatchObject({ exitCode: 5 });
});
