/** A text for a shell once it is read. Source: POSIX, Shell Command Language, 2.9. */

/** What ties a pipeline to the one before it. */
export type Link = ';' | '&&' | '||';

/** Words are as they were written: what variables and quotes make of them is known when they run. */
export interface Simple {
  readonly words: readonly string[];
  /** Its input is a heredoc. */
  readonly hasHeredoc: boolean;
  /** Files that it speaks into. */
  readonly writes: readonly Write[];
}
export interface Write {
  readonly target: string;
  readonly isAppended: boolean;
}
/** `( ... )` in a shell of its own, or `{ ...; }` in this one. */
export interface Group {
  readonly group: Sequence;
  readonly isSubshell: boolean;
}
/** `if`, with each `elif`. */
export interface Choice {
  readonly branches: readonly { readonly asked: Sequence; readonly body: Sequence }[];
  readonly otherwise: Sequence;
}
/** `for NAME in WORDS`. */
export interface Each {
  readonly each: string;
  readonly over: readonly string[];
  readonly body: Sequence;
}
/** `while` or `until`. */
export interface Loop {
  readonly asked: Sequence;
  readonly isUntil: boolean;
  readonly body: Sequence;
}
export interface Case {
  readonly subject: string;
  readonly arms: readonly { readonly patterns: readonly string[]; readonly body: Sequence }[];
}
export type Command = Simple | Group | Choice | Each | Loop | Case;

export interface Pipeline {
  readonly link: Link;
  /** `!` before it. */
  readonly isInverted: boolean;
  readonly commands: readonly Command[];
}
export type Sequence = readonly Pipeline[];
