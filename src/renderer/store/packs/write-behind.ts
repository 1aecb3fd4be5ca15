/** Writes that run while the next ones are made ready; a few at a time, so that memory stays bounded. */
export interface WriteBehind {
  /** Takes a write that was begun. Waits while too many are under way. Throws what an earlier write threw. */
  readonly add: (write: Promise<unknown>) => Promise<void>;
  /** Waits for all of them. Throws what one of them threw. */
  readonly settle: () => Promise<void>;
}

export function createWriteBehind(most: number): WriteBehind {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | null = null;

  const check = (): void => {
    if (failure) throw failure.error;
  };
  return {
    async add(write) {
      const done: Promise<void> = write
        .then(
          () => undefined,
          (error: unknown) => {
            failure ??= { error };
          },
        )
        .finally(() => running.delete(done));
      running.add(done);
      if (running.size >= most) await Promise.race(running);
      check();
    },
    async settle() {
      await Promise.all(running);
      check();
    },
  };
}
