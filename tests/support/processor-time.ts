/** Milliseconds of processor time that this process takes for some work. A busy machine makes it no longer, a wall clock would. */
export function processorMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
