/** CPU time of this process, so that others on the machine do not count. */

/** Milliseconds that `work` took of all cores together: the simulation itself and the collector of garbage beside it. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
