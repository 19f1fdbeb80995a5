/** The shelves as they are when a session opens: the official images. */
import { digestOfText } from '../../base/sha256.ts';
import type { Image, ImageFile, Program } from '../../api/world/image.ts';
import { ENTRYPOINT, type OfficialImage } from '../build/catalogue/official-image.ts';
import { OFFICIAL_IMAGES } from '../build/catalogue/official-images.ts';
import type { World } from '../world.ts';
import { makeImage } from './manifest.ts';
import { OFFICIAL_NAMESPACE } from './reference.ts';
import { publishImage } from './publish.ts';
import { signImage } from './signatures.ts';

const OFFICIAL_PUBLISHER = 'docker';

export function seedRegistry(world: World): void {
  world.put({ kind: 'Registry', key: 'registry', available: true, sinceTick: world.tick, startDoneTick: null });
  for (const official of OFFICIAL_IMAGES) {
    const image = officialImage(official);
    const namespace = official.publisher ?? OFFICIAL_NAMESPACE;
    signImage(world, image.key, namespace, OFFICIAL_PUBLISHER);
    for (const tag of official.tags) {
      const reference = `${namespace}/${official.name}:${tag}`;
      publishImage(world, { image, reference, namespace, by: OFFICIAL_PUBLISHER });
    }
  }
}

export function officialImage({
  style,
  layers,
  program,
  port,
  healthPorts = [],
  command = [program.name],
  hasEntrypoint = false,
  stopSignal,
  tools,
  packages,
}: OfficialImage): Image {
  return makeImage({
    style,
    layers: layers.map(({ work, bytes }) => ({
      digest: digestOfText(`layer ${work}`),
      bytes,
      createdBy: `RUN ${work}`,
    })),
    config: {
      env: {},
      exposedPorts: port === null ? [] : [port, ...healthPorts],
      user: '',
      healthcheck: null,
      workdir: '/',
      labels: {},
      command,
      ...(hasEntrypoint ? { entrypoint: [ENTRYPOINT] } : {}),
      ...(stopSignal === undefined ? {} : { stopSignal }),
      ...(program.keepsAt === undefined ? {} : { volumes: [program.keepsAt] }),
      program,
      programs: { [program.name]: program },
      files: Object.fromEntries([
        ...tools.map((path) => [path, { bytes: 0, sum: digestOfText(`tool ${path}`) }]),
        ...(hasEntrypoint ? [entrypointOf(program)] : []),
      ]),
      packages,
    },
  });
}

/** Handed nothing but options, it runs the image's own program. */
function entrypointOf({ name }: Program): readonly [string, ImageFile] {
  return [`/usr/local/bin/${ENTRYPOINT}`, { bytes: 0, sum: digestOfText(`entrypoint of ${name}`), program: name }];
}
