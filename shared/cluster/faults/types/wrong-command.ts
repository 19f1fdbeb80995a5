/** wrong-command: the new image names a command that is not in it. It ends with 127 as soon as it begins. */
import { deliveryFault } from '../delivery-fault.ts';

/** What a shell says of a command that it cannot find. */
const NOT_FOUND = 127;

export const wrongCommand = deliveryFault({
  type: 'wrong-command',
  component: 'image',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  symptoms: [{ type: 'container', reason: 'Error', exitCode: 127 }],
  harm: 'visitors',
  delivery: {
    tag: 'renamed',
    instruction: 'CMD ["/app/sevrer"]',
    breakProgram: (program) => ({
      ...program,
      exit: { afterTicks: 0, code: NOT_FOUND, lastWords: 'exec: "/app/sevrer": no such file or directory' },
    }),
  },
  isFlawed: (_view, { exit }) => exit?.code === NOT_FOUND,
});
