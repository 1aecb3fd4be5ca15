import { app, dialog } from 'electron';
import type { Log } from './log.ts';
import type { StartRefused } from './start-refused.ts';
import { isTestStart } from './test-start.ts';

/** Sees to it that a start ends in a window or in a sentence, never in a process that nobody sees. */
export interface StartWatch {
  /** From now on what goes wrong is written down. */
  use(log: Log): void;
  /** The first window stands: what goes wrong from now on does not end the app. */
  stands(): void;
  /** Ends the start with one box. */
  fail(error: unknown): void;
  failed(): boolean;
  /** A test started it, which drives it through a port. */
  readonly driven: boolean;
}

export interface StartWatchEffects {
  /** Calls back with what nobody caught. */
  readonly uncaught: (event: 'uncaughtException' | 'unhandledRejection', heard: (error: unknown) => void) => void;
  /** Lets the next start begin, also while the box of this one stands. */
  readonly releaseLock: () => void;
  /** What to say. It may not load. */
  readonly words: (error: unknown) => Promise<FailureWords>;
  /** Shows it, and answers when it was closed. */
  readonly tell: (words: FailureWords) => Promise<void>;
  readonly exit: (code: number) => void;
  readonly driven: () => boolean;
}

interface FailureWords {
  readonly message: string;
  readonly detail: string;
}

/** For a start that has not even its words. */
const PLAIN: FailureWords = {
  message: 'Satchel could not start.',
  detail:
    'What you wrote is still on this laptop and was not touched. Start Satchel again. If it fails again, ask your IT team to install it anew.',
};

export function watchStart(effects: StartWatchEffects = startWatchEffects): StartWatch {
  let log: Log = () => undefined;
  let state: 'starting' | 'stands' | 'failed' = 'starting';

  const end = async (error: unknown): Promise<void> => {
    try {
      effects.releaseLock();
      await effects.tell(await effects.words(error).catch(() => PLAIN));
    } finally {
      effects.exit(1);
    }
  };
  const fail = (error: unknown): void => {
    log('start failed', error);
    if (state === 'failed') return;
    state = 'failed';
    void end(error).catch((again: unknown) => log('the box failed', again));
  };
  const heard = (event: string) => (error: unknown) => (state === 'starting' ? fail(error) : log(event, error));
  effects.uncaught('uncaughtException', heard('uncaught'));
  effects.uncaught('unhandledRejection', heard('unhandled'));
  return {
    use(to) {
      log = to;
    },
    stands() {
      if (state === 'starting') state = 'stands';
    },
    fail,
    failed: () => state === 'failed',
    driven: effects.driven(),
  };
}

const driven = (): boolean =>
  isTestStart({ isPackaged: app.isPackaged, byLauncher: process.defaultApp === true }, process.env);

const isRefused = (error: unknown): error is StartRefused => error instanceof Error && error.name === 'StartRefused';

/** A display that does not come up must not keep the process. */
const LATE = 10_000;

const startWatchEffects: StartWatchEffects = {
  driven,
  uncaught: (event, heard) => process.on(event as 'uncaughtException', heard),
  releaseLock: () => app.releaseSingleInstanceLock(),
  async words(error) {
    const { sayIn } = await import('#domain/words/words.ts');
    const say = sayIn('en-GB');
    const { fact, more, values } = isRefused(error)
      ? error
      : { fact: 'main.failed.fact' as const, more: 'main.failed.more' as const, values: {} };
    return { message: say(fact, values), detail: say(more, values) };
  },
  async tell({ message, detail }) {
    process.stderr.write(`${message} ${detail}\n`);
    const late = new Promise<void>((resolve) => setTimeout(resolve, LATE));
    // Nobody is there to close it.
    if (driven()) return;
    await Promise.race([app.whenReady(), late]);
    if (app.isReady()) dialog.showErrorBox(message, detail);
  },
  exit(code) {
    app.exit(code);
    // Before Electron is ready it may not hear that.
    setTimeout(() => process.exit(code), 1_000);
  },
};
