/** Instructions: a blueprint's steps, as data. Variables in them are not yet expanded. */
import type { Heredoc } from './heredoc.ts';

export type Pair = readonly [key: string, value: string];

interface Base {
  readonly line: number;
  readonly endLine: number;
  /** As the layer's history shows it: the instruction's word in capitals and its arguments on one line. */
  readonly text: string;
}

/** A command as a list (JSON form), or as one line for a shell. */
export interface CommandForm {
  readonly words: readonly string[];
  readonly isShell: boolean;
}

export interface From extends Base {
  readonly type: 'FROM';
  readonly image: string;
  /** Name of the stage; empty when it has none. */
  readonly stage: string;
  readonly platform: string;
}
export interface Run extends Base {
  readonly type: 'RUN';
  readonly command: CommandForm;
  /** As written: `type=cache,target=/root/.cache`. */
  readonly mounts: readonly string[];
  readonly network: string;
  readonly security: string;
  /** What its heredocs hand to the command. */
  readonly files: readonly Heredoc[];
}

interface FileTransfer extends Base {
  readonly sources: readonly string[];
  /** Files written in the blueprint itself, as heredocs. */
  readonly contents: readonly Heredoc[];
  readonly destination: string;
  readonly chown: string;
  readonly chmod: string;
  readonly link: boolean;
  readonly excludes: readonly string[];
}
export interface Copy extends FileTransfer {
  readonly type: 'COPY';
  /** A stage, by name or number, or an image; empty for the build context. */
  readonly from: string;
  readonly parents: boolean;
}
export interface Add extends FileTransfer {
  readonly type: 'ADD';
  readonly checksum: string;
  readonly keepGitDir: boolean;
}

export interface Env extends Base {
  readonly type: 'ENV';
  readonly pairs: readonly Pair[];
}
export interface Label extends Base {
  readonly type: 'LABEL';
  readonly pairs: readonly Pair[];
}
export interface Arg extends Base {
  readonly type: 'ARG';
  readonly args: readonly { readonly name: string; readonly value: string | null }[];
}
export interface Expose extends Base {
  readonly type: 'EXPOSE';
  readonly ports: readonly string[];
}
export interface User extends Base {
  readonly type: 'USER';
  readonly user: string;
}
export interface Workdir extends Base {
  readonly type: 'WORKDIR';
  readonly path: string;
}
export interface Volume extends Base {
  readonly type: 'VOLUME';
  readonly paths: readonly string[];
}
export interface Shell extends Base {
  readonly type: 'SHELL';
  readonly words: readonly string[];
}
export interface StopSignal extends Base {
  readonly type: 'STOPSIGNAL';
  readonly signal: string;
}
export interface Maintainer extends Base {
  readonly type: 'MAINTAINER';
  readonly name: string;
}
export interface Onbuild extends Base {
  readonly type: 'ONBUILD';
  /** An instruction for whoever builds on this image. */
  readonly expression: string;
}
export interface Healthcheck extends Base {
  readonly type: 'HEALTHCHECK';
  /** Null for NONE. */
  readonly command: CommandForm | null;
  readonly intervalNanoseconds: number;
  readonly timeoutNanoseconds: number;
  readonly startPeriodNanoseconds: number;
  readonly startIntervalNanoseconds: number;
  readonly retries: number;
}
export interface Cmd extends Base {
  readonly type: 'CMD';
  readonly command: CommandForm;
}
export interface Entrypoint extends Base {
  readonly type: 'ENTRYPOINT';
  readonly command: CommandForm;
}

export type Transfer = Copy | Add;
export type Instruction =
  | From
  | Run
  | Copy
  | Add
  | Env
  | Label
  | Arg
  | Expose
  | User
  | Workdir
  | Volume
  | Shell
  | StopSignal
  | Maintainer
  | Onbuild
  | Healthcheck
  | Cmd
  | Entrypoint;
export type InstructionType = Instruction['type'];

/** An instruction without its place in the text. */
export type Read<T extends Instruction> = Omit<T, 'line' | 'endLine' | 'text'>;
