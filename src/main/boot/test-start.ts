/** What is asked of the app itself. */
export interface StartedApp {
  readonly isPackaged: boolean;
  /** Whether a launcher for development started it, which no packaged app has. */
  readonly byLauncher: boolean;
}

/** The variable that `scripts/runtime/launch.mjs` sets, and nobody else. */
const TEST_START = 'SATCHEL_TEST_START';

/** Whether tests started it, which drive it through a port. A packaged app never says so, whatever is set around it. */
export const isTestStart = (
  { isPackaged, byLauncher }: StartedApp,
  env: Readonly<Record<string, string | undefined>>,
) => !isPackaged && byLauncher && env[TEST_START] === 'driven by a test';
