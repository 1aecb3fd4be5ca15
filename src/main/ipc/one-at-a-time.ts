const running = new WeakMap<object, Promise<unknown>>();

/** Does one thing at a time for `owner`: what is asked for meanwhile is answered with `otherwise`, and not done. */
export async function oneAtATime<T>(owner: object, run: () => Promise<T>, otherwise: T): Promise<T> {
  if (running.has(owner)) return otherwise;
  const work = run();
  running.set(owner, work);
  try {
    return await work;
  } finally {
    running.delete(owner);
  }
}

/** Does it once nothing else is done for `owner`. */
export async function afterOthers<T>(owner: object, run: () => Promise<T>): Promise<T> {
  for (let before = running.get(owner); before; before = running.get(owner)) await before.catch(() => undefined);
  const work = run();
  running.set(owner, work);
  try {
    return await work;
  } finally {
    running.delete(owner);
  }
}
