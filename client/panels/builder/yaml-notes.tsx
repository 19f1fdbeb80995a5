/** Beside the text of manifests: what has no effect here, and, when asked, what `apply` would change (dry run). */
import { useState } from 'preact/hooks';
import type { FieldChange } from '../../../shared/cluster/manifests/changes.ts';
import { dryRun, type DryRun } from '../../../shared/cluster/manifests/dry-run.ts';
import type { Store } from '../../../shared/store/store.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { ReadManifests } from './read-manifests.ts';

export function YamlNotes({ read, store }: { read: ReadManifests; store: Store }) {
  const [runs, setRuns] = useState<readonly DryRun[] | null>(null);
  const { warnings = [] } = read;
  const isReady = read.manifests.length > 0 && read.problems.length === 0;
  return (
    <>
      {warnings.length > 0 && (
        <ul class="soft" data-testid="yaml-warnings">
          {warnings.map(({ line, text }) => (
            <li key={`${line} ${text}`}>
              <strong>{line}</strong> {text}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        disabled={!isReady}
        data-testid="yaml-dry-run"
        onClick={() => setRuns(dryRun(store.frame(), read.manifests))}
      >
        {t('manifest.dryRun')}
      </button>
      {runs !== null && (
        <ul class="dry-run" role="status">
          {runs.map(({ kind, name, outcome, refusal, changes }) => (
            <li key={`${kind}/${name}`}>
              {t(`manifest.${outcome}`, { kind, name })}
              {refusal && `: ${maybeT(`refusal.${refusal.key}`, refusal.details) ?? refusal.message}`}
              {outcome === 'configured' && <Changes changes={changes} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const show = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value));

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <ul class="mono">
      {changes.map(({ path, before, after }) => (
        <li key={path}>
          {path}: <del>{show(before)}</del> → <ins>{show(after)}</ins>
        </li>
      ))}
    </ul>
  );
}
