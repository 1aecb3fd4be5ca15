import { useEffect, useRef } from 'react';
import { useToday } from '#kit/today.ts';
import { addMissed } from '#store/packs/missed.ts';

/** A question that stands this long, milliseconds, is whole. */
const REST_MS = 2_000;

/** What was noted last in this window. Coming back to it is no second search, and typing on makes another of it. */
let last = '';

/** Notes words that found nothing once the keys rest, or the person goes on. `null`: there is nothing to note. */
export function useNoteMissed(words: string | null): void {
  const today = useToday();
  const waiting = useRef<() => void>(() => undefined);
  useEffect(() => {
    const whole = words?.trim() ?? '';
    if (whole === '' || whole === last) return undefined;
    const note = (): void => {
      waiting.current = () => undefined;
      const instead = last !== '' && whole.startsWith(last) ? { instead: last } : {};
      last = whole;
      void addMissed({ words: whole, day: today, ...instead });
    };
    waiting.current = note;
    const timer = window.setTimeout(note, REST_MS);
    return () => window.clearTimeout(timer);
  }, [words, today]);
  // Who goes to the list of searches at once finds the one that just failed.
  useEffect(() => () => waiting.current(), []);
}
