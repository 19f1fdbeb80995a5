/**
 * A bad delivery: somebody built on a deployment's own image, broke it, pushed it under a tag of the team's own repository,
 * and rolled the deployment to it. The shelves still hold the good one.
 */
import { digestOfText } from '../../base/sha256.ts';
import type { Container } from '../../api/container.ts';
import { isSystemKey } from '../../api/system.ts';
import type { Deployment } from '../../api/deployment.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import type { Image, Program } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { updateObject } from '../api-server/objects.ts';
import { hasOwnCommand, programFor } from '../runtime/container-program.ts';
import { refuseUpload } from '../registry/disk.ts';
import { makeImage } from '../registry/manifest.ts';
import { publishImage } from '../registry/publish.ts';
import { parseReference, resolveReference } from '../registry/reference.ts';
import { settingsOf, type World } from '../world.ts';
import type { FaultMemory } from './fault-type.ts';

export interface BadDelivery {
  /** First part of the tag. */
  readonly tag: string;
  /** The instruction that did the harm, as the layer's history shows it. */
  readonly instruction: string;
  readonly breakProgram: (program: Program, deployment: Deployment) => Program;
  /** What the same delivery changes beside the image. */
  readonly changeContainer?: (container: Container) => Container;
}

const same = (container: Container): Container => container;

/** What the careless change weighs. Ours. */
const CHANGE_BYTES = 1024;

export function deliver(world: World, target: string, delivery: BadDelivery): FaultMemory | Status {
  const deployment = world.get('Deployment', target);
  const container = deployment?.spec.template.spec.containers[0];
  if (!deployment || !container) return notFound('deployments', target);
  const good = imageOf(world, container.image);
  const reference = parseReference(container.image);
  if (!good || !reference) {
    return failure('BadRequest', 'noImageToSpoil', `no image "${container.image}" in the registry`, {
      image: container.image,
    });
  }
  const { registryNamespace: namespace } = settingsOf(world);
  const repository = `${reference.domain}/${namespace}/${reference.path.split('/').at(-1)}`;
  const tagged = `${repository}:${freeTag(world, repository, delivery.tag)}`;
  const image = spoil(good, delivery, deployment);
  const refusal = refuseUpload(world, image);
  if (refusal) return refusal;
  publishImage(world, { image, reference: tagged, namespace, by: 'delivery' });
  const containers = deployment.spec.template.spec.containers.map((item, index) =>
    index === 0 ? (delivery.changeContainer ?? same)({ ...item, image: tagged }) : item,
  );
  const template = { ...deployment.spec.template, spec: { ...deployment.spec.template.spec, containers } };
  updateObject(world, { ...deployment, spec: { ...deployment.spec, template } });
  return { goodImage: container.image, badImage: tagged };
}

/** Where a delivery could go wrong: deployments whose image the registry has and which is not spoilt already. */
export function deliveryTargets(view: View): readonly string[] {
  return view.keys('Deployment').filter((key) => {
    // The cluster's own staff is nobody's delivery.
    if (isSystemKey(key)) return false;
    const deployment = view.get('Deployment', key);
    return deployment !== undefined && deployment.spec.replicas > 0 && runsGoodImages(view, deployment);
  });
}

/** Sound, and each runs as its image was built. */
export function runsGoodImages(view: View, deployment: Deployment): boolean {
  return runsSoundly(view, deployment) && !deployment.spec.template.spec.containers.some(hasOwnCommand);
}

/** Every container's image is known, and what it runs does not end by itself, leak or flood its log. */
export function runsSoundly(view: View, deployment: Deployment): boolean {
  return deployment.spec.template.spec.containers.every((container) => {
    const program = programIn(view, container);
    return (
      program !== undefined && program.exit === null && program.leakBytesPerTick === 0 && !program.logsBytesPerTick
    );
  });
}

export function imageOf(view: View, reference: string): Image | undefined {
  const digest = resolveReference(view, reference);
  return digest === undefined ? undefined : view.get('Image', digest);
}

/** What a container of a template would run; undefined where its image is not known. */
export function programIn(view: View, container: Container): Program | undefined {
  const image = imageOf(view, container.image);
  return image && programFor(image, container);
}

export function spoil(
  { style, layers, config }: Image,
  { instruction, breakProgram }: BadDelivery,
  deployment: Deployment,
): Image {
  const harm = { digest: digestOfText(`layer ${instruction}`), bytes: CHANGE_BYTES, createdBy: instruction };
  const program = breakProgram(config.program, deployment);
  const programs = { ...config.programs, [config.program.name]: program, [program.name]: program };
  return makeImage({ style, layers: [...layers, harm], config: { ...config, program, programs } });
}

function freeTag(view: View, repository: string, tag: string): string {
  for (let number = 1; ; number += 1) {
    if (!view.get('Tag', `${repository}:${tag}-${number}`)) return `${tag}-${number}`;
  }
}
