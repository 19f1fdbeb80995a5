/** Instructions: a blueprint's steps, as data. Variables in them are not yet expanded. */
import type { Pair } from './words.ts';

interface Base {
  readonly line: number;
  readonly endLine: number;
  /** As the layer's history shows it: the instruction's word in capitals and its arguments on one line. */
  readonly text: string;
}

/** A command as a list (JSON form), or as one line for `/bin/sh -c`. */
export interface CommandForm {
  readonly words: readonly string[];
  readonly isShell: boolean;
}

export interface From extends Base {
  readonly type: 'FROM';
  readonly image: string;
  /** Name of the stage; empty when it has none. */
  readonly stage: string;
}
export interface Run extends Base {
  readonly type: 'RUN';
  readonly command: CommandForm;
}
export interface Copy extends Base {
  readonly type: 'COPY';
  readonly sources: readonly string[];
  readonly destination: string;
  readonly chown: string;
  readonly chmod: string;
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
export interface Healthcheck extends Base {
  readonly type: 'HEALTHCHECK';
  /** Null for NONE. */
  readonly command: CommandForm | null;
  readonly options: Readonly<Record<string, string>>;
}
export interface Cmd extends Base {
  readonly type: 'CMD';
  readonly command: CommandForm;
}

export type Instruction = From | Run | Copy | Env | Label | Arg | Expose | User | Workdir | Healthcheck | Cmd;
export type InstructionType = Instruction['type'];
