/**
 * deaf-to-term: the new image begins its program through a shell that does not hand on SIGTERM. It serves well, and each
 * farewell takes the whole time of grace and ends with SIGKILL.
 */
import type { Fault } from '../../../api/world/fault.ts';
import type { View } from '../../../store/store.ts';
import { SIGKILL_EXIT } from '../../runtime/planned-exit.ts';
import { podsMatching } from '../../api-server/select-pods.ts';
import { deliveryFault } from '../delivery-fault.ts';

export const deafToTerm = deliveryFault({
  type: 'deaf-to-term',
  component: 'image',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  symptoms: [{ type: 'gauge', name: 'waitsForKill', shows: someWaitForKill }],
  harm: someWaitForKill,
  delivery: {
    tag: 'wrapped',
    instruction: 'ENTRYPOINT prepare-tables && serve',
    breakProgram: (program) => ({ ...program, ignoresTerm: true }),
  },
  isFlawed: (_view, { ignoresTerm }) => ignoresTerm === true,
});

/** A pod of it was told to end, still runs, and will until SIGKILL comes. */
function someWaitForKill(view: View, { target }: Fault): boolean {
  const deployment = view.get('Deployment', target);
  if (!deployment) return false;
  const { metadata, spec } = deployment;
  return podsMatching(view, metadata.namespace, spec.selector).some((pod) =>
    (view.get('Sandbox', pod.metadata.uid)?.containers ?? []).some(
      ({ state, plannedExit }) =>
        state.type === 'running' && plannedExit?.cause === 'signal' && plannedExit.exitCode === SIGKILL_EXIT,
    ),
  );
}
