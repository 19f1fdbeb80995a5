/** Applies a Service. Its address is given once and stays. */
import { keyOf } from '../../api/meta.ts';
import { isExternal, type Service } from '../../api/service.ts';
import type { Status } from '../../api/status.ts';
import type { World } from '../world.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { allocateClusterIP, clusterIpProblem } from './cluster-ip.ts';
import { invalid, invalidValue } from './invalid.ts';
import { nodePortProblems, nodePortsFor } from './node-ports.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { portErrors } from './validate-service.ts';

export function applyService(
  world: World,
  { metadata, spec }: AppliedManifest<'Service'>,
  before?: Service,
): Status | null {
  const { name } = metadata;
  const key = keyOf(metadata);
  const asked = spec.clusterIP;
  const given = before?.status.clusterIP;
  if (asked !== undefined && given !== undefined && asked !== given) {
    return invalid('Service', name, [invalidValue('clusterIpFixed', 'spec.clusterIP', asked, 'field is immutable')]);
  }
  const problem = asked === undefined ? null : clusterIpProblem(world, key, asked);
  if (asked !== undefined && problem !== null) {
    return invalid('Service', name, [invalidValue('clusterIpTaken', 'spec.clusterIP', asked, problem)]);
  }
  const refusal = invalid('Service', name, [...portErrors(spec), ...nodePortProblems(world, key, spec)]);
  if (refusal) return refusal;
  const nodePorts = isExternal(spec) ? { nodePorts: nodePortsFor(world, key, spec, before) } : {};
  updateObject(world, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: appliedMeta(world, 'Service', metadata, before?.metadata),
    spec,
    status: { clusterIP: given ?? asked ?? allocateClusterIP(world, key), ...nodePorts },
  });
  return null;
}
