import { setMaxListeners } from 'node:events';

/**
 * Some work under a signal that ends with another one, and after so many milliseconds. The timer is held until the work
 * is over: a time-out that Node joins to another signal loses its timer when memory is tidied up.
 */
export async function withinTime<T>(
  signal: AbortSignal,
  ms: number,
  work: (within: AbortSignal) => Promise<T>,
): Promise<T> {
  const within = new AbortController();
  const stop = (): void => within.abort(signal.reason);
  const timer = setTimeout(() => within.abort(new DOMException('it took too long', 'TimeoutError')), ms);
  // Many files are read at once under one signal; Node takes more than ten for a leak.
  setMaxListeners(0, signal);
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    return await work(within.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
