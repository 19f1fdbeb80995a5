/** What an instruction writes into an image's configuration and that is more than an image may hold. The bounds are ours. */
import type { z } from 'zod';
import type { ImageConfig } from '../../api/world/image.ts';
import type { Instruction } from './dockerfile/instruction.ts';
import { DockerfileError, problemAt, type Problem } from './dockerfile/problem.ts';

/** Where nothing is said, the files of an image are meant. */
const WRITTEN_BY: { readonly [Field in keyof ImageConfig]?: Instruction['type'] } = {
  env: 'ENV',
  exposedPorts: 'EXPOSE',
  user: 'USER',
  healthcheck: 'HEALTHCHECK',
  workdir: 'WORKDIR',
  labels: 'LABEL',
  command: 'CMD',
  entrypoint: 'ENTRYPOINT',
  shell: 'SHELL',
  volumes: 'VOLUME',
  stopSignal: 'STOPSIGNAL',
  author: 'MAINTAINER',
  onBuild: 'ONBUILD',
};

/** In the last line that may have written it. */
export function tooLarge({ issues }: z.ZodError, instructions: readonly Instruction[]): Problem {
  const [issue] = issues;
  const field = issue?.path[1];
  const type = typeof field === 'string' && field in WRITTEN_BY ? WRITTEN_BY[field as keyof ImageConfig] : undefined;
  const name = issue?.path[2];
  const mayHave = (one: Instruction) =>
    one.type === type && (!('pairs' in one) || one.pairs.some(([key]) => key === name));
  const writer = instructions.findLast(mayHave) ?? instructions.at(-1);
  const details = { instruction: writer?.type ?? 'FROM', most: mostOf(issue) };
  const message = `${details.instruction} exceeds ${details.most}`;
  return problemAt(writer?.endLine ?? 1, new DockerfileError('dockerfileTooLarge', message, details));
}

/** A name that is too long is told one level further in. */
function mostOf(issue: z.core.$ZodIssue | undefined): number {
  if (issue?.code === 'too_big') return Number(issue.maximum);
  return issue?.code === 'invalid_key' ? mostOf(issue.issues[0]) : 0;
}
