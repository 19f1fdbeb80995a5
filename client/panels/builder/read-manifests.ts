/** YAML to manifests: several documents in one text, each problem at its line. */
import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { manifestSchema } from '../../../shared/cluster/api-server/manifest.ts';
import type { Manifest } from '../../../shared/api/kinds.ts';
import type { CodeProblem } from './code-editor.tsx';

export interface ReadManifests {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly CodeProblem[];
}

export function readManifests(text: string): ReadManifests {
  const counter = new LineCounter();
  const manifests: Manifest[] = [];
  const problems: CodeProblem[] = [];
  const documents = parseAllDocuments(text, { lineCounter: counter });
  for (const document of Array.isArray(documents) ? documents : []) {
    for (const { pos, message } of document.errors) {
      problems.push({ line: counter.linePos(pos[0]).line, text: message.split('\n')[0] ?? message });
    }
    if (document.errors.length > 0 || document.contents === null) continue;
    const result = manifestSchema.safeParse(document.toJS());
    if (result.success) manifests.push(result.data);
    else {
      for (const issue of result.error.issues) {
        const path = issue.path.filter((part) => typeof part !== 'symbol');
        const where = path.length === 0 ? '' : `${path.join('.')}: `;
        problems.push({ line: lineOf(document, counter, path), text: `${where}${issue.message}` });
      }
    }
  }
  return { manifests, problems };
}

/** The line of the innermost part of the path that the text has. */
function lineOf(document: Document, counter: LineCounter, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    const range = (node as { readonly range?: readonly number[] } | null | undefined)?.range;
    if (range?.[0] !== undefined) return counter.linePos(range[0]).line;
  }
  return 1;
}
