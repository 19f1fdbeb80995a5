/**
 * dns-outage: somebody scales the name server down to nothing. Who asked within half a minute remembers; then calls by
 * name fail. Healed when it has pods again, and names are found.
 */
import { must } from '../../../base/assert.ts';
import { RULES_IN_TOUCH } from '../../../api/world/network.ts';
import { DNS_DEPLOYMENT, DNS_SERVICE } from '../../../api/system.ts';
import { updateObject } from '../../api-server/objects.ts';
import { nameServerOf, pathFrom } from '../../network/names.ts';
import type { View } from '../../../store/store.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder, installAgain } from '../remedies.ts';

const replicasOf = (view: View): number => view.get('Deployment', DNS_DEPLOYMENT)?.spec.replicas ?? 0;
const areNamesFound = (view: View): boolean => pathFrom(nameServerOf(view), RULES_IN_TOUCH).isReached;

export const dnsOutage: FaultDefinition = {
  type: 'dns-outage',
  component: 'network',
  difficulty: 3,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => (replicasOf(view) > 0 && areNamesFound(view) ? [DNS_DEPLOYMENT] : []),
  begin: (world) => {
    const deployment = must(world.get('Deployment', DNS_DEPLOYMENT), DNS_DEPLOYMENT);
    updateObject(world, { ...deployment, spec: { ...deployment.spec, replicas: 0 } });
    return { replicas: deployment.spec.replicas };
  },
  symptoms: [{ type: 'loss', reason: 'NameNotFound' }],
  harm: 'visitors',
  // Once it is to have pods again, names are found as soon as one of them finds a place.
  remedy: (view, { target, memory }) => {
    if (!view.get('Deployment', target) || !view.get('Service', DNS_SERVICE)) return installAgain('coredns');
    const replicas = Number(memory['replicas']);
    return replicasOf(view) > 0 ? [] : [byBuilder({ verb: 'scale', deployment: target, replicas })];
  },
  healedBy: ['Deployment', 'NameServer'],
  isHealed: (view) => replicasOf(view) > 0 && areNamesFound(view),
};
