/** One host: its hardware, its kernel, how full it is, and its two kinds of tenants. */
import { HOST_SYSTEM_BYTES } from '../../../shared/cluster/hosts/sizes.ts';
import { roomOn } from '../../../shared/cluster/hosts/room.ts';
import type { Host } from '../../../shared/api/world/host.ts';
import { formatBytes, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { More } from '../more.tsx';
import { Why } from '../objects/why.tsx';
import { fullView } from '../preferences.ts';
import type { Look } from '../use-store.ts';
import { RoomBar } from '../room-bar.tsx';
import { TimeLeft } from '../time-left.tsx';
import { VerbButton } from '../verb-button.tsx';
import { TenantList } from './tenant-list.tsx';

interface Props {
  readonly game: Game;
  readonly view: Look;
  readonly host: string;
  readonly image: string;
}

export function HostCard({ game, view, host: key, image }: Props) {
  const host = view.get('Host', key);
  if (!host) return null;
  const room = roomOn(view, host);
  const isSound = host.power === 'on' && host.kernel === 'up';
  const isFull = fullView.value;
  const nodes = view.by('machinesByHost', key);
  const reboot = (
    <div class="row">
      <VerbButton game={game} verb={{ verb: 'rebootHost', host: key }} primary={!isSound} danger={isSound}>
        {t('plots.reboot')}
      </VerbButton>
    </div>
  );
  const bar = (label: string, all: number, left: number) => (
    <RoomBar label={label} used={all - left} all={all} text={`${formatBytes(all - left)} / ${formatBytes(all)}`} />
  );
  return (
    <section class={isSound ? 'host' : 'host broken'} aria-label={key} data-testid={`host-${key}`}>
      <h3>{key}</h3>
      <p>
        <span role="status">{stateOf(host)}</span>
        {host.power === 'booting' && <TimeLeft doneTick={host.bootDoneTick} tick={view.tick} />}
      </p>
      {!isSound && <Why look={view} reference={`Host/${key}`} />}
      {bar(t('room.memory'), host.memoryBytes - HOST_SYSTEM_BYTES, room.memoryBytes)}
      {isFull && bar(t('plots.disk'), host.diskBytes, room.diskBytes)}
      {isFull && nodes.length > 0 && <p class="soft">{t('plots.nodes', { nodes: nodes.join(', ') })}</p>}
      <TenantList game={game} view={view} host={host} image={image} tenants="vm" />
      <TenantList game={game} view={view} host={host} image={image} tenants="container" />
      {isSound ? <More name={key}>{reboot}</More> : reboot}
    </section>
  );
}

function stateOf({ power, kernel }: Host): string {
  if (power === 'booting') return t('plots.booting');
  if (power === 'off') return t('plots.off');
  return kernel === 'up' ? t('plots.up') : t('plots.panicked');
}
