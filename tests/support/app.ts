// How to use: `const { app, window, close } = await launchApp()` starts the built app (run `npm run build` first) with
// an empty profile of its own and answers its Playwright `ElectronApplication` and first `Page`; call `close()` at the
// end (it also removes the profile). Options: `settings` (a person's choices, already made: theme, contrast, language,
// `welcomed: true` to pass the first-run screen: then the packs that come with the app are installed already, as on every
// start but the first; `first: true` for a start in which they are not), `today` ('2026-11-23'), `size` of the page in css px, `args` (pack
// files: they are copied to where the app's user can read them), `env`, and `home` to start one profile twice
// (`const home = newHome()`, both launches with `{ home }`; `close` keeps it then). Launches of one worker share one
// virtual display of their own. `reports` gathers what the page complains of: errors, and what the content policy
// stopped. `files` puts a page of the test in place of ours, under the same main process, policy and session, so that
// attacks can be fired by the page's own scripts and events. `shareFile(path)` gives a copy that the app can open, for
// stubbed dialogs. Packs that the app asks about are agreed to, as a person
// would, when the test next looks for something in the window; `leaveQuestions` leaves them to the test, and
// `agree(window)` presses Install once where nothing else is looked for. As root the app runs as another user with Chromium's sandbox on; never pass a switch that turns it
// off.
import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Settings } from '#domain/settings.ts';
import { watchHeart } from '#support/heartbeat.ts';
import { otherPage } from '#support/other-page.mjs';
import { resolveElectron } from '../../scripts/runtime/electron.mjs';
import { end, kill, launch, openBench, ownFile, ownFolder, removeFolder } from '../../scripts/runtime/launch.mjs';
import { openToAll } from '../../scripts/runtime/place.mjs';

export interface LaunchOptions {
  readonly home?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  /** `YYYY-MM-DD`; the day that "today" is for the app. */
  readonly today?: string;
  /** Of the page, in css pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** A page in place of ours: file names (`index.html`, `assets/x.js`) and what they hold. */
  readonly files?: Readonly<Record<string, string>>;
  /** Another copy of the built app. */
  readonly folder?: string;
  /** The very first start of a profile, though settings say that it was welcomed: its packs are installed in it. */
  readonly first?: boolean;
  /** Packs that the app asks about are left to the test; else they are agreed to as they are met. */
  readonly leaveQuestions?: boolean;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** The value of `SATCHEL_HOME`: `profile/`, `logs/`, `settings.json`, `window.json`. */
  readonly home: string;
  /** Errors of the page and what its content policy stopped, as they come. */
  readonly reports: readonly string[];
  /** Changes the size of the page, in css pixels. */
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** Shared by all launches of one worker. */
let bench: ReturnType<typeof openBench> | undefined;

/** The display and the place of the built app. */
export const sharedBench = (): ReturnType<typeof openBench> => {
  bench ??= resolveElectron().then(openBench);
  return bench;
};

/** An empty profile folder that the app's user owns, alone in two folders that are nobody else's either. */
export async function newHome(): Promise<string> {
  const { person } = await sharedBench();
  const home = join(ownFolder(person, 'home'), 'around', 'home');
  mkdirSync(home, { recursive: true });
  if (person) for (const folder of [dirname(home), home]) chownSync(folder, person.uid, person.gid);
  return home;
}

/** A home whose packs are installed; made once by each worker. */
let begun: Promise<string> | undefined;

async function beginHome(): Promise<string> {
  const home = await newHome();
  const { window, close } = await launchApp({ home, settings: { welcomed: true } });
  await window.waitForFunction(() => performance.getEntriesByName('search-ready').length > 0, null, { polling: 100 });
  // What is worked out beside it ends by itself.
  await window.waitForTimeout(3_000);
  await close();
  return home;
}

/** A copy of it, owned as it is. */
async function homeBegunBefore(): Promise<string> {
  begun ??= beginHome();
  const from = await begun;
  const home = await newHome();
  if (process.platform === 'win32') cpSync(from, home, { recursive: true });
  else execFileSync('cp', ['-a', `${from}/.`, home]);
  return home;
}

/** A copy of a file or folder in a place where the app's user can read it; answers the copy's path. */
export async function shareFile(path: string): Promise<string> {
  const target = join(ownFolder((await sharedBench()).person, 'file'), basename(path));
  cpSync(path, target, { recursive: true });
  openToAll(target);
  return target;
}

/** A display without a window manager gives the focus to nobody by itself. */
async function takeFocus(app: ElectronApplication, window: Page): Promise<void> {
  // Whether it worked is seen in the page; the answer itself is lost at times.
  const focus = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await focus().catch(focus);
  await window.waitForFunction(() => document.hasFocus(), null, { timeout: 3_000 }).catch(() => undefined);
}

/** Presses Install where the app asks about a pack. */
export const agree = (window: Page): Promise<void> =>
  window.locator('.packs-ask').getByRole('button').first().press('Enter', { timeout: 60_000 });

/** Presses Install wherever the app asks about a pack, before the test's next look or deed in the window. */
const agreeWhenAsked = (window: Page): Promise<void> => {
  // In any language: the first button installs.
  const install = window.locator('.packs-ask').getByRole('button').first();
  return window.addLocatorHandler(install, () => install.press('Enter'), { noWaitAfter: true });
};

/** Another page than ours may not know how to leave: the question about it is answered as by a person who closes. */
const closeUnasked = (app: ElectronApplication): Promise<void> =>
  app
    .evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    })
    .catch(() => undefined);

