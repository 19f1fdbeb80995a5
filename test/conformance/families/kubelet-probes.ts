// kubelet-probes: one turn of a probe's worker, and many.
import {
  doProbe,
  newWorker,
  workerForNewContainer,
  type ProbeFrame,
  type ProbeType,
} from '../../../shared/cluster/runtime/probe-worker.ts';

interface TurnInput {
  readonly probeType: ProbeType;
  readonly probeOutcome: string;
  readonly containerState: string;
  readonly podPhase?: string;
  readonly podDeleting: boolean;
  readonly initialDelaySeconds: number;
  readonly restartPolicy: string;
}

interface SequenceInput {
  readonly probeType: ProbeType;
  readonly events: readonly string[];
  readonly failureThreshold: number;
  readonly successThreshold: number;
  readonly initialDelaySeconds: number;
  readonly startedAtFirst: boolean;
}

const CONTAINERS = ['absent', 'waiting', 'running', 'terminated'] as const;
const OUTCOMES = { success: 'Success', failure: 'Failure' } as const;

function outcomeOf(text: string): ProbeFrame['outcome'] {
  return text === 'success' || text === 'failure' ? OUTCOMES[text] : 'Error';
}

export const adapters = {
  'probeWorker.doProbe': (input: TurnInput) => {
    const { probeType: type, containerState, podPhase = '' } = input;
    const before = newWorker(type);
    const container = CONTAINERS.find((state) => state === containerState) ?? 'terminated';
    const { worker, keepProbing } = doProbe(
      type,
      before,
      {
        podIsOver: /failed|succeeded/i.test(podPhase + containerState),
        podDeleting: input.podDeleting,
        container,
        willRestart: input.restartPolicy !== 'Never',
        delayIsOver: input.initialDelaySeconds <= 0,
        started: type !== 'Startup',
        outcome: outcomeOf(input.probeOutcome),
      },
      { successThreshold: 1, failureThreshold: 1 },
    );
    const resultRecorded = worker !== before;
    // Without an entry the results' book reads Success, its first value.
    return { keepProbing, resultRecorded, result: resultRecorded ? worker.result : 'Success' };
  },
  'probeWorker.sequence': (input: SequenceInput) => {
    const { probeType: type } = input;
    let worker = newWorker(type);
    let started = input.startedAtFirst;
    let delayIsOver = input.initialDelaySeconds <= 0;
    const afterEachEvent = input.events.map((event) => {
      if (event === 'containerRestarted') worker = workerForNewContainer(type, worker);
      else if (event === 'markedStarted') started = true;
      else if (event === 'initialDelayElapsed') delayIsOver = true;
      else {
        const frame: ProbeFrame = {
          podIsOver: false,
          podDeleting: false,
          container: 'running',
          willRestart: true,
          delayIsOver,
          started,
          outcome: outcomeOf(event),
        };
        worker = doProbe(type, worker, frame, input).worker;
        return { result: worker.result, resultRun: worker.resultRun, onHold: worker.onHold };
      }
      return null;
    });
    return { afterEachEvent };
  },
};
