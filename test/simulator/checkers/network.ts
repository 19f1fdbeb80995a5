/** Watches shared/cluster/network/SPEC.md: rules, gates and names. */
import { RULES_IN_TOUCH } from '../../../shared/api/world/network.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { hasAddress } from '../../../shared/api/service.ts';
import { followsRules } from '../../../shared/api/world/machine.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';
import { lasting } from './lasting.ts';

const ruledServices = (view: View) =>
  [...view.list('Service')].filter(hasAddress).map(({ metadata }) => keyOf(metadata));

/** Services that have an address and no rules, or rules and no address, where no sync is to come. Each by name: seed 360175. */
function forgotten(view: View): readonly string[] {
  const rules = view.get('ProxyRules', RULES_IN_TOUCH);
  if (rules?.syncTick !== null) return [];
  const ruled = new Set(Object.keys(rules.services));
  const wanted = new Set(ruledServices(view));
  return [...[...wanted].filter((key) => !ruled.has(key)), ...[...ruled].filter((key) => !wanted.has(key))];
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
      lasting(view, 'NET-2', forgotten(view)).map((key) => `the rules of ${key} lag, and nothing is to sync`),
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
