/** Images: immutable house plans, addressed by digest; tags point at them and may move. */
import { z } from 'zod';
import type { DeepReadonly } from '../../base/freeze.ts';
import { commandWords } from '../container.ts';
import type { Advisory } from './keeper.ts';

const ticks = z.int().min(0).max(100_000);
const bytes = z
  .int()
  .min(0)
  .max(2 ** 45);
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** What the image's command does when it runs. Derived from the materials that were built in. */
const program = z.strictObject({
  name: z.string().max(100),
  /** From process start until it answers requests. */
  startTicks: ticks,
  /** Requests per second that one container serves. */
  capacityRps: z.int().min(0).max(1_000_000),
  /** CPU that it needs to serve at its full pace, and while it starts; absent: by the number of requests. */
  cpuMilli: z.int().min(1).max(256_000).optional(),
  memoryBytes: bytes,
  /** Grows by this much each tick it runs: a leak. */
  leakBytesPerTick: bytes,
  /** It writes so much into its own layer each tick: logs and scratch files. */
  writesBytesPerTick: bytes.optional(),
  /** It talks so much each tick, asked or not, on its output. */
  logsBytesPerTick: bytes.optional(),
  /** Processes that it adds each tick and never ends. */
  forksPerTick: z.int().min(0).max(100_000).optional(),
  /** Where it puts what each visitor that it serves leaves with it; absent for one that keeps nothing. */
  keepsAt: z.string().max(500).optional(),
  /** It does not listen to SIGTERM: only SIGKILL ends it. */
  ignoresTerm: z.boolean().optional(),
  /** It ends by itself this long after its start: a crash, when the code is not 0. */
  exit: z.strictObject({ afterTicks: ticks, code: z.int().min(0).max(255), lastWords: z.string().max(500) }).nullable(),
  /** What it says as soon as it runs. */
  firstWords: z.string().max(500).optional(),
  /** It does not end before each of these names is known, or somebody answers there. */
  awaits: z
    .array(z.strictObject({ service: z.string().max(253), isAnswered: z.boolean() }))
    .max(8)
    .optional(),
  /** There is no such file: nothing begins. */
  isMissing: z.literal(true).optional(),
  /** Environment variables without which it exits with code 1 at once; of several with `|` between, one will do. */
  requiredEnv: z.array(z.string().max(253)).max(16),
  /** What it says then; absent: that they are not set. */
  withoutEnv: z.string().max(500).optional(),
  /** Services that it asks, by name, for so many of its requests; without their answer it has none. */
  calls: z
    .array(z.strictObject({ service: z.string().min(1).max(253), sharePercent: z.int().min(1).max(100) }))
    .max(8)
    .optional(),
});
export type Program = DeepReadonly<z.infer<typeof program>>;

/** A file that a build can find in an image. What else the layers hold is weight alone. */
const imageFile = z.strictObject({
  bytes,
  /** Digest of its content. */
  sum: z.string().max(100),
  /** Name of the program that it is; see `programs`. */
  program: z.string().max(100).optional(),
  /** What a compiler makes of it. */
  makes: z.string().max(100).optional(),
});
export type ImageFile = DeepReadonly<z.infer<typeof imageFile>>;
const path = z.string().max(500);

const imageConfig = z.strictObject({
  env: z.record(z.string().max(253), z.string().max(4096)),
  exposedPorts: z.array(z.int().min(1).max(65535)).max(16),
  user: z.string().max(64),
  healthcheck: z.string().max(500).nullable(),
  workdir: z.string().max(500),
  labels: z.record(z.string().max(253), z.string().max(4096)),
  command: commandWords,
  /** What the command is handed to; absent: the command itself runs. */
  entrypoint: commandWords.optional(),
  /** For the shell form of commands; absent: `/bin/sh -c`. */
  shell: z.array(z.string().max(500)).max(8).optional(),
  volumes: z.array(path).max(32).optional(),
  stopSignal: z.string().max(64).optional(),
  author: z.string().max(200).optional(),
  /** Instructions for whoever builds on it. */
  onBuild: z.array(z.string().max(4096)).max(32).optional(),
  /** By path. */
  files: z.record(path, imageFile).optional(),
  /** Its bill of materials: installed packages with their versions. */
  packages: z.record(z.string().max(100), z.string().max(40)).optional(),
  /** What runs: the command's program, or one that ends with code 127 because there is no such file. */
  program,
  /** Every program that the layers hold, by name, for the command to choose from. */
  programs: z.record(z.string().max(100), program),
});
export type ImageConfig = DeepReadonly<z.infer<typeof imageConfig>>;

export const imageSchema = z.strictObject({
  kind: z.literal('Image'),
  /** Digest of the manifest. */
  key: digest,
  /** How its house is drawn; no statement of quality. */
  style: z.string().max(32),
  /** Base first; `createdBy` is the instruction that made the layer. */
  layers: z.array(z.strictObject({ digest, bytes, createdBy: z.string().max(1000) })).max(128),
  config: imageConfig,
});
export type Image = DeepReadonly<z.infer<typeof imageSchema>>;
export type ImageLayer = Image['layers'][number];

/** A name in the registry. `key` is the full reference, `docker.io/library/villa:1.0`. */
export interface Tag {
  readonly kind: 'Tag';
  readonly key: string;
  readonly digest: string;
  /** Team whose namespace it is in, or `library`. */
  readonly namespace: string;
  readonly pushedBy: string;
  readonly pushedTick: number;
}

/** A manifest that a repository holds. It stays when tags move on, so that a digest never changes its meaning. */
export interface Revision {
  readonly kind: 'Revision';
  /** `docker.io/library/villa@sha256:...` */
  readonly key: string;
  readonly digest: string;
  readonly pushedTick: number;
}

/** A name in this team's own backpack (the builders' local image store). */
export interface LocalTag {
  readonly kind: 'LocalTag';
  readonly key: string;
  readonly digest: string;
  readonly builtTick: number;
}

/** The warehouse itself. One for the whole session; each cluster holds its copy of what it knows of it. */
export interface Registry {
  readonly kind: 'Registry';
  readonly key: 'registry';
  readonly available: boolean;
  readonly sinceTick: number;
  /** When a restart that is under way ends; null when none is. */
  readonly startDoneTick: number | null;
  /** Something eats its road: no more than so much is left for all pulls together. Absent while nothing does. */
  readonly chokedBytesPerTick?: number;
  /** Weaknesses that came out since the session opened. Absent while none have. */
  readonly advisories?: readonly Advisory[];
  /** Uploads that nobody finished lie on its disk. Absent while none do. */
  readonly junkBytes?: number;
  /** Strangers behind our address have had all that it may pull, until then. Absent while they have not. */
  readonly strangersUntilTick?: number;
  /** Since then pulls are made in an account's name, and counted by it. Absent for pulls without a name. */
  readonly accountSinceTick?: number;
}

/** A layer that the registry stores. */
export interface Blob {
  readonly kind: 'Blob';
  readonly key: string;
  readonly bytes: number;
  /** A bit of it flipped: it no longer is what its digest says. Absent for a good one. */
  readonly corrupted?: true;
}
