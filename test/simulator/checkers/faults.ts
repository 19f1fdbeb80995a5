/** Watches shared/cluster/faults/SPEC.md: a fault is healed when its cause is gone, and by nothing else. */
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import type { Fault } from '../../../shared/api/world/fault.ts';
import type { PlaneComponent } from '../../../shared/api/world/plane.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';
import { lasting } from './lasting.ts';

const unnoticed = (view: View): readonly string[] =>
  [...view.list('Fault')]
    .filter((fault) => fault.healedTick === null && faultNamed(fault.type).isHealed(view, fault))
    .map(({ key }) => key);

/** While it is open its cause is there. `isOver` says so in other words than the fault's own. */
const stands = (rule: string, type: string, isOver: (view: View, fault: Fault) => boolean) => {
  const over = (view: View) =>
    [...view.list('Fault')].filter((fault) => fault.type === type && fault.healedTick === null && isOver(view, fault));
  const names = (view: View) => over(view).map(({ key }) => key);
  return invariant(rule, {
    whole: (view) =>
      lasting(view, `${rule} ${type}`, names(view)).map((key) => `${key} is open, and its cause is gone`),
  });
};

/** The ledger can be written, and far from full. */
function hasRoom(view: View): boolean {
  const etcd = view.get('Etcd', 'etcd');
  return (
    etcd !== undefined &&
    !etcd.noSpace &&
    etcd.junk === null &&
    etcd.fileBytes * 2 < settingsOf(view).plane.etcdQuotaBytes
  );
}

const isAnyRunning = (view: View, component: PlaneComponent): boolean =>
  [...view.list('PlaneProcess')].some((instance) => instance.component === component && instance.state === 'running');

/** The one that stopped runs, or, where all of them did, one leads. */
const isLedAgain =
  (component: PlaneComponent) =>
  (view: View, { target }: Fault) =>
    [...view.list('PlaneProcess')].some((instance) =>
      target === ''
        ? instance.component === component && instance.leadingSinceTick !== null
        : instance.key === target && instance.state === 'running',
    );

export const faults = [
  invariant('FAULT-1', {
    object: {
      Fault: ({ key, beganTick, healedTick }, view) =>
        unless(
          beganTick <= view.tick && (healedTick === null || (healedTick >= beganTick && healedTick <= view.tick)),
          () => `fault ${key} began at ${beganTick}, was healed at ${healedTick}`,
        ),
    },
  }),
  invariant('FAULT-2', {
    write: {
      Fault: (before, after, view) => {
        if (!before || !after || before.healedTick === after.healedTick) return null;
        if (before.healedTick !== null) return `fault ${after.key} was healed twice`;
        const isGone =
          faultNamed(after.type).isHealed(view, before) ||
          (faultNamed(after.type).endTick?.(before) ?? Infinity) <= view.tick;
        return unless(isGone, () => `fault ${after.key} was healed while its cause is there`);
      },
    },
    whole: (view) =>
      lasting(view, 'FAULT-2', unnoticed(view)).map((key) => `the cause of ${key} is gone, and nobody noticed`),
  }),
  stands('FAULT-3', 'node-crash', (view, { target }) => view.get('Machine', target)?.power === 'on'),
  stands('FAULT-4', 'node-partition', (view, { target }) => view.get('Machine', target)?.link === 'up'),
  stands('FAULT-5', 'bad-house', (view, { target }) => !view.get('Deployment', target)),
  stands('FAULT-6', 'leaking-house', (view, { target }) => !view.get('Deployment', target)),
  stands('FAULT-7', 'registry-outage', (view) => view.get('Registry', 'registry')?.available === true),
  stands('FAULT-8', 'traffic-surge', (view, { beganTick }) => view.tick > beganTick + 90),
  stands('FAULT-9', 'lost-furniture', (view, { target }) => view.get('ConfigMap', target) !== undefined),
  stands('FAULT-10', 'runtime-down', (view, { target }) => {
    const machine = view.get('Machine', target);
    return machine?.power === 'on' && machine.runtimeDownTick === undefined;
  }),
  stands('FAULT-11', 'corrupted-layer', (view, { memory }) => {
    const layer = view.get('Blob', String(memory['layer']));
    return layer !== undefined && !layer.corrupted;
  }),
  stands('FAULT-12', 'poisoned-push', (view, { target }) => !view.get('Deployment', target)),
  stands('FAULT-27', 'watch-lag', (view, { target }) => view.get('Sight', target) === undefined),
  stands('FAULT-28', 'etcd-member-down', (view, { target }) => view.get('EtcdMember', target)?.state === 'running'),
  stands('FAULT-28', 'etcd-partition', (view, { target }) => view.get('EtcdMember', target)?.link === 'up'),
  stands('FAULT-28', 'etcd-slow-disk', (view, { target }) => view.get('EtcdMember', target)?.disk === 'sound'),
  stands('FAULT-29', 'etcd-quorum-lost', (view) =>
    [...view.list('EtcdMember')].every(({ state }) => state === 'running'),
  ),
  stands('FAULT-30', 'etcd-quota-full', hasRoom),
  stands('FAULT-32', 'api-server-down', (view) => isAnyRunning(view, 'api-server')),
  stands('FAULT-33', 'api-server-overload', (view) => view.count('NoisyClient') === 0),
  stands('FAULT-36', 'unsigned-image', (view, { target }) => !view.get('Deployment', target)),
  stands('FAULT-34', 'scheduler-down', isLedAgain('scheduler')),
  stands('FAULT-34', 'controller-manager-down', isLedAgain('controller-manager')),
];