/** Those that no test has closed yet. */
const open = new Set<ElectronApplication>();

/** Kills what a test that failed left open. */
export function killLeftOpen(): void {
  for (const app of open) kill(app, 'was left open by a test that failed');
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const shared = await sharedBench();
  const { settings, home: given, folder: other, first = settings?.welcomed !== true || other !== undefined } = options;
  const home = given ?? (await (first ? newHome() : homeBegunBefore()));
  if (options.settings) ownFile(shared.person, join(home, 'settings.json'), JSON.stringify(options.settings));
  const args = await Promise.all(
    (options.args ?? []).map((word) => (word.endsWith('.satchel') ? shareFile(word) : word)),
  );
  const today = options.today === undefined ? {} : { SATCHEL_TODAY: options.today };
  const folder = options.files ? { app: otherPage(options.files, shared.person) } : {};
  const place = options.folder === undefined ? folder : { app: options.folder };
  const app = await launch(shared, { home, args, env: { ...today, ...options.env }, ...place });
  const unwatch = watchHeart(app);
  open.add(app);
  app.on('close', () => open.delete(app));
  const reports: string[] = [];
  app.context().on('weberror', (event) => reports.push(String(event.error())));
  app.context().on('console', (message) => message.type() === 'error' && reports.push(message.text()));
  const window = await app.firstWindow();
  if (!options.leaveQuestions) await agreeWhenAsked(window);
  // As a person would: not before it is seen. Its menu takes room when it comes.
  await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const shown = BrowserWindow.getAllWindows()[0];
        if (!shown || shown.isVisible()) resolve();
        else shown.once('show', () => resolve());
      }),
  );
  const resize = async (width: number, height: number): Promise<void> => {
    const size = [width, height] as const;
    const set = () =>
      app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(...to), size);
    // Whether it worked is seen in the page; the answer itself is lost at times.
    await set().catch(set);
    await window.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
  };
  if (options.size) await resize(options.size.width, options.size.height);
  await window.waitForLoadState('load');
  await takeFocus(app, window);
  return {
    app,
    window,
    home,
    reports,
    resize,
    async close() {
      unwatch();
      if (options.files) await closeUnasked(app);
      await end(app);
      if (options.home === undefined) removeFolder(dirname(dirname(home)));
      if (folder.app) removeFolder(folder.app);
    },
  };
}
