let under = 0;

/** Counts work on a disk until it ends: a share or a stick may never answer. */
export async function underWay<T>(work: Promise<T>): Promise<T> {
  under += 1;
  try {
    return await work;
  } finally {
    under -= 1;
  }
}

/**
 * Has a process end though such work has no answer, for which Node would wait for ever. It is the last thing that is done:
 * what comes after it in the end of a process is not. A file that was half written lies beside its place, not in it.
 */
export function endWithout(
  kill: () => void = () => process.kill(process.pid, 'SIGKILL'),
  ending: (last: () => void) => void = (last) => process.on('exit', last),
): void {
  ending(() => {
    if (under > 0) kill();
  });
}
