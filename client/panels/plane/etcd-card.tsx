/** The ledger vault: its three keepers, how full it is, and the copies that were put aside. */
import type { EtcdMember } from '../../../shared/api/world/etcd.ts';
import { backupsOf } from '../../../shared/cluster/etcd/backups.ts';
import { etcdOf, membersOf } from '../../../shared/cluster/etcd/members.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { VerbButton } from '../verb-button.tsx';
import { ComponentButtons, stateText } from './plane-card.tsx';

export function EtcdCard({ game, view }: { game: Game; view: View }) {
  const { fileBytes, noSpace, restore } = etcdOf(view);
  const quota = settingsOf(view).plane.etcdQuotaBytes;
  return (
    <div data-testid="etcd">
      <h4>{t('plane.ledger')}</h4>
      <ul class="work-items">
        {membersOf(view).map((member) => (
          <MemberRow key={member.key} game={game} view={view} member={member} />
        ))}
      </ul>
      {restore && <p>{t('plane.restoring', { time: formatTicks(Math.max(0, restore.doneTick - view.tick)) })}</p>}
      <p class={noSpace ? 'broken' : 'soft'}>
        {t('plane.size', { used: formatBytes(fileBytes), quota: formatBytes(quota) })}
      </p>
      <div class="row">
        <VerbButton game={game} verb={{ verb: 'backupEtcd' }}>
          {t('plane.backup')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'compactEtcd' }} primary={noSpace}>
          {t('plane.compact')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'defragEtcd' }} primary={noSpace}>
          {t('plane.defrag')}
        </VerbButton>
        <VerbButton
          game={game}
          verb={{ verb: 'disarmEtcd' }}
          primary={noSpace}
          blocked={noSpace ? undefined : t('plane.noAlarm')}
        >
          {t('plane.disarm')}
        </VerbButton>
      </div>
      <Backups game={game} view={view} />
    </div>
  );
}

function MemberRow({ game, view, member }: { game: Game; view: View; member: EtcdMember }) {
  const { key, state, startDoneTick, link, disk } = member;
  const isSound = state === 'running' && link === 'up' && disk === 'sound';
  return (
    <li class={isSound ? 'row' : 'row broken'} data-testid={`component-${key}`}>
      <span>
        <code>{key}</code>: <strong>{stateText(view, state, startDoneTick)}</strong>
        {state === 'running' && `, ${standingOf(view, member)}`}
        {disk === 'slow' && `, ${t('plane.member.slow')}`}
      </span>
      <ComponentButtons game={game} component={key} state={state} />
      {(link === 'cut' || disk === 'slow') && (
        <VerbButton game={game} verb={{ verb: 'repairEtcdMember', member: key }} primary>
          {t('plane.repair')}
        </VerbButton>
      )}
    </li>
  );
}

function standingOf(view: View, { key, link, heldRevision }: EtcdMember): string {
  const { leader, term } = etcdOf(view);
  if (link === 'cut') return t('plane.member.cut');
  if (key === leader) return t('plane.member.leader', { term });
  return heldRevision === null ? t('plane.member.follower') : t('plane.member.behind');
}

function Backups({ game, view }: { game: Game; view: View }) {
  const backups = backupsOf(view).toReversed();
  if (backups.length === 0) return <p class="empty">{t('plane.noBackups')}</p>;
  return (
    <ul class="work-items" aria-label={t('plane.backups')}>
      {backups.map((key) => {
        const backup = view.get('EtcdBackup', key);
        return (
          <li key={key} class="row" data-testid={`backup-${key}`}>
            <span>
              {t('plane.backupOf', { name: key, time: formatTicks(backup?.takenTick ?? 0), who: backup?.by ?? '' })}
            </span>
            <VerbButton game={game} verb={{ verb: 'restoreEtcd', backup: key }} danger>
              {t('plane.restore')}
            </VerbButton>
          </li>
        );
      })}
    </ul>
  );
}
