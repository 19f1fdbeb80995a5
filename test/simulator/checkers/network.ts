/** Watches shared/cluster/network/SPEC.md: rules, gates and names. */
import { RULES_IN_TOUCH } from '../../../shared/api/world/network.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { hasAddress } from '../../../shared/api/service.ts';
import { followsRules } from '../../../shared/api/world/machine.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import { isEqual } from '../../../shared/base/equal.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';
import { lasting } from './lasting.ts';

const ruledServices = (view: View) =>
  [...view.list('Service')].filter(hasAddress).map(({ metadata }) => keyOf(metadata));

/** The rules name other Services than those that have an address, and no sync is to come. */
function hasForgotten(view: View): boolean {
  const rules = view.get('ProxyRules', RULES_IN_TOUCH);
  return (
    rules !== undefined &&
    rules.syncTick === null &&
    !isEqual(Object.keys(rules.services).sort(), ruledServices(view).sort())
  );
}

export const network = [
  invariant('NET-1', {
    *whole(view) {
      for (const { key, services } of view.list('ProxyRules')) {
        for (const [service, backends] of Object.entries(services)) {
          if (new Set(backends.map(({ podUid }) => podUid)).size !== backends.length)
            yield `the rules ${key} for ${service} name a pod twice`;
        }
      }
    },
  }),
  invariant('NET-2', {
    object: {
      ProxyRules: ({ key, syncTick }, view) =>
        unless(
          syncTick === null || (syncTick > view.tick && syncTick <= view.tick + settingsOf(view).proxySyncTicks),
          () => `the rules ${key} sync at ${syncTick}, now ${view.tick}`,
        ),
    },
    whole: (view) =>
      lasting(view, 'NET-2', hasForgotten(view) ? ['the rules in touch'] : []).map(
        (what) => `${what} lag, and nothing is to sync`,
      ),
  }),
  invariant('NET-3', {
    *whole(view) {
      for (const { key } of view.list('ProxyRules')) {
        if (key !== RULES_IN_TOUCH && followsRules(view.get('Machine', key)))
          yield `${key} has a proxy that hears of changes, and rules of its own`;
      }
    },
  }),
  invariant('NET-6', {
    object: {
      Traffic: ({ key, lostRps }, view) => {
        const isDark = (name: string) => view.get('Machine', name)?.power !== 'on';
        const backends = [...view.list('ProxyRules')].flatMap(({ services }) => services[key] ?? []);
        const hasDark =
          [...view.list('Machine')].some(({ power }) => power !== 'on') ||
          backends.some(({ nodeName }) => isDark(nodeName));
        return unless(
          lostRps.NoRouteToHost === undefined || hasDark,
          () => `${key}: a cut link stops visitors, though every machine has power`,
        );
      },
    },
  }),
];
