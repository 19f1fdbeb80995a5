/** What a reader is handed: a node, with the checks that many instructions share. */
import { readFlags, type Flags, type FlagTypes } from './builder-flags.ts';
import type { CommandForm } from './instruction.ts';
import type { Node } from './nodes.ts';
import { DockerfileError } from './problem.ts';

export class Request {
  readonly node: Node;
  readonly args: readonly string[];

  constructor(node: Node) {
    this.node = node;
    this.args = node.child ? [node.child.instruction, ...node.child.args] : node.args;
  }

  flags(types: FlagTypes = {}): Flags {
    return readFlags(this.node.instruction, this.node.flags ?? [], types);
  }

  atLeastOne(): readonly string[] {
    if (this.args.length > 0) return this.args;
    const { instruction } = this.node;
    const message = `${instruction} requires at least one argument`;
    throw new DockerfileError('dockerfileNoArguments', message, { instruction });
  }

  exactlyOne(): string {
    const { instruction } = this.node;
    const [only] = this.args;
    if (only !== undefined && this.args.length === 1) return only;
    const message = `${instruction} requires exactly one argument`;
    throw new DockerfileError('dockerfileNoArguments', message, { instruction });
  }

  command(words = this.args): CommandForm {
    if (this.node.isJson) return { words, isShell: false };
    return { words: words.length === 0 ? [] : [words.join(' ')], isShell: true };
  }
}
