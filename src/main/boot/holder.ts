import { randomUUID } from 'node:crypto';
import { z } from '#domain/early-schema.ts';
import type { HeldBy } from '#domain/held-by.ts';
import { type HolderEffects, holderEffects } from './holder-effects.ts';

/** Who has a home folder open, as it stands there for others to read. */
const holderSchema = z.object({
  /** Of one start of the app. */
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  /** As the network calls the machine. */
  host: z.string().check(z.minLength(1), z.maxLength(300)),
  /** Tells two machines of one name apart; `null` where the system does not say. */
  machine: z.nullable(z.string().check(z.maxLength(100))),
  /** Of one run of the machine, from power on to power off. */
  run: z.nullable(z.string().check(z.maxLength(100))),
  pid: z.int(),
  /** When the process began, as the system counts: numbers of processes come again. `null` where it does not say. */
  started: z.nullable(z.string().check(z.maxLength(100))),
  /** ISO 8601 in UTC. */
  since: z.string().check(z.maxLength(40)),
});

type Holder = z.infer<typeof holderSchema>;

/** Milliseconds between two signs of life. */
export const BEAT = 20_000;
/**
 * Milliseconds without one after which another machine's hold counts for nothing: thirty that did not come. One that
 * merely slept finds out before it writes (`sure`).
 */
export const STALE = 10 * 60_000;
/** Milliseconds for which a sign of life is good. A machine that slept longer gives one before it writes. */
const FRESH = 2 * BEAT;
/**
 * Milliseconds for which a look at the file is good: less than another start takes from taking the folder to reading
 * what lies there, which it would else not know the last words of.
 */
const SEEN = 1_000;

/**
 * Who else has a folder open; `null` where it may be taken. Another machine is believed until it has been silent for
 * long. On this one the system says whether the process lives: what a power cut or a crash left holds nothing, and a
 * live process of this person is left to the system's own lock, which tells it of a second start.
 */
export function heldElsewhere(folder: string, effects: HolderEffects = holderEffects(folder)): HeldBy | null {
  const found = holderIn(effects.read());
  if (found === null) return null;
  const self = effects.self();
  const by = { host: found.host, since: found.since };
  if (found.host === self.host && found.machine === self.machine) {
    const { lives, isOurs, started } = effects.processOf(found.pid);
    const isIt = lives && found.run === self.run && found.started === started;
    return isIt && !isOurs ? by : null;
  }
  const age = effects.age();
  return age !== null && age > STALE ? null : by;
}

/** A home folder that this start has for itself. */
export interface Hold {
  /**
   * Who took the folder over, or `null`. Looks where the last look is too old: whoever writes must ask first. `anew`:
   * looks in any case, before what cannot be taken back.
   */
  sure(anew?: boolean): Promise<HeldBy | null>;
  /** The same at once, by a look in any case: for what is written in the same moment. */
  sureNow(): HeldBy | null;
  /** A sign of life, and a look whether another one took over. */
  beat(): Promise<void>;
  /** Lets go, as the very last thing; not of what another one took over. */
  release(): void;
}

/** Takes a folder, once the system's own lock is had. `lost`: told once, when another machine took it over. */
export function holdHome(
  folder: string,
  lost: (by: HeldBy) => void,
  effects: HolderEffects = holderEffects(folder),
): Hold {
  const own = ownHolder(effects);
  let by: HeldBy | null = null;
  let released = false;
  let lived = Number.NEGATIVE_INFINITY;
  let seen = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;

  /** Whether what was read says that another one took over. */
  const isLost = (text: string | null): boolean => {
    const found = holderIn(text);
    if (!found || found.id === own.id) return false;
    by = { host: found.host, since: found.since };
    lost(by);
    return true;
  };
  const look = async (lives: boolean): Promise<void> => {
    try {
      const text = await effects.readSoon();
      if (released || by || isLost(text)) return;
      seen = effects.now().getTime();
      if (!lives) return;
      // Where somebody removed it too: it stands there while the folder is in use.
      await effects.writeSoon(textOf(own));
      lived = effects.now().getTime();
    } catch {
      // A disk that is away takes no words either, and whoever writes is told so.
    }
  };
  const lookOnce = (lives: boolean): Promise<void> => {
    looking ??= look(lives).finally(() => {
      looking = null;
    });
    return looking;
  };
  /** A clock that was put back says nothing of how long ago something was. */
  const isOlder = (time: number, most: number): boolean => {
    const passed = effects.now().getTime() - time;
    return passed < 0 || passed > most;
  };

  try {
    effects.write(textOf(own));
  } catch {
    // As above: what is written asks again.
  }
  return {
    async sure(anew = false) {
      if (released || by) return by;
      const lives = isOlder(lived, FRESH);
      // One that is under way may have read the file before it was asked.
      if (anew && looking) await looking;
      if (anew || lives || isOlder(seen, SEEN)) await lookOnce(lives);
      return by;
    },
    sureNow() {
      try {
        if (!released && !by) isLost(effects.read());
      } catch {
        // As above.
      }
      return by;
    },
    beat: async () => (released || by ? undefined : lookOnce(true)),
    release() {
      if (released || by) return;
      released = true;
      try {
        if (holderIn(effects.read())?.id === own.id) effects.remove();
      } catch {
        // The next start of this machine sees that the process is gone.
      }
    },
  };
}

/** Makes the folder this machine's: whoever has it finds out, and the next start here takes it. @throws what the disk said */
export function takeOver(folder: string, effects: HolderEffects = holderEffects(folder)): void {
  effects.write(textOf(ownHolder(effects)));
}

const ownHolder = (effects: HolderEffects): Holder => ({
  id: randomUUID(),
  since: effects.now().toISOString(),
  ...effects.self(),
});

const textOf = (holder: Holder): string => `${JSON.stringify(holder)}\n`;

/** What is no word of ours, as after a power cut, holds nothing. */
function holderIn(text: string | null): Holder | null {
  if (text === null) return null;
  try {
    const read = holderSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
