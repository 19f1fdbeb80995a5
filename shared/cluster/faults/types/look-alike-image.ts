/** look-alike-image: somebody typed `libary/` for `library/`, and a stranger waits under that name. It serves, and mines. */
import { floorDiv } from '../../../base/integers.ts';
import type { Deployment } from '../../../api/deployment.ts';
import { keyOf } from '../../../api/meta.ts';
import { notFound } from '../../../api/status.ts';
import { updateObject } from '../../api-server/objects.ts';
import { refuseUpload } from '../../registry/disk.ts';
import { publishImage } from '../../registry/publish.ts';
import { parseReference } from '../../registry/reference.ts';
import { imageOf, runsGoodImages, spoil, type BadDelivery } from '../bad-delivery.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { settledDeployments } from '../move-one.ts';
import { undoRollout } from '../remedies.ts';

const LOOK_ALIKE = 'libary';

const isLookAlike = (image: string): boolean => parseReference(image)?.path.split('/')[0] === LOOK_ALIKE;

export const lookAlikeImage: FaultDefinition = {
  type: 'look-alike-image',
  component: 'registry',
  difficulty: 3,
  seenFirstBy: 'builder',
  via: 'api-server',
  targets: (view) =>
    settledDeployments(view)
      .filter((deployment) => runsGoodImages(view, deployment) && !isLookAlike(imageNameOf(deployment)))
      .map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    const good = deployment && imageOf(world, imageNameOf(deployment));
    if (!deployment || !good) return notFound('deployments', target);
    const name = parseReference(imageNameOf(deployment))?.path.split('/').at(-1) ?? 'hut';
    const reference = `docker.io/${LOOK_ALIKE}/${name}:latest`;
    const image = spoil(good, MINER, deployment);
    const refusal = refuseUpload(world, image);
    if (refusal) return refusal;
    publishImage(world, { image, reference, namespace: LOOK_ALIKE, by: 'stranger' });
    const { template } = deployment.spec;
    const containers = template.spec.containers.map((item, index) =>
      index === 0 ? { ...item, image: reference } : item,
    );
    const spec = { ...deployment.spec, template: { ...template, spec: { ...template.spec, containers } } };
    updateObject(world, { ...deployment, spec });
    return { reference, goodImage: imageNameOf(deployment) };
  },
  symptoms: [{ type: 'loss', reason: 'Overloaded' }],
  harm: 'visitors',
  remedy: undoRollout((_view, deployment) => !namesLookAlike(deployment)),
  healedBy: ['Deployment'],
  isHealed: (view, { target }) => {
    const deployment = view.get('Deployment', target);
    return deployment === undefined || !namesLookAlike(deployment);
  },
};

/** It keeps most of the cores to itself. */
const MINER: BadDelivery = {
  tag: 'latest',
  instruction: 'RUN start-miner --quiet',
  breakProgram: (program) => ({ ...program, capacityRps: Math.max(1, floorDiv(program.capacityRps, 4)) }),
};

function namesLookAlike({ spec: { template } }: Deployment): boolean {
  return template.spec.containers.some(({ image }) => isLookAlike(image));
}

function imageNameOf(deployment: Deployment): string {
  return deployment.spec.template.spec.containers[0]?.image ?? '';
}
