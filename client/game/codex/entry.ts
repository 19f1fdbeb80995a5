/** What the codex is made of. */
import type { Language } from '../../i18n/i18n.ts';

export type InBoth = Readonly<Record<Language, string>>;

/** As the real thing does; the same idea with less detail; made up to be seen and played. */
export const LABELS = ['exact', 'simplified', 'metaphor'] as const;
export type Label = (typeof LABELS)[number];

export interface Entry {
  readonly id: string;
  readonly label: Label;
  /** What it is called in the town, and what in truth. */
  readonly town: InBoth;
  readonly real: InBoth;
  readonly does: InBoth;
  /** One thing to know, and where the article that the town comes from says otherwise. */
  readonly fact: InBoth;
}

/** One rule of a SPEC.md that is not wholly as in reality, with the mark that it carries there. */
export interface Simplification {
  readonly rule: string;
  readonly mark: string;
  readonly en: string;
  readonly zh: string;
}

export interface Moment {
  readonly date: string;
  readonly en: string;
  readonly zh: string;
}
