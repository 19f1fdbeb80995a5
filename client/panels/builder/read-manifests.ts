/** What the bench shows of a text of manifests: those that are good, and a sentence for each line that is not. */
import type { Expected } from '../../../shared/cluster/manifests/read/expected.ts';
import { readManifests as read, type LocatedProblem } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import type { WrittenManifest } from '../../../shared/cluster/manifests/written-manifest.ts';
import { maybeT, t } from '../../i18n/i18n.ts';

export interface LineNote {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export interface ReadManifests {
  readonly manifests: readonly WrittenManifest[];
  readonly problems: readonly LineNote[];
  /** Fields that are accepted and have no effect here; absent where there are none. */
  readonly warnings?: readonly LineNote[];
}

export function readManifests(text: string): ReadManifests {
  const { manifests, problems } = read(text);
  const notes = (severity: LocatedProblem['severity']) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map((problem) => ({ line: problem.line, text: sentenceOf(problem) }));
  const warnings = notes('warning');
  return { manifests, problems: notes('error'), ...(warnings.length === 0 ? {} : { warnings }) };
}

function sentenceOf({ key, details, expected }: LocatedProblem): string {
  const sentences = [t(`manifest.${key}`, details)];
  const { nearest, unquoted, why } = details;
  if (typeof why === 'string') sentences[0] += `: ${maybeT(`manifest.ignored.${why}`) ?? why}`;
  if (typeof nearest === 'string' && nearest !== '') sentences.push(t('manifest.nearest', { name: nearest }));
  else if (unquoted !== undefined) sentences.push(t('manifest.unquoted', { value: unquoted }));
  else if (expected) sentences.push(t('manifest.expected', { what: wordsOf(expected) }));
  return sentences.join('. ');
}

export function wordsOf(expected: Expected): string {
  switch (expected.type) {
    case 'mapping':
      return t('manifest.expected.mapping', { fields: expected.fields.join(', ') });
    case 'choice':
      return t('manifest.expected.choice', { values: expected.values.join(', ') });
    case 'integer':
      return t('manifest.expected.integer', { minimum: expected.minimum, maximum: expected.maximum });
    case 'format':
      return maybeT(`manifest.format.${expected.format}`) ?? expected.format;
    case 'either':
      return expected.of.map(wordsOf).join(t('manifest.expected.or'));
    default:
      return t(`manifest.expected.${expected.type}`);
  }
}
