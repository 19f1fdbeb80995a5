/** When the tables are read, and what all of them say of a pod's beginning. */
export const NOW = 1_000_000;

export interface Start {
  readonly cpuInitializationPeriodSeconds: number;
  readonly delayOfInitialReadinessStatusSeconds: number;
}
export const rulesOf = (input: Start) => ({
  cpuInitializationTicks: input.cpuInitializationPeriodSeconds,
  initialReadinessTicks: input.delayOfInitialReadinessStatusSeconds,
});
