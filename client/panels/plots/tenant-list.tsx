/** One half of the race: a host's virtual machines, or its containers, with what each costs and how they fare. */
import type { Host, VirtualMachine } from '../../../shared/api/world/host.ts';
import { containersOn, moreFit, tallyOf, vmsOn } from '../../../shared/cluster/hosts/race.ts';
import { imageBytes, sizeOfContainer, sizeOfVm } from '../../../shared/cluster/hosts/sizes.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { More } from '../more.tsx';
import { fullView } from '../preferences.ts';
import { VerbButton } from '../verb-button.tsx';

const COUNTS = [1, 12];
/** Only houses are small enough for such a crowd. */
const CROWD = 500;

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly host: Host;
  readonly image: string;
  readonly tenants: 'vm' | 'container';
}

export function TenantList({ game, view, host, image: reference, tenants }: Props) {
  const image = view.get('Image', resolveReference(view, reference) ?? '');
  if (!image) return null;
  const isVm = tenants === 'vm';
  const size = isVm ? sizeOfVm(image) : sizeOfContainer(image);
  const list = isVm ? vmsOn(view, host.key) : containersOn(view, host.key);
  const tally = tallyOf(list);
  const time = (ticks: number | null) => (ticks === null ? '--' : formatTicks(ticks));
  const shared = isVm ? '' : t('plots.sharedLayers', { bytes: formatBytes(imageBytes(image)) });
  const facts = [
    [t('plots.answering'), `${tally.running} / ${tally.all}`],
    [t('plots.firstAnswer'), `${time(tally.firstTicks)} – ${time(tally.lastTicks)}`],
    [t('plots.weight'), `${formatBytes(tally.memoryBytes)} · ${formatBytes(tally.diskBytes)}`],
  ];
  if (fullView.value) {
    facts.push([t('plots.each'), `${formatBytes(size.memoryBytes)} · ${formatBytes(size.diskBytes)}${shared}`]);
    facts.push([t('plots.moreFit'), String(moreFit(view, host, size))]);
  }
  const start = (count: number) => (
    <VerbButton
      key={count}
      game={game}
      verb={{ verb: isVm ? 'startVm' : 'runContainer', host: host.key, image: reference, count }}
    >
      {`+${count}`}
    </VerbButton>
  );
  return (
    <section class="tenants" aria-label={`${t(`plots.${tenants}`)} · ${host.key}`} data-testid={`tenants-${tenants}`}>
      <h4>{t(`plots.${tenants}`)}</h4>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {tally.down > 0 && (
        <p class="down" role="status">
          {t('plots.down', { count: tally.down })}
        </p>
      )}
      {isVm && <VmLines game={game} view={view} host={host.key} />}
      <div class="row">
        {COUNTS.map(start)}
        {tally.all > 0 && (
          <VerbButton game={game} verb={{ verb: 'removeTenants', host: host.key, tenants }}>
            {t('plots.clear')}
          </VerbButton>
        )}
      </div>
      {!isVm && <More name={`${t('verbName.runContainer')} · ${host.key}`}>{start(CROWD)}</More>}
    </section>
  );
}

/** One by one: those that do not answer; in the full view all. */
function VmLines({ game, view, host }: Pick<Props, 'game' | 'view'> & { readonly host: string }) {
  const shown = vmsOn(view, host).filter(({ state }) => fullView.value || state !== 'running');
  return (
    <ul class="plain">
      {shown.map((vm) => (
        <li key={vm.key}>
          <span class="mono">{vm.key}</span> {progress(vm, view.tick)}
          {(vm.state === 'panicked' || vm.state === 'off') && (
            <VerbButton game={game} verb={{ verb: 'rebootVm', vm: vm.key }} primary={vm.state === 'panicked'}>
              {t('plots.rebootVm')}
            </VerbButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function progress({ state, sinceTick, doneTick }: VirtualMachine, tick: number): string {
  const text = t(`plots.state.${state}`);
  if (doneTick === null || doneTick <= sinceTick) return text;
  const percent = Math.floor((Math.min(tick - sinceTick, doneTick - sinceTick) * 100) / (doneTick - sinceTick));
  return `${text} ${percent} % (${formatTicks(Math.max(0, doneTick - tick))})`;
}
