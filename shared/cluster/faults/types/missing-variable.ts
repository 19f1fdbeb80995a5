/** missing-variable: the new version wants an environment variable that nobody has set, says so, and ends. */
import { environmentOf } from '../../runtime/environment.ts';
import { missingEnv } from '../../runtime/planned-exit.ts';
import { imageOf } from '../bad-delivery.ts';
import { deliveryFault } from '../delivery-fault.ts';

export const missingVariable = deliveryFault({
  type: 'missing-variable',
  component: 'config',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'container', reason: 'Error', exitCode: 1 },
    { type: 'container', reason: 'CrashLoopBackOff' },
  ],
  harm: 'visitors',
  delivery: {
    tag: 'configurable',
    instruction: 'COPY config-loader /app/config-loader',
    breakProgram: (program) => ({ ...program, requiredEnv: [...program.requiredEnv, 'WELCOME_TEXT'] }),
  },
  alsoHealedBy: ['ConfigMap', 'Secret'],
  isFlawed: (view, program, container, { metadata }) => {
    const image = imageOf(view, container.image);
    const environment = image ? environmentOf(view, `${metadata.namespace}/`, container, image) : {};
    return missingEnv(program, environment).length > 0;
  },
});
