/** forgotten-taint: a sign "closed for works" (NoExecute) still hangs in a village. Everybody has to leave, nobody may come. */
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { updateObject } from '../../api-server/objects.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { bySteward } from '../remedies.ts';

const SIGN = { key: 'podville.io/works', value: 'true', effect: 'NoExecute' } as const;

export const forgottenTaint: FaultDefinition = {
  type: 'forgotten-taint',
  component: 'scheduler',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => view.keys('Node').filter((name) => !hangs(view, name) && view.by('podsByNode', name).length > 0),
  begin: (world, target) => {
    const node = world.get('Node', target);
    if (!node) return notFound('nodes', target);
    const taints = [...node.spec.taints, { ...SIGN, addedTick: world.tick }];
    updateObject(world, { ...node, spec: { ...node.spec, taints } });
    return {};
  },
  symptoms: [{ type: 'event', reason: 'TaintManagerEviction' }],
  harm: 'visitors',
  remedy: (_view, { target }) => [bySteward({ verb: 'untaintNode', node: target, key: SIGN.key, effect: SIGN.effect })],
  healedBy: ['Node'],
  isHealed: (view, { target }) => !hangs(view, target),
};

function hangs(view: View, name: string): boolean {
  const taints = view.get('Node', name)?.spec.taints ?? [];
  return taints.some(({ key, effect }) => key === SIGN.key && effect === SIGN.effect);
}
