/** forgotten-cordon: a maintenance script closed every village for new houses and never opened them again. */
import { failure } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { TEACHER } from '../../actor.ts';
import { cordon } from '../../verbs/cordon.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { moveOne, readyPodsOf, settledDeployments } from '../move-one.ts';
import { bySteward } from '../remedies.ts';

export const forgottenCordon: FaultDefinition = {
  type: 'forgotten-cordon',
  component: 'scheduler',
  difficulty: 1,
  seenFirstBy: 'scheduler',
  via: 'api-server',
  targets: (view) => (openNodes(view).length > 0 && settledDeployments(view).length > 0 ? [''] : []),
  begin: (world) => {
    const nodes = openNodes(world);
    if (nodes.length === 0) return failure('BadRequest', 'faultCannotStrike', 'no node is open', {});
    for (const node of nodes) cordon.apply(world, { verb: 'cordon', node, unschedulable: true }, TEACHER);
    moveOne(
      world,
      settledDeployments(world).flatMap((deployment) => readyPodsOf(world, deployment)),
    );
    return { nodes: nodes.join(' ') };
  },
  symptoms: [{ type: 'event', reason: 'FailedScheduling' }],
  harm: 'visitors',
  remedy: (_view, { memory }) =>
    String(memory['nodes'])
      .split(' ')
      .map((node) => bySteward({ verb: 'cordon', node, unschedulable: false })),
  healedBy: ['Node'],
  isHealed: (view, { memory }) =>
    String(memory['nodes'])
      .split(' ')
      .every((name) => view.get('Node', name)?.spec.unschedulable !== true),
};

function openNodes(view: View): readonly string[] {
  return view.keys('Node').filter((name) => view.get('Node', name)?.spec.unschedulable === false);
}
