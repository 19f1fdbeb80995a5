/** Watches what the cluster runs for itself: nobody collects or answers without a pod that does it. */
import { DNS_ADDRESS } from '../../../shared/api/system.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { RULES_IN_TOUCH } from '../../../shared/api/world/network.ts';
import { meaningOf } from '../../../shared/cluster/network/names.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';
import { lasting } from './lasting.ts';

/** A container of this program runs in the cluster's own district, on this node or on any. */
function runs(view: View, program: string, node?: string): boolean {
  return [...view.list('Sandbox')].some(
    ({ podKey, nodeName, containers }) =>
      podKey.startsWith('kube-system/') &&
      (node ?? nodeName) === nodeName &&
      view.get('Machine', nodeName)?.power === 'on' &&
      containers.some(
        ({ state, imageDigest }) =>
          state.type === 'running' && view.get('Image', imageDigest ?? '')?.config.program.name === program,
      ),
  );
}

export const addons = [
  invariant('LOG-10', {
    whole: (view) =>
      lasting(
        view,
        'LOG-10',
        [...view.list('LogCollector')]
          .filter(({ key, state }) => state === 'running' && !runs(view, 'fluentd', key))
          .map(({ key }) => key),
      ).map((node) => `logs of ${node} are collected, and no Fluentd runs there`),
  }),
  invariant('DNS-5', {
    whole: (view) => {
      const answered = view.get('NameServer', 'dns')?.paths[RULES_IN_TOUCH]?.isReached === true;
      const names = answered && !runs(view, 'coredns') ? ['the name server'] : [];
      return lasting(view, 'DNS-5', names).map((name) => `${name} answers, and no CoreDNS runs`);
    },
  }),
  invariant('DNS-1', {
    // Every Service is known by its name, or is about to be.
    whole: (view) =>
      lasting(
        view,
        'DNS-1',
        [...view.list('Service')]
          .map((service) => [keyOf(service.metadata), meaningOf(service)] as const)
          .filter(([key, address]) => view.get('NameServer', 'dns')?.records[key]?.address !== address)
          .filter(() => view.count('Sight') === 0)
          .map(([key]) => key),
      ).map((key) => `the name of ${key} is not the Service's`),
  }),
  invariant('DNS-7', {
    object: {
      // Who asks for it while it is free may have it. Seed 405366.
      Service: ({ metadata, spec, status }) =>
        unless(
          status.clusterIP !== DNS_ADDRESS ||
            spec.clusterIP === DNS_ADDRESS ||
            `${metadata.namespace}/${metadata.name}` === 'kube-system/kube-dns',
          () => `${metadata.name} has the address of cluster DNS`,
        ),
    },
  }),
];
