/** The ledger vault: its three keepers, how full it is, and the copies that were put aside. */
import type { EtcdMember } from '../../../shared/api/world/etcd.ts';
import { backupsOf } from '../../../shared/cluster/etcd/backups.ts';
import { etcdOf, membersOf } from '../../../shared/cluster/etcd/members.ts';
import { bytesInUse, measured } from '../../../shared/cluster/etcd/size.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Why } from '../objects/why.tsx';
import { RoomBar } from '../room-bar.tsx';
import type { Look } from '../use-store.ts';
import { VerbButton } from '../verb-button.tsx';
import { ComponentButtons, stateText } from './component-buttons.tsx';

export function EtcdCard({ game, view }: { game: Game; view: Look }) {
  const { fileBytes, leader, noSpace, restore, term } = measured(view, etcdOf(view));
  const quota = settingsOf(view).plane.etcdQuotaBytes;
  const used = bytesInUse(view);
  return (
    <div data-testid="etcd">
      <h4>{t('plane.ledger')}</h4>
      <p class={leader === null ? 'broken' : 'soft'}>
        {t('plane.agreed', { leader: leader ?? t('plane.nobody'), term, revision: view.revision })}
      </p>
      <MemberTable game={game} view={view} />
      {restore && <p>{t('plane.restoring', { time: formatTicks(Math.max(0, restore.doneTick - view.tick)) })}</p>}
      <RoomBar
        label={t('plane.file')}
        used={fileBytes}
        all={quota}
        text={`${formatBytes(fileBytes)} / ${formatBytes(quota)}`}
      />
      <p class={noSpace ? 'broken' : 'soft'}>
        {t('plane.inUse', { used: formatBytes(used) })} {t(noSpace ? 'plane.alarm' : 'plane.noAlarm')}
      </p>
      <div class="row">
        <VerbButton game={game} verb={{ verb: 'backupEtcd' }}>
          {t('plane.backup')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'compactEtcd' }}>
          {t('plane.compact')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'defragEtcd' }}>
          {t('plane.defrag')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'disarmEtcd' }} blocked={noSpace ? undefined : t('plane.noAlarm')}>
          {t('plane.disarm')}
        </VerbButton>
      </div>
      <Backups game={game} view={view} />
    </div>
  );
}

function MemberTable({ game, view }: { game: Game; view: Look }) {
  return (
    <div class="table-scroll">
      <table class="plane-table" data-testid="etcd-members">
        <thead>
          <tr>
            <th scope="col">{t('plane.member')}</th>
            <th scope="col">{t('plane.state')}</th>
            <th scope="col">{t('plane.revision')}</th>
            <th scope="col">{t('plane.verbs')}</th>
          </tr>
        </thead>
        <tbody>
          {membersOf(view).map((member) => (
            <MemberRow key={member.key} game={game} view={view} member={member} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MemberRow({ game, view, member }: { game: Game; view: Look; member: EtcdMember }) {
  const { key, state, startDoneTick, link, disk, heldRevision } = member;
  const isSound = state === 'running' && link === 'up' && disk === 'sound';
  return (
    <tr class={isSound ? '' : 'broken'} data-testid={`component-${key}`}>
      <th scope="row">
        <code>{key}</code>
      </th>
      <td>
        <strong>{stateText(view, state, startDoneTick)}</strong>
        {state === 'running' && ` · ${standingOf(view, member)}`}
        {disk === 'slow' && ` · ${t('plane.member.slow')}`}
        {!isSound && <Why look={view} reference={`EtcdMember/${key}`} />}
      </td>
      <td class="mono">{heldRevision ?? view.revision}</td>
      <td>
        <div class="row">
          <ComponentButtons game={game} component={key} state={state} />
          {(link === 'cut' || disk === 'slow') && (
            <VerbButton game={game} verb={{ verb: 'repairEtcdMember', member: key }} primary>
              {t('plane.repair')}
            </VerbButton>
          )}
        </div>
      </td>
    </tr>
  );
}

function standingOf(view: View, { key, link, heldRevision }: EtcdMember): string {
  const { leader, term } = etcdOf(view);
  if (link === 'cut') return t('plane.member.cut');
  if (key === leader) return t('plane.member.leaderOfTerm', { term });
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
