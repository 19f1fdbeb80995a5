/** Applies a Deployment. */
import type { Deployment, DeploymentStatus } from '../../api/deployment.ts';
import type { Container, PodTemplate } from '../../api/pod.ts';
import type { Status } from '../../api/status.ts';
import type { World } from '../world.ts';
import { invalid } from './invalid.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { defaultTemplate } from './pod-defaults.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { validateDeployment } from './validate-deployment.ts';

const NOTHING_YET: DeploymentStatus = {
  observedGeneration: 0,
  replicas: 0,
  updatedReplicas: 0,
  readyReplicas: 0,
  availableReplicas: 0,
  unavailableReplicas: 0,
  conditions: [],
};

export function applyDeployment(
  world: World,
  { metadata, spec: written }: AppliedManifest<'Deployment'>,
  before?: Deployment,
): Status | null {
  const refusal = invalid('Deployment', metadata.name, validateDeployment(written, before));
  if (refusal) return refusal;
  const template = defaultTemplate(
    before ? keepPullPolicies(written.template, before.spec.template) : written.template,
  );
  updateObject(world, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: appliedMeta(world, 'Deployment', metadata, before?.metadata),
    spec: { ...written, template },
    status: before?.status ?? NOTHING_YET,
  });
  return null;
}

/** What a manifest leaves out stays as it is: a default of yesterday outlives a new tag. */
export function keepPullPolicies<T extends Pick<PodTemplate, 'spec'>>(
  written: T,
  before: Pick<PodTemplate, 'spec'>,
): T {
  const keep = (container: Container): Container => {
    const known = [...before.spec.containers, ...before.spec.initContainers];
    const old = known.find((candidate) => candidate.name === container.name);
    const imagePullPolicy = container.imagePullPolicy ?? old?.imagePullPolicy;
    return imagePullPolicy === undefined ? container : { ...container, imagePullPolicy };
  };
  const { containers, initContainers } = written.spec;
  const kept = { containers: containers.map(keep), initContainers: initContainers.map(keep) };
  return { ...written, spec: { ...written.spec, ...kept } };
}
