/** What is done to a node's machine itself: it has to be there, and to have power. */
import { z } from 'zod';
import { must } from '../../base/assert.ts';
import type { Status } from '../../api/status.ts';
import type { Machine } from '../../api/world/machine.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import type { World } from '../world.ts';
import { nodeName } from './fields.ts';
import { defineVerb, type VerbDefinition } from './verb.ts';

interface MachineVerb<Name extends string> extends Pick<VerbDefinition<never>, 'door'> {
  readonly verb: Name;
  readonly apply: (world: World, machine: Machine) => Status | null;
}

export function machineVerb<Name extends string>({ verb, apply, ...door }: MachineVerb<Name>) {
  return defineVerb({
    ...door,
    schema: z.strictObject({ verb: z.literal(verb), node: nodeName }),
    nodeOf: (_view, { node }) => node,
    apply: (world, { node }) => refuseWithoutPower(world, node) ?? apply(world, must(world.get('Machine', node), node)),
  });
}
