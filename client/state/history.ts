/** What the gauges showed so far, for the charts: kept by this screen alone, from when it came. The state itself keeps totals only. */
import { scoreOf } from '../../shared/cluster/score/score.ts';
import type { View } from '../../shared/store/store.ts';
import type { Game } from './game.ts';

export interface ServiceSample {
  /** Totals since the start. */
  readonly served: number;
  readonly lost: number;
  readonly budgetLeftPpm: number | undefined;
}

export interface ScalerSample {
  readonly current: number;
  readonly desired: number;
  /** Of its first metric: percent of what was asked for, or the value itself. */
  readonly metric: number | null;
}

export interface Sample {
  readonly tick: number;
  readonly services: Readonly<Record<string, ServiceSample>>;
  readonly scalers: Readonly<Record<string, ScalerSample>>;
}

/** Beyond that every second one goes, and they come half as often: an hour costs what ten minutes cost. */
const MOST_SAMPLES = 600;

export class History {
  #samples: Sample[] = [];
  #stepTicks = 1;

  get samples(): readonly Sample[] {
    return this.#samples;
  }

  /** Called as often as one likes. Time that goes back (a replay that is sought) takes what was later with it. */
  look(view: View): void {
    while ((this.#samples.at(-1)?.tick ?? -1) > view.tick) this.#samples.pop();
    const last = this.#samples.at(-1)?.tick;
    if (last !== undefined && view.tick - last < this.#stepTicks) return;
    this.#samples.push(sampleOf(view));
    if (this.#samples.length <= MOST_SAMPLES) return;
    this.#samples = this.#samples.filter((_, index) => index % 2 === 0);
    this.#stepTicks *= 2;
  }

  forget(): void {
    this.#samples = [];
    this.#stepTicks = 1;
  }
}

function sampleOf(view: View): Sample {
  const services: Record<string, ServiceSample> = {};
  for (const { service, served, lost, budgetLeftPpm } of scoreOf(view).services)
    services[service] = { served, lost, budgetLeftPpm };
  const scalers: Record<string, ScalerSample> = {};
  for (const key of view.keys('HorizontalPodAutoscaler')) {
    const status = view.get('HorizontalPodAutoscaler', key)?.status;
    if (!status) continue;
    const reading = status.currentMetrics[0];
    const metric = reading ? (reading.utilizationPercent ?? Math.floor(reading.valueMilli / 1000)) : null;
    scalers[key] = { current: status.currentReplicas, desired: status.desiredReplicas, metric };
  }
  return { tick: view.tick, services, scalers };
}

const histories = new WeakMap<Game, History>();

/** One for each game, from the first time that it is asked for. */
export function historyOf(game: Game): History {
  let history = histories.get(game);
  if (!history) {
    history = new History();
    histories.set(game, history);
    watch(game, history);
  }
  return history;
}

function watch({ connection }: Game, history: History): void {
  let cluster = connection.cluster.value;
  const look = () => {
    if (connection.cluster.value !== cluster) history.forget();
    cluster = connection.cluster.value;
    if (connection.store) history.look(connection.store);
  };
  look();
  connection.listen(look);
}
