import { bridge } from './bridge.ts';

type Flush = () => Promise<unknown>;

const flushes = new Set<Flush>();

/** Has something written when the window closes, is left, or the laptop goes to sleep; the answer ends that. */
export function onLeaving(flush: Flush): () => void {
  flushes.add(flush);
  return () => {
    flushes.delete(flush);
  };
}

const flushAll = (): Promise<unknown> => Promise.allSettled([...flushes].map((flush) => flush()));

/** Begins to hear when it is time to write; once, at the start of the window. */
export function hearLeaving(window: Window = globalThis.window): void {
  bridge().on('leaving', () => {
    void flushAll().then(() => bridge().call['app:ready-to-leave']());
  });
  bridge().on('flush', () => void flushAll());
  window.addEventListener('blur', () => void flushAll());
  window.addEventListener('pagehide', () => void flushAll());
}
