/** slow-start: the new version needs a minute and a half to start, and its liveness probe does not wait: it is torn down before it ever answers. */
import type { Probe } from '../../../api/container.ts';
import { EAGER } from '../doors.ts';
import { deliveryFault } from '../delivery-fault.ts';

const SLOW_START_TICKS = 90;
const DOOR = 8080;

const patienceOf = ({ initialDelaySeconds, periodSeconds, failureThreshold }: Probe): number =>
  initialDelaySeconds + periodSeconds * failureThreshold;

export const slowStart = deliveryFault({
  type: 'slow-start',
  component: 'probe',
  difficulty: 3,
  seenFirstBy: 'kubelet',
  symptoms: [
    { type: 'event', reason: 'Unhealthy' },
    { type: 'event', reason: 'Killing' },
  ],
  harm: 'visitors',
  delivery: {
    tag: 'with-archive',
    instruction: 'COPY archive /app/archive',
    breakProgram: (program) => ({ ...program, startTicks: SLOW_START_TICKS }),
    changeContainer: (container) => ({ ...container, livenessProbe: { ...EAGER, httpGet: { path: '/', port: DOOR } } }),
  },
  isFlawed: (_view, { startTicks }, { livenessProbe, startupProbe }) => {
    // Until the one is passed nobody asks the other.
    const first = startupProbe ?? livenessProbe;
    return first !== undefined && patienceOf(first) < startTicks;
  },
});
