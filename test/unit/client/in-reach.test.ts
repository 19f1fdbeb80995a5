// Whatever the simulation can do, some player can press: each verb of a role, and each that a fault's remedy names.
import { expect, test } from 'vitest';
import { TEXTS } from '../../../client/i18n/texts.ts';
import { DELETED_KINDS } from '../../../client/panels/objects/delete-object.tsx';
import { controlLoopNamed } from '../../../client/panels/planned.ts';
import { WORK_LISTS } from '../../../client/panels/steward/work-lists.ts';
import { ROLE_VERBS } from '../../../shared/cluster/api-server/authorization.ts';
import { targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { FAULTS, faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { VERBS, type VerbName } from '../../../shared/cluster/verbs/table.ts';
import { must } from '../../../shared/base/assert.ts';
import { readSources, walk, type SourceFile, type SyntaxNode } from '../../architecture/source.ts';
import { act, storedPod } from '../../support/builders.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';
import { aVillage, publishHouse } from '../../support/village.ts';

/** Nobody writes these by hand in a panel: the loop plans them, and the panel offers what it plans. */
const BY_PLAN: Readonly<Partial<Record<VerbName, string>>> = {
  autoscale: 'hpa',
  collect: 'garbage-collector',
  createJob: 'cron-job',
  createPod: 'stateful-set',
  createPods: 'replicaset',
  createReplicaSet: 'deployment',
  markNode: 'node-lifecycle',
  renewPod: 'kubelet',
};

/** The texts that a value may be: `'a'`, or `isOne ? 'a' : 'b'`. */
function literalsOf(value: SyntaxNode): readonly string[] {
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? [value['value']] : [];
  if (value.type !== 'ConditionalExpression') return [];
  return [value['consequent'], value['alternate']].flatMap((one) => literalsOf(one as SyntaxNode));
}

/** Verbs that a panel makes: objects with a field `verb`. A verb that it only compares with is none. */
function madeIn(files: readonly SourceFile[]): ReadonlySet<string> {
  const made = new Set<string>();
  for (const file of files) {
    walk(file, (node, parent) => {
      if (node.type !== 'Property' || parent?.type !== 'ObjectExpression') return;
      if ((node['key'] as SyntaxNode)['name'] !== 'verb') return;
      for (const verb of literalsOf(node['value'] as SyntaxNode)) made.add(verb);
    });
  }
  return made;
}

const MADE = madeIn(readSources('client/panels'));
const ALL = Object.keys(VERBS) as VerbName[];

test('PANEL-35 every verb is some role’s, and stands on a button of some panel: by hand or out of a plan', () => {
  expect(MADE.size).toBeGreaterThan(50);
  const ofRoles = new Set(Object.values(ROLE_VERBS).flat());
  expect(ALL.filter((verb) => !ofRoles.has(verb))).toEqual([]);
  expect(ALL.filter((verb) => !MADE.has(verb) && BY_PLAN[verb] === undefined)).toEqual([]);
  // What has a button of its own needs no plan.
  expect(ALL.filter((verb) => MADE.has(verb) && BY_PLAN[verb] !== undefined)).toEqual([]);
});

test('PANEL-35 what only a plan offers is planned by a loop that a panel lists', () => {
  const listed = new Set<string>(WORK_LISTS.flatMap(({ loops }) => loops));
  const planned = madeIn([...readSources('shared/cluster/controllers'), ...readSources('shared/cluster/kubelet')]);
  for (const [verb, loop] of Object.entries(BY_PLAN)) {
    expect(controlLoopNamed(loop), loop).toBeDefined();
    if (loop !== 'kubelet') expect(listed, loop).toContain(loop);
    expect(planned).toContain(verb);
  }
});

test('PANEL-35 the village head’s panel has the step of a yard that is to be made anew', () => {
  const { world, tick } = aVillage();
  publishHouse(world, 'house:1');
  storedPod(world, 'web', { node: 'node-1', image: 'house:1' });
  tick(8);
  world.put({ kind: 'Seat', key: 'kubelet/node-1', role: 'kubelet', holder: 'ann', connected: true });
  world.put({ kind: 'LoopSwitch', key: 'kubelet/node-1', seat: 'kubelet/node-1', mode: 'hand' });
  act(world, { verb: 'reboot', node: 'node-1' });
  tick(8);
  expect(nextSteps(world, 'node-1').map(({ verb }) => verb?.verb)).toContain('renewPod');
});

test.each(FAULTS.map(({ type }) => type))('PANEL-35 the remedy of %s is in reach of the seat that it names', (type) => {
  const simulation = faultTown();
  const { store } = simulation;
  const possible = targetsOf(store, type);
  const target = possible.find((key) => key === 'default/shop') ?? must(possible[0], type);
  simulation.apply(['e', { type: 'faultBegan', fault: type, target }]);
  const { remedy, endTick } = faultNamed(type);
  const steps = remedy(store, latestFault(store, type));
  // Only time helps against some.
  if (endTick === undefined) expect(steps).not.toEqual([]);
  for (const { seat, verb } of steps) {
    expect(MADE, verb.verb).toContain(verb.verb);
    const role = seat.startsWith('kubelet/') ? 'kubelet' : (seat as keyof typeof ROLE_VERBS);
    expect(ROLE_VERBS[role], `${seat} ${verb.verb}`).toContain(verb.verb);
    if (verb.verb === 'delete') expect(DELETED_KINDS).toContain(verb.kind);
    for (const language of ['en', 'zh'] as const) expect(Object.keys(TEXTS[language])).toContain(`verb.${verb.verb}`);
  }
});

test('PANEL-35 a verb that no panel makes is found', () => {
  const text = `
    <VerbButton verb={{ verb: isVm ? 'startVm' : 'runContainer', host }} />;
    if (verb.verb === 'moonwalk') walk({ word: 'sing' });
    // { verb: 'fly' }
  `;
  expect([...madeIn([{ path: 'client/panels/a.tsx', text }])]).toEqual(['startVm', 'runContainer']);
});
