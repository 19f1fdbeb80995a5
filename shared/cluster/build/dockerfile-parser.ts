/** Blueprints: real Dockerfiles, read into instructions, with a problem for each line that makes no sense. */
import type { Instruction } from './dockerfile/instruction.ts';
import { parseNodes, type Node } from './dockerfile/nodes.ts';
import { attempt, DockerfileError, type Problem } from './dockerfile/problem.ts';
import { readInstruction } from './dockerfile/readers.ts';

export interface ParsedDockerfile {
  readonly escapeToken: string;
  readonly nodes: readonly Node[];
  /** What could be read, in order. ARG may stand before the first FROM; each FROM begins a stage. */
  readonly instructions: readonly Instruction[];
  /** Lines that cannot even be taken apart. */
  readonly syntaxProblems: readonly Problem[];
  /** Instructions that make no sense. */
  readonly problems: readonly Problem[];
}

export function parseDockerfile(text: string): ParsedDockerfile {
  const { nodes, escapeToken, problems: syntaxProblems } = parseNodes(text);
  const problems: Problem[] = [];
  let stages = 0;
  const instructions = nodes.flatMap((node) => {
    if (node.instruction === 'FROM') stages += 1;
    const instruction = attempt(
      node.startLine,
      (problem) => void problems.push(problem),
      () => readInStage(node, stages),
    );
    return instruction ?? [];
  });
  return { escapeToken, nodes, instructions, syntaxProblems, problems };
}

function readInStage(node: Node, stages: number): Instruction {
  const instruction = readInstruction(node);
  if (stages > 0 || instruction.type === 'ARG') return instruction;
  const details = { instruction: instruction.type };
  throw new DockerfileError('dockerfileBeforeFrom', 'no build stage in current context', details);
}
