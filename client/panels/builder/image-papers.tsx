/** An image's papers: what the scan finds, who signed it, whether it is in quarantine, and where it went. */
import type { View } from '../../../shared/store/store.ts';
import type { RegistryItem } from '../../../shared/cluster/registry/shelves.ts';
import { advisoriesOf, scanImage } from '../../../shared/cluster/registry/scan.ts';
import { isSigned } from '../../../shared/cluster/registry/signatures.ts';
import { traceDigest } from '../../../shared/cluster/registry/trace.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { maybeT, t } from '../../i18n/i18n.ts';

export type Ask = (verb: Verb) => void;

export function ImagePapers({ view, item, ask }: { view: View; item: RegistryItem; ask: Ask }) {
  const signed = isSigned(view, item.namespace, item.digest);
  const quarantined = view.get('Quarantine', item.digest) !== undefined;
  const reference = item.name;
  return (
    <details data-testid="image-papers">
      <summary>
        {t('papers.title')} <span class="pill">{t(signed ? 'papers.signed' : 'papers.unsigned')}</span>
        {quarantined && <span class="pill bad">{t('papers.quarantined')}</span>}
      </summary>
      <Scan view={view} digest={item.digest} />
      <button type="button" disabled={signed} onClick={() => ask({ verb: 'sign', reference })}>
        {t('papers.sign')}
      </button>
      <button type="button" onClick={() => ask({ verb: 'quarantine', reference, quarantined: !quarantined })}>
        {t(quarantined ? 'papers.release' : 'papers.quarantine')}
      </button>
      <Trace view={view} digest={item.digest} />
    </details>
  );
}

function Scan({ view, digest }: { view: View; digest: string }) {
  const image = view.get('Image', digest);
  const findings = image ? scanImage(advisoriesOf(view), image) : [];
  if (findings.length === 0) return <p class="soft">{t('papers.clean')}</p>;
  return (
    <ul data-testid="scan">
      {findings.map(({ id, severity, package: name, version, fixedIn }) => (
        <li key={id} class={severity === 'critical' ? 'bad' : 'soft'}>
          {t('papers.finding', { id, severity, name, version, fixedIn })}
        </li>
      ))}
    </ul>
  );
}

function Trace({ view, digest }: { view: View; digest: string }) {
  const { pulls, runs } = traceDigest(view, digest);
  return (
    <ul class="soft" data-testid="trace" aria-label={t('papers.trace')}>
      {pulls.map(({ key, startedTick, nodeName, outcome }) => (
        <li key={key}>
          {t('papers.pull', { tick: startedTick, node: nodeName, outcome: maybeT(`pull.${outcome}`) ?? outcome })}
        </li>
      ))}
      {runs.map(({ key, startedTick, endedTick, nodeName, podKey }) => (
        <li key={key}>{t('papers.run', { from: startedTick, to: endedTick ?? '…', node: nodeName, pod: podKey })}</li>
      ))}
    </ul>
  );
}
