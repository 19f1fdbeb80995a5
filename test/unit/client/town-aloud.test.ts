/** The town for who hears it: what is said when something changes, and the mirror's lines. */
import { afterEach, describe, expect, it } from 'vitest';
import { language, loadBothLanguages, t, type Language } from '../../../client/i18n/i18n.ts';
import { listed } from '../../../client/i18n/listed.ts';
import { changesBetween } from '../../../client/town/overlay/changes-between.ts';
import { selectedItem, treeItems } from '../../../client/town/overlay/tree-items.ts';
import { deriveTown, type TownModel } from '../../../client/town/scene-model.ts';
import { VM_AND_CONTAINER } from '../../support/scenarios.ts';
import { aSetup, startedSimulation } from '../../support/builders.ts';
import { Session } from '../../support/session.ts';

await loadBothLanguages();
const first = language.value;
afterEach(() => {
  language.value = first;
});

/** The same change, said in each language. */
function saidIn(which: Language, before: TownModel, after: TownModel): readonly string[] {
  language.value = which;
  return changesBetween(before, after);
}

describe('what is said aloud', () => {
  const town = () => {
    const simulation = startedSimulation(aSetup({}));
    simulation.apply(30);
    const model = (): TownModel => deriveTown(simulation.store, null);
    const begin = (fault: string): readonly [before: TownModel, after: TownModel] => {
      const before = model();
      simulation.apply(['e', { type: 'faultBegan', fault, target: '' }]);
      simulation.apply(1);
      return [before, model()];
    };
    return { simulation, model, begin };
  };

  it('TOWN-40 says that the API server is shut, and that it is open again', () => {
    const [open, shut] = town().begin('api-server-down');
    expect(saidIn('en', open, shut)).toContain('The business hall is shut: nobody can ask for anything.');
    expect(saidIn('zh', open, shut)).toContain('营业厅关门了：谁也提不了请求。');
    expect(saidIn('en', shut, open)).toContain('The business hall is open: requests are taken.');
    expect(saidIn('zh', shut, open)).toContain('营业厅开着：请求照常受理。');
  });

  it('TOWN-40 says that the ledger is shut, that it is full, and that it takes lines again', () => {
    const [open, shut] = town().begin('etcd-quorum-lost');
    expect(saidIn('en', open, shut)).toContain('The ledger is shut: no quorum, nothing is written.');
    expect(saidIn('zh', shut, open)).toContain('账本又能记账了。');
    const { simulation, model, begin } = town();
    const [before] = begin('etcd-quota-full');
    simulation.apply(30);
    expect(saidIn('en', before, model())).toContain('The ledger is full (NOSPACE): nothing more is written.');
    expect(saidIn('zh', before, model())).toContain('账本写满了（NOSPACE）：一行也写不进去。');
  });

  it('TOWN-40 says where nobody leads, and where somebody does again', () => {
    const [led, leaderless] = town().begin('scheduler-down');
    expect(saidIn('en', led, leaderless)).toEqual(['Dispatch: nobody leads, nothing is decided.']);
    expect(saidIn('zh', led, leaderless)).toEqual(['调度室：无人领头，不会有新的决定。']);
    expect(saidIn('en', leaderless, led)).toEqual(['Dispatch: somebody leads again.']);
  });

  it('TOWN-40 says nothing where nothing changed', () => {
    const { model } = town();
    expect(changesBetween(model(), model())).toEqual([]);
  });
});

describe('hosts and their machines', () => {
  const session = Session.of(VM_AND_CONTAINER, 3);
  session.happen({ type: 'phaseChanged', phase: 'running' });
  session.verb('teacher', { verb: 'runContainer', host: 'plot-2', image: 'hut:1.0', count: 3 });
  session.tick(20);
  const before = deriveTown(session.store, null);

  it('TOWN-19 no two lines are selected, though a node is both a village and a machine on its host', () => {
    const items = treeItems(before, new Set(before.hosts.map(({ host }) => `Host/${host}`)));
    const node = { kind: 'Node', key: 'node-1' } as const;
    expect(items.filter(({ selection }) => selection?.kind === 'Node' && selection.key === node.key).length).toBe(2);
    expect(selectedItem(items, node)?.id).toBe('Node/node-1');
    expect(selectedItem(items, null)).toBeUndefined();
    expect(selectedItem(items, { kind: 'Node', key: 'nowhere' })).toBeUndefined();
  });

  it('TEXT-9 a line’s parts are divided as its language divides them, and none ends with a full stop', () => {
    session.happen({ type: 'faultBegan', fault: 'node-partition', target: 'node-1' });
    session.tick(60);
    const model = deriveTown(session.store, null);
    for (const which of ['en', 'zh'] as const) {
      language.value = which;
      const lines = treeItems(model, new Set()).map(({ text }) => text);
      const village = lines[0] ?? '';
      expect(village).toContain(listed([t('town.cut'), t('town.storm')]));
      expect(lines.filter((line) => /[.。](?:[,，]|$)/.test(line))).toEqual([]);
      expect(lines.filter((line) => (which === 'zh' ? /, / : /，/).test(line))).toEqual([]);
    }
  });

  it('TOWN-40 says that a host’s kernel fell', () => {
    session.happen({ type: 'faultBegan', fault: 'kernel-panic', target: 'plot-2' });
    session.tick();
    const after = deriveTown(session.store, null);
    expect(saidIn('en', before, after)).toContain('Host plot-2: kernel panic, all of its containers stop.');
    expect(saidIn('zh', before, after)).toContain('主机 plot-2：内核崩溃（kernel panic），它的容器全停了。');
    expect(saidIn('en', after, before)).toContain('Host plot-2: its kernel runs.');
  });
});
