/** Large clusters are not searched whole: enough nodes that fit are enough. Source: schedule_one.go. */

/** Oracle: scheduler.minFeasibleNodesToFind. */
const MIN_FEASIBLE_NODES = 100;
/** Oracle: scheduler.percentageOfNodesToScore: 0 means 50 - nodes/125, at least 5 percent. */
const ADAPTIVE_PERCENT = { base: 50, nodesPerPercent: 125, least: 5 } as const;

/** How many nodes that fit the search stops at; `percentage` 0 is adaptive. */
export function feasibleNodesToFind(nodes: number, percentage = 0): number {
  if (nodes < MIN_FEASIBLE_NODES || percentage >= 100) return nodes;
  const { base, nodesPerPercent, least } = ADAPTIVE_PERCENT;
  const percent = percentage === 0 ? Math.max(base - Math.floor(nodes / nodesPerPercent), least) : percentage;
  return Math.max(Math.floor((nodes * percent) / 100), MIN_FEASIBLE_NODES);
}
