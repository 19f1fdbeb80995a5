/**
 * collector-down: a node's Fluentd hangs on a broken chunk: it runs, and reads nothing. Houses go on; their last words
 * are lost with them. Healed when another run of it reads: its pod deleted, its container restarted, its machine booted.
 */
import { FLUENTD_DAEMON_SET } from '../../../api/system.ts';
import { must } from '../../../base/assert.ts';
import { collectingRuns, collectorOf, stopped } from '../../logging/collector.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { bySteward, installAgain } from '../remedies.ts';

export const collectorDown: FaultDefinition = {
  type: 'collector-down',
  component: 'logging',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) =>
    view
      .keys('Machine')
      .filter((name) => collectorOf(view, name).state === 'running' && collectingRuns(view, name).length > 0),
  begin: (world, target) => {
    const run = must(collectingRuns(world, target)[0], `collector of ${target}`);
    world.put({ ...stopped(world, collectorOf(world, target)), stuck: run });
    return {};
  },
  symptoms: [
    {
      type: 'gauge',
      name: 'collectorDown',
      shows: (view, { target }) => collectorOf(view, target).state !== 'running',
    },
  ],
  harm: (view, { target }) => collectorOf(view, target).state !== 'running',
  remedy: (view, { target }) => {
    if (!view.get('DaemonSet', FLUENTD_DAEMON_SET)) return installAgain('fluentd');
    return collectingRuns(view, target).flatMap(({ podUid }) => {
      const key = view.get('Sandbox', podUid)?.podKey;
      return key === undefined ? [] : [bySteward({ verb: 'delete', kind: 'Pod', key })];
    });
  },
  healedBy: ['LogCollector', 'Machine'],
  // A machine that is given back takes its collector along.
  isHealed: (view, { target }) =>
    view.get('Machine', target) === undefined || collectorOf(view, target).state === 'running',
};
