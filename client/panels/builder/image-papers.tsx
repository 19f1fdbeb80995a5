/** An image's papers: what the scan finds, who signed it, whether it is in quarantine, where it went, and what becomes of its tag. */
import type { View } from '../../../shared/store/store.ts';
import type { RegistryItem } from '../../../shared/cluster/registry/shelves.ts';
import { advisoriesOf, scanImage, type Finding } from '../../../shared/cluster/registry/scan.ts';
import { isSigned } from '../../../shared/cluster/registry/signatures.ts';
import { traceDigest } from '../../../shared/cluster/registry/trace.ts';
import { maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { VerbButton } from '../verb-button.tsx';

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly item: RegistryItem;
}

function findingsOf(view: View, digest: string): readonly Finding[] {
  const image = view.get('Image', digest);
  return image ? scanImage(advisoriesOf(view), image) : [];
}

/** In quarantine, or with a hole that the whole street can see: that concerns beginners, too. */
export function isInTrouble(view: View, digest: string): boolean {
  if (view.get('Quarantine', digest)) return true;
  return findingsOf(view, digest).some(({ severity }) => severity === 'critical');
}

export function ImagePapers({ game, view, item }: Props) {
  const signed = isSigned(view, item.namespace, item.digest);
  const quarantined = view.get('Quarantine', item.digest) !== undefined;
  const findings = findingsOf(view, item.digest);
  return (
    <details data-testid="image-papers">
      <summary>
        {t('papers.title')} <span class="pill">{t(signed ? 'papers.signed' : 'papers.unsigned')}</span>
        {quarantined && <span class="pill bad">{t('papers.quarantined')}</span>}
        {findings.length > 0 && <span class="pill bad">{t('papers.findings', { count: findings.length })}</span>}
      </summary>
      <Scan findings={findings} />
      <PaperVerbs game={game} view={view} item={item} signed={signed} quarantined={quarantined} />
      <Trace view={view} digest={item.digest} />
    </details>
  );
}

interface VerbsProps extends Props {
  readonly signed: boolean;
  readonly quarantined: boolean;
}

function PaperVerbs({ game, view, item, signed, quarantined }: VerbsProps) {
  const reference = item.name;
  const repository = reference.slice(0, reference.lastIndexOf(':'));
  const isFixed = view.get('Repository', item.reference.slice(0, item.reference.lastIndexOf(':')))?.immutableTags;
  return (
    <div class="row">
      <VerbButton game={game} verb={{ verb: 'sign', reference }} blocked={signed ? t('papers.signed') : undefined}>
        {t('papers.sign')}
      </VerbButton>
      <VerbButton game={game} verb={{ verb: 'quarantine', reference, quarantined: !quarantined }}>
        {t(quarantined ? 'papers.release' : 'papers.quarantine')}
      </VerbButton>
      <VerbButton game={game} verb={{ verb: 'protectTags', repository, immutable: isFixed !== true }}>
        {t(isFixed === true ? 'papers.loosen' : 'papers.fix')}
      </VerbButton>
      <VerbButton game={game} verb={{ verb: 'deleteTag', reference }} danger>
        {t('papers.deleteTag')}
      </VerbButton>
    </div>
  );
}

function Scan({ findings }: { findings: readonly Finding[] }) {
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
