/** Applies a Service. Its address is given once and stays. */
import { keyOf } from '../../api/meta.ts';
import { isExternal, NO_ADDRESS, type Service, type ServiceSpec } from '../../api/service.ts';
import type { Status } from '../../api/status.ts';
import type { World } from '../world.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { allocateClusterIP, clusterIpProblem } from './cluster-ip.ts';
import { invalid, invalidValue, type FieldError } from './invalid.ts';
import { nodePortProblems, nodePortsFor } from './node-ports.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { kindErrors, portErrors } from './validate-service.ts';

const FIELD = 'spec.clusterIP';

export function applyService(
  world: World,
  { metadata, spec }: AppliedManifest<'Service'>,
  before?: Service,
): Status | null {
  const { name } = metadata;
  const key = keyOf(metadata);
  const refusal = invalid('Service', name, [
    ...kindErrors(spec),
    ...portErrors(spec),
    ...addressErrors(world, key, spec, before),
    ...nodePortProblems(world, key, spec),
  ]);
  if (refusal) return refusal;
  const nodePorts = isExternal(spec) ? { nodePorts: nodePortsFor(world, key, spec, before) } : {};
  updateObject(world, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: appliedMeta(world, 'Service', metadata, before?.metadata),
    spec,
    status: { clusterIP: addressFor(world, key, spec, before), ...nodePorts },
  });
  return null;
}

/** Given once, for as long as it is of a type that has one. */
function addressFor(world: World, key: string, { type, clusterIP }: ServiceSpec, before: Service | undefined): string {
  if (type === 'ExternalName') return '';
  return before?.status.clusterIP || clusterIP || allocateClusterIP(world, key);
}

function addressErrors(
  world: World,
  key: string,
  { clusterIP: asked }: ServiceSpec,
  before: Service | undefined,
): readonly FieldError[] {
  if (!asked) return [];
  const given = before?.status.clusterIP;
  if (given && asked !== given) return [invalidValue('clusterIpFixed', FIELD, asked, 'field is immutable')];
  const problem = asked === NO_ADDRESS ? null : clusterIpProblem(world, key, asked);
  return problem === null ? [] : [invalidValue('clusterIpTaken', FIELD, asked, problem)];
}
