/** What the kubelet's probes believe of a container, each with its pulse. */
import type { Container, Probe as ProbeSpec } from '../../../shared/api/container.ts';
import type { ProbeState, RuntimeContainer } from '../../../shared/api/world/sandbox.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import { Icon } from '../icon.tsx';
import { flipsOf, pulsePoints } from './pulse.ts';

interface Props {
  readonly view: View;
  /** Uid of the pod. */
  readonly pod: string;
  readonly spec: Container | undefined;
  readonly container: RuntimeContainer;
}

export function Probes({ view, pod, spec, container }: Props) {
  if (container.state.type !== 'running') return null;
  const isCold = container.warmTick !== null && container.warmTick > view.tick;
  const { startedTick } = container.state;
  const probe = (name: string, state: ProbeState | null, of: ProbeSpec | undefined) =>
    state !== null &&
    of !== undefined && (
      <Probe
        key={name}
        id={`${pod} ${container.name} ${startedTick} ${name}`}
        name={name}
        state={state}
        spec={of}
        now={view.tick}
        startTick={startedTick}
      />
    );
  return (
    <span class="probes">
      {isCold && <span class="pill">{t('probe.cold')}</span>}
      {container.readiness === null && <span class="pill">{t('probe.noReadiness')}</span>}
      {probe(t('probe.startup'), container.startup, spec?.startupProbe)}
      {probe(t('probe.readiness'), container.readiness, spec?.readinessProbe)}
      {probe(t('probe.liveness'), container.liveness, spec?.livenessProbe)}
    </span>
  );
}

const WINDOW_TICKS = 60;

interface ProbeProps {
  readonly id: string;
  readonly name: string;
  readonly state: ProbeState;
  readonly spec: ProbeSpec;
  readonly now: number;
  readonly startTick: number;
}

function Probe({ id, name, state, spec, now, startTick }: ProbeProps) {
  const isPassing = state.result === 'Success';
  const flips = flipsOf(id, state, now);
  const wait = state.flipTick === null ? null : state.flipTick - now;
  return (
    <span class={isPassing ? 'pill probe probe-ok' : 'pill probe probe-bad'}>
      <span>
        <Icon name={isPassing ? 'check' : 'cross'} /> {name}: {t(isPassing ? 'probe.passes' : 'probe.fails')}
        {wait !== null && wait > 0 && (
          <span class="soft"> {t(isPassing ? 'probe.willFail' : 'probe.willPass', { time: formatTicks(wait) })}</span>
        )}
      </span>
      <svg class="pulse" viewBox={`0 -0.2 ${WINDOW_TICKS} 2.4`} preserveAspectRatio="none" aria-hidden="true">
        <polyline points={pulsePoints(flips, { ...spec, startTick }, now, WINDOW_TICKS)} />
      </svg>
      <span class="visually-hidden">
        {t('probe.rhythm', { period: spec.periodSeconds, failures: spec.failureThreshold })}
      </span>
    </span>
  );
}
