/** COPY and ADD: what is carried in, from where to where. Source: buildkit instructions/parse.go. */
import type { Flags, FlagTypes } from './builder-flags.ts';
import { heredocFileOf, withoutLeadingTabs, type Heredoc } from './heredoc.ts';
import type { Add, Copy, Read } from './instruction.ts';
import { DockerfileError } from './problem.ts';
import type { Request } from './request.ts';

const COMMON: FlagTypes = { chown: 'text', chmod: 'text', link: 'switch', exclude: 'list' };
const COPY_FLAGS: FlagTypes = { from: 'text', ...COMMON, parents: 'switch' };
const ADD_FLAGS: FlagTypes = { ...COMMON, 'keep-git-dir': 'switch', checksum: 'text', unpack: 'switch' };

export function readCopy(request: Request): Read<Copy> {
  needTwo(request);
  const flags = request.flags(COPY_FLAGS);
  return { type: 'COPY', ...common(request, flags), from: flags.text('from'), parents: flags.isOn('parents') };
}

export function readAdd(request: Request): Read<Add> {
  needTwo(request);
  const flags = request.flags(ADD_FLAGS);
  const keepGitDir = flags.isOn('keep-git-dir');
  return { type: 'ADD', ...common(request, flags), checksum: flags.text('checksum'), keepGitDir };
}

function needTwo({ args, node: { instruction } }: Request): void {
  if (args.length >= 2) return;
  const message = `${instruction} requires at least two arguments, but only one was provided. Destination could not be determined`;
  throw new DockerfileError('dockerfileCopyArguments', message, { instruction });
}

function common({ args, node }: Request, flags: Flags) {
  const destination = args.at(-1) ?? '';
  if (heredocFileOf(destination)) {
    const message = `${node.instruction} cannot accept a heredoc as a destination`;
    throw new DockerfileError('dockerfileHeredocPlace', message, { instruction: node.instruction });
  }
  const sources: string[] = [];
  const contents: Heredoc[] = [];
  for (const source of args.slice(0, -1)) {
    const heredoc = heredocFileOf(source);
    if (!heredoc) sources.push(source);
    else {
      const content = node.heredocs.findLast(({ name }) => name === heredoc.name)?.content ?? '';
      contents.push({ ...heredoc, content: heredoc.chomps ? withoutLeadingTabs(content) : content });
    }
  }
  const { chown, chmod } = { chown: flags.text('chown'), chmod: flags.text('chmod') };
  return { sources, contents, destination, chown, chmod, link: flags.isOn('link'), excludes: flags.list('exclude') };
}
