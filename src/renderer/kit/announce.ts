import { sharedValue } from './shared-value.ts';

/** What the screen reader is told. `id` rises with each message, so that the same words can be said twice. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly assertive: boolean;
}

/** A queue of one: at most one message a second, the last one wins; an assertive one is never displaced by a polite one. */
export function createAnnouncer(
  now: () => number = Date.now,
  wait: (run: () => void, ms: number) => void = setTimeout,
) {
  const shown = sharedValue<Announcement>({ id: 0, text: '', assertive: false });
  let next: Omit<Announcement, 'id'> | null = null;
  let free = 0;
  let waiting = false;

  const show = () => {
    waiting = false;
    if (!next) return;
    const told = { ...next, id: shown.get().id + 1 };
    next = null;
    free = now() + 1_000;
    shown.set(told);
  };

  return {
    announce(text: string, options: { readonly assertive?: boolean } = {}): void {
      const assertive = options.assertive ?? false;
      if (next?.assertive && !assertive) return;
      next = { text, assertive };
      if (waiting) return;
      const left = free - now();
      if (left <= 0) {
        show();
      } else {
        waiting = true;
        wait(show, left);
      }
    },
    get: shown.get,
    subscribe: shown.subscribe,
    use: shown.use,
  };
}

const announcer = createAnnouncer();

/** Tells a screen reader. Politely, unless what happened cannot wait. */
export const announce = announcer.announce;

/** For the one place that renders the live region. */
export const useAnnouncement = announcer.use;
