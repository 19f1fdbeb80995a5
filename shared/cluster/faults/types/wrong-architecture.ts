/** wrong-architecture: the new image was built on another kind of machine (arm64). Here its program cannot even begin. */
import { deliveryFault } from '../delivery-fault.ts';

/** What the runtime leaves where the kernel cannot read the program. */
const FORMAT_ERROR = 255;

export const wrongArchitecture = deliveryFault({
  type: 'wrong-architecture',
  component: 'image',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  symptoms: [{ type: 'container', reason: 'Error', exitCode: 255 }],
  harm: 'visitors',
  delivery: {
    tag: 'arm64',
    instruction: 'COPY --from=build /out/arm64 /app',
    breakProgram: (program) => ({
      ...program,
      exit: { afterTicks: 0, code: FORMAT_ERROR, lastWords: `exec /app/${program.name}: exec format error` },
    }),
  },
  isFlawed: (_view, { exit }) => exit?.code === FORMAT_ERROR,
});
