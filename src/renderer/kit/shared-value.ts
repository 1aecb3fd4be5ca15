import { useSyncExternalStore } from 'react';

/** A value that one window has once: it is changed from anywhere, and what shows it draws again. */
export interface SharedValue<T> {
  readonly get: () => T;
  /** Tells every listener, also when the value is the same. */
  readonly set: (next: T) => void;
  /** Calls the listener after each change, until the answer is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** For components: the value as it is now. */
  readonly use: () => T;
}

export function sharedValue<T>(initial: T): SharedValue<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = (): T => value;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    get,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe,
    use: () => useSyncExternalStore(subscribe, get),
  };
}
