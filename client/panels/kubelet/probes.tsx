/** What the kubelet's probes believe of a container. */
import type { ProbeState, RuntimeContainer } from '../../../shared/api/world/sandbox.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../icon.tsx';

export function Probes({ view, container }: { view: View; container: RuntimeContainer }) {
  if (container.state.type !== 'running') return null;
  const isCold = container.warmTick !== null && container.warmTick > view.tick;
  return (
    <span class="probes">
      {isCold && <span class="pill">{t('probe.cold')}</span>}
      {container.readiness === null ? (
        <span class="pill">{t('probe.noReadiness')}</span>
      ) : (
        <Probe name={t('probe.readiness')} state={container.readiness} />
      )}
      {container.liveness !== null && <Probe name={t('probe.liveness')} state={container.liveness} />}
    </span>
  );
}

function Probe({ name, state }: { name: string; state: ProbeState }) {
  const isPassing = state.result === 'Success';
  return (
    <span class={isPassing ? 'pill probe-ok' : 'pill probe-bad'}>
      <Icon name={isPassing ? 'check' : 'cross'} /> {name}: {t(isPassing ? 'probe.passes' : 'probe.fails')}
    </span>
  );
}
