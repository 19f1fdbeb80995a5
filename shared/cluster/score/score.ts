/** The score: what of the visitors was served, against what was promised. Undefined where nobody came: meters show `--`. */
import { floorDiv, partsPerMillion, PPM } from '../../base/integers.ts';
import type { LossCounts, Traffic } from '../../api/world/network.ts';
import type { Settings } from '../../api/world/settings.ts';
import type { View } from '../../store/store.ts';
import { sumOfLosses, totalsAt } from '../traffic/totals.ts';
import { settingsOf } from '../world.ts';
import { elapsedTicks } from './elapsed.ts';
import { handShare } from './hand-share.ts';

export interface ServiceScore {
  readonly service: string;
  readonly served: number;
  readonly offered: number;
  readonly lost: number;
  readonly lostByReason: LossCounts;
  readonly uptimePpm: number | undefined;
  /** What the objective promises; undefined for a service without one. */
  readonly targetPpm: number | undefined;
  readonly weight: number;
  /** Requests that may still be lost before the promise is broken; negative when it is. */
  readonly budgetLeftRequests: number | undefined;
  /** The same as a share of the whole budget so far. */
  readonly budgetLeftPpm: number | undefined;
  /** How fast the budget burns now: 1000 uses up exactly what the promise allows. */
  readonly burnMilli: number | undefined;
}

export interface Score {
  readonly services: readonly ServiceScore[];
  readonly served: number;
  readonly offered: number;
  /** Mean of the services' uptimes, weighted by their objectives. */
  readonly uptimePpm: number | undefined;
  /** Machines times ticks: between equal uptimes the cheaper town wins. */
  readonly costNodeTicks: number;
  /** What visitors left with stateful programs: still there, and gone for good. */
  readonly belongingsKept: number;
  readonly belongingsLost: number;
  /** How much was played by hand. */
  readonly handPpm: number;
  readonly elapsedTicks: number;
}

export function scoreOf(view: View): Score {
  const { objectives } = settingsOf(view);
  const names = new Set([...objectives.map((objective) => objective.service), ...view.keys('Traffic')]);
  const services = [...names].map((service) => scoreOfService(view, service, objectives));
  const elapsed = elapsedTicks(view);
  return {
    services,
    served: sum(services, (service) => service.served),
    offered: sum(services, (service) => service.offered),
    uptimePpm: weightedUptime(services),
    costNodeTicks: costNodeTicks(view, elapsed),
    belongingsKept: belongingsKept(view),
    belongingsLost: view.get('LostBelongings', 'lost')?.count ?? 0,
    handPpm: handShare(view) ?? 0,
    elapsedTicks: elapsed,
  };
}

/** Machines that came later cost less. *Simplified*: those that were given back are forgotten. */
function costNodeTicks(view: View, elapsed: number): number {
  const started = view.get('Clock', 'clock')?.startedTick ?? 0;
  let cost = 0;
  for (const { addedTick } of view.list('Machine')) {
    cost += addedTick === undefined ? elapsed : Math.max(0, started + elapsed - Math.max(started, addedTick));
  }
  return cost;
}

function belongingsKept(view: View): number {
  let kept = 0;
  for (const { stored, perTick, sinceTick } of view.list('Belongings'))
    kept += stored + perTick * (view.tick - sinceTick);
  return kept;
}

function scoreOfService(view: View, service: string, objectives: Settings['objectives']): ServiceScore {
  const objective = objectives.find((candidate) => candidate.service === service);
  const traffic = view.get('Traffic', service);
  const totals = traffic ? totalsAt(traffic, view.tick) : { served: 0, offered: 0, lost: 0, lostByReason: {} };
  const budget =
    objective && totals.offered > 0 ? floorDiv(totals.offered * (PPM - objective.targetPpm), PPM) : undefined;
  const budgetLeftRequests = budget === undefined ? undefined : budget - totals.lost;
  return {
    service,
    ...totals,
    uptimePpm: partsPerMillion(totals.served, totals.offered),
    targetPpm: objective?.targetPpm,
    weight: objective?.weight ?? 0,
    budgetLeftRequests,
    budgetLeftPpm:
      budget === undefined || budgetLeftRequests === undefined
        ? undefined
        : partsPerMillion(budgetLeftRequests, budget),
    burnMilli: objective && traffic ? burnMilli(traffic, objective.targetPpm) : undefined,
  };
}

function burnMilli(traffic: Traffic, targetPpm: number): number | undefined {
  const lostRps = sumOfLosses(traffic.lostRps);
  const offeredRps = traffic.servedRps + lostRps;
  const allowedPpm = PPM - targetPpm;
  return offeredRps === 0 || allowedPpm === 0 ? undefined : floorDiv(lostRps * PPM * 1000, offeredRps * allowedPpm);
}

/** Services without visitors so far say nothing; those without an objective count for nothing. */
function weightedUptime(services: readonly ServiceScore[]): number | undefined {
  const counted = services.filter((service) => service.weight > 0 && service.uptimePpm !== undefined);
  const weight = sum(counted, (service) => service.weight);
  return weight === 0
    ? undefined
    : floorDiv(
        sum(counted, (service) => service.weight * (service.uptimePpm ?? 0)),
        weight,
      );
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
