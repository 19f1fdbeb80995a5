/** wrong-command: the new image names a command that is not in it. Its process cannot even begin. */
import { deliveryFault } from '../delivery-fault.ts';

/** What is said of a command that is not there. */
const NOT_FOUND = 127;

export const wrongCommand = deliveryFault({
  type: 'wrong-command',
  component: 'image',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  symptoms: [{ type: 'container', reason: 'StartError', exitCode: 128 }],
  harm: 'visitors',
  delivery: {
    tag: 'renamed',
    instruction: 'CMD ["/app/sevrer"]',
    breakProgram: (program) => ({
      ...program,
      isMissing: true,
      exit: {
        afterTicks: 0,
        code: NOT_FOUND,
        lastWords: 'exec: "/app/sevrer": stat /app/sevrer: no such file or directory',
      },
    }),
  },
  isFlawed: (_view, { isMissing }) => isMissing === true,
});
