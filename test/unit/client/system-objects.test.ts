import { afterEach, describe, expect, test } from 'vitest';
import { latestEvents } from '../../../client/game/event-list.ts';
import { fullView } from '../../../client/panels/preferences.ts';
import { isEventShown, shownKeys } from '../../../client/panels/system-objects.ts';
import { setupFor } from '../../../shared/scenarios/setup-for.ts';
import { run, startedSimulation } from '../../support/builders.ts';
import { FIRST_TOWN } from '../../support/scenarios.ts';

/** Long enough for what a cluster is installed with to be up. */
const UP_TICKS = 20;

function aStartedTown() {
  const simulation = startedSimulation(setupFor(FIRST_TOWN, { seed: 1, registryNamespace: 'solo' }));
  run(simulation, UP_TICKS);
  return simulation.store;
}

describe('the cluster’s own district', () => {
  afterEach(() => {
    fullView.value = false;
  });

  test('PANEL-27 is not listed where it is well, and is in the full view', () => {
    const store = aStartedTown();
    const ofDistrict = (keys: readonly string[]) => keys.filter((key) => key.startsWith('kube-system/'));
    expect(ofDistrict(store.keys('Pod')).length).toBeGreaterThan(0);
    for (const kind of ['Pod', 'Deployment', 'Service', 'DaemonSet'] as const)
      expect(ofDistrict(shownKeys(store, kind)), kind).toEqual([]);
    fullView.value = true;
    for (const kind of ['Pod', 'Deployment', 'Service', 'DaemonSet'] as const)
      expect(shownKeys(store, kind)).toEqual(store.keys(kind));
  });

  test('PANEL-27 is listed where it is in trouble', () => {
    const store = aStartedTown();
    const key = store.keys('Pod').find((each) => each.startsWith('kube-system/')) ?? '';
    const pod = store.get('Pod', key);
    if (!pod) throw new Error('no pod');
    store.put({ ...pod, status: { ...pod.status, conditions: [] } });
    expect(shownKeys(store, 'Pod')).toContain(key);
  });

  test('PANEL-27 says nothing in the feed while it starts: the first thing a class reads is about its own houses', () => {
    const store = aStartedTown();
    const shown = latestEvents(store, 100, false, '', isEventShown);
    expect(shown.filter(({ involvedObject }) => involvedObject.namespace === 'kube-system')).toEqual([]);
    fullView.value = true;
    expect(latestEvents(store, 100, false, '', isEventShown).length).toBeGreaterThan(shown.length);
  });
});
