import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { sharedBench } from '#support/app.ts';

/** The app started as from a shortcut, with nobody driving it. */
export interface RawStart {
  /** What it wrote to the terminal, so far. */
  readonly said: () => string;
  /** Its exit code; `null` while it runs. */
  readonly code: () => number | null;
  /** Its exit code once it ended; `null` when it still ran after so many milliseconds. */
  readonly ended: (within: number) => Promise<number | null>;
  readonly process: ChildProcess;
  readonly kill: () => Promise<void>;
}

/** `driven`: as a start of a test, where nobody could close a box: its words are only written to the terminal. */
export async function rawStart(
  home: string,
  {
    args = [],
    env = {},
    driven = false,
    app,
  }: {
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly driven?: boolean;
    /** Another folder than that of the built app. */
    readonly app?: string;
  } = {},
): Promise<RawStart> {
  const { person, place, display } = await sharedBench();
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:XDG_|DBUS_|ELECTRON_|NODE_|SATCHEL_)/.test(name));
  const child = spawn(place.program, [app ?? place.app, ...args], {
    cwd: person?.home ?? dirname(home),
    detached: true,
    env: {
      ...Object.fromEntries(kept),
      ...(person ? { HOME: person.home } : {}),
      ...display.env,
      SATCHEL_HOME: home,
      ...(driven ? { SATCHEL_TEST_START: 'driven by a test' } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (bytes: Buffer): void => {
    said += bytes.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const within = (ms: number) => Promise.race([over, new Promise((resolve) => setTimeout(resolve, ms))]);
  return {
    said: () => said,
    code: () => child.exitCode,
    process: child,
    ended: (ms) => within(ms).then(() => child.exitCode),
    async kill() {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await within(5_000);
    },
  };
}
