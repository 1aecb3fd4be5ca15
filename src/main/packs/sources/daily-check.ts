import type { PackSource, SourceKnown } from '#domain/pack/source.ts';

interface Timing {
  readonly now: () => number;
  /** 0 to 1; drawn once a start, and made of nothing that belongs to the machine. */
  readonly random: () => number;
  /** Calls again and again, every so many milliseconds; the answer stops it. */
  readonly every: (ms: number, look: () => void) => () => void;
}

const timing: Timing = {
  now: Date.now,
  random: Math.random,
  every: (ms, look) => {
    const timer = setInterval(look, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Between two looks at what is due: a laptop that slept is late by no more. */
const LOOK = 5 * MINUTE;
/** The first wait after a failure; each more is twice as long, up to a day. */
const FIRST = 15 * MINUTE;
/** Laptops that start together in the morning ask within so long. */
const SPREAD = 60 * MINUTE;

/**
 * When a source is asked next, in milliseconds since 1970.
 * @param begun when this start began
 * @param jitter 0 to 1
 */
export function nextAsk({ asked, failures }: SourceKnown, begun: number, now: number, jitter: number): number {
  const pause = failures === 0 ? DAY : Math.min(DAY, FIRST * 2 ** (failures - 1));
  // Asked by a clock that was ahead: what it said of then is worth nothing now, and would put the next one off for ever.
  if (asked !== null && Date.parse(asked) > now) return begun;
  const last = asked === null ? Number.NEGATIVE_INFINITY : Date.parse(asked);
  return Math.max(begun, last + pause) + jitter * Math.min(pause, SPREAD);
}

/** Asks each source once a day. `check` answers at once for one that is being asked. The answer ends it. */
export function checkDaily(
  sources: () => readonly PackSource[],
  check: (id: string) => void,
  { now, random, every }: Timing = timing,
): () => void {
  let begun = now();
  const jitter = random();
  return every(LOOK, () => {
    // A start may have begun by a clock that was ahead.
    begun = Math.min(begun, now());
    for (const { id, known } of sources()) if (now() >= nextAsk(known, begun, now(), jitter)) check(id);
  });
}
