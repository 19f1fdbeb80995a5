/** configureKubelet: writes a kubelet's configuration file (KubeletConfiguration), and starts it with that. What the file leaves out has its default. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { kubeletSettings } from '../../api/world/kubelet-settings.ts';
import { isEqual } from '../../base/equal.ts';
import { must } from '../../base/assert.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { startKubelet } from '../kubelet/restart.ts';
import { kubeletProblem, kubeletSettingsOf } from '../kubelet/settings.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const configureKubelet = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('configureKubelet'), node: nodeName, config: kubeletSettings }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node, config }) => {
    const refusal = refuseWithoutPower(world, node);
    if (refusal) return refusal;
    const problem = kubeletProblem(config);
    if (problem !== null) {
      return failure('Invalid', 'kubeletConfigInvalid', `invalid configuration: ${problem}`, { node, problem });
    }
    if (isEqual(config, kubeletSettingsOf(world, node))) {
      return failure('Conflict', 'kubeletConfigSame', `the kubelet of "${node}" runs with this`, { node });
    }
    startKubelet(world, { ...must(world.get('Machine', node), node), kubelet: config });
    return null;
  },
});
