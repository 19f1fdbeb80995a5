/** The town hall's processes: who works, who leads, who stands by, and how old the leader's lease is. */
import type { PlaneProcess } from '../../../shared/api/world/plane.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Why } from '../objects/why.tsx';
import type { Look } from '../use-store.ts';
import { ComponentButtons, stateText } from './component-buttons.tsx';

export function ProcessTable({ game, view }: { game: Game; view: Look }) {
  return (
    <div class="table-scroll">
      <table class="plane-table" data-testid="plane-processes">
        <thead>
          <tr>
            <th scope="col">{t('plane.process')}</th>
            <th scope="col">{t('plane.state')}</th>
            <th scope="col">{t('plane.lease')}</th>
            <th scope="col">{t('plane.verbs')}</th>
          </tr>
        </thead>
        <tbody>
          {[...view.list('PlaneProcess')].map((process) => (
            <ProcessRow key={process.key} game={game} view={view} process={process} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProcessRow({ game, view, process }: { game: Game; view: Look; process: PlaneProcess }) {
  const { key, state, startDoneTick } = process;
  const role = roleOf(process);
  return (
    <tr class={state === 'running' ? '' : 'broken'} data-testid={`component-${key}`}>
      <th scope="row">
        <code>{key}</code>
      </th>
      <td>
        <strong>{stateText(view, state, startDoneTick)}</strong>
        {role !== null && ` · ${role}`}
        {state !== 'running' && <Why look={view} reference={`PlaneProcess/${key}`} />}
      </td>
      <td>{leaseText(view, process)}</td>
      <td>
        <div class="row">
          <ComponentButtons game={game} component={key} state={state} />
        </div>
      </td>
    </tr>
  );
}

/** API servers all work; of the others one leads. */
function roleOf({ component, state, leadingSinceTick }: PlaneProcess): string | null {
  if (component === 'api-server' || state !== 'running') return null;
  return leadingSinceTick === null ? t('plane.role.standby') : t('plane.role.leads');
}

function leaseText(view: View, { component, leadingSinceTick }: PlaneProcess): string {
  const lease = view.get('Lease', `kube-system/kube-${component}`);
  if (!lease || leadingSinceTick === null) return '–';
  return t('plane.renewed', { seconds: Math.max(0, view.tick - lease.spec.renewTick) });
}
