import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, Menu, nativeTheme, powerMonitor, session } from 'electron';
import { z } from '#domain/schema.ts';
import { assetsOf } from './assets.ts';
import { logUncaught, recover } from './crash.ts';
import { isLow } from './free-space.ts';
import { openGuards } from './guards.ts';
import { type Answers, handleCalls, tell } from './handle.ts';
import { moveHome } from './home.ts';
import { openBallast } from './journal/ballast.ts';
import { holdClosing, type Leaving } from './leaving.ts';
import { confirmUnsaved, hearSessionEnd, hearSystemEnd } from './leaving-effects.ts';
import { openLog } from './log.ts';
import { stayPut } from './navigation.ts';
import { filesNamed, isBundle } from './pack-files.ts';
import { registerScheme, serve } from './protocol.ts';
import { askedByShift, moveAsideIfAsked } from './safety-effects.ts';
import { shutSession } from './session.ts';
import { openSettings } from './settings.ts';
import { showWhenReady } from './showing.ts';
import { START_ARGUMENTS, startOf } from './start.ts';
import { setSwitches } from './switches.ts';
import { openWindow } from './window.ts';
import { hearGone } from './window-gone.ts';

/** The built app: `out/`. */
const BUILT = fileURLToPath(new URL('..', import.meta.url));
const PRELOAD = join(BUILT, 'preload/index.cjs');
const STARTERS = join(BUILT, '../resources/packs');

const filesSchema = z.object({ files: z.array(z.string()).max(1_000) });

/** Starts the app. The order matters: sandbox, scheme and folders come before Electron is ready, the lock before both. */
export function boot(): void {
  app.enableSandbox();
  registerScheme();
  setSwitches(app);
  const home = moveHome(app);
  const log = openLog(home.logs);
  logUncaught(log);

  let waiting = filesNamed(process.argv.slice(1), process.cwd());
  if (!app.requestSingleInstanceLock({ files: waiting })) {
    app.exit(0);
    return;
  }
  let window: BrowserWindow | null = null;
  const receive = (files: readonly string[]): void => {
    waiting = [...waiting, ...files];
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (files.some((file) => !isBundle(file))) tell(window, 'packs:waiting');
    if (files.some(isBundle)) tell(window, 'bundles:waiting');
  };
  app.on('second-instance', (_event, _words, _folder, data) => {
    const read = filesSchema.safeParse(data);
    receive(read.success ? filesNamed(read.data.files, '/') : []);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive(filesNamed([path], '/'));
  });
  app.on('window-all-closed', () => app.quit());
  stayPut(app);
  // Else Electron makes one of its own first.
  Menu.setApplicationMenu(null);

  const settings = openSettings(home.folder);
  moveAsideIfAsked(home);
  const guards = openGuards(home.folder, { app: app.getVersion(), chromium: process.versions.chrome ?? '' });
  let partition: string | undefined;
  const asked = process.argv.includes('--safe-mode') ? 'asked' : null;
  const facts = {
    ...startFacts(),
    safe: () => (guidanceOnly() ? null : (asked ?? (guards.failed ? 'failed' : null))),
    guidanceOnly,
    lowSpace: () => isLow(home.folder),
  };
  function guidanceOnly(): boolean {
    return partition !== undefined;
  }
  let leaving: Leaving | null = null;
  const ballast = openBallast(home.folder);
  let desk: Promise<Answers> | null = null;
  const answers = (): Promise<Answers> => {
    desk ??= import('./open-desk.ts').then(({ openDesk }) =>
      openDesk({
        home,
        log,
        guards,
        ballast,
        window: ourWindow,
        settings,
        leaving: () => there(leaving),
        facts,
        starters: STARTERS,
        takeWaiting: (bundles) => {
          const taken = waiting.filter((file) => isBundle(file) === bundles);
          waiting = waiting.filter((file) => isBundle(file) !== bundles);
          return taken;
        },
        receive,
        guidance: () => {
          const before = window;
          endWork();
          partition = 'guidance';
          void open().then(() => before?.destroy());
        },
      }),
    );
    return desk;
  };
  const endWork = (): void => void desk?.then(({ windowGone }) => windowGone());
  const addMenu = async () => {
    const { applySettings } = await import('./apply-settings.ts');
    applySettings(settings.current(), ourWindow);
  };
  // Not before the page is on its way: the first screen needs neither.
  const hearView = (opened: BrowserWindow): void => {
    opened.webContents.once('dom-ready', async () => {
      const { hearViewing } = await import('./viewing.ts');
      const words = await say();
      if (!opened.isDestroyed()) hearViewing(opened, () => words);
    });
  };
  const say = async () => (await import('#domain/words/words.ts')).sayIn(settings.current().language);
  function ourWindow(): BrowserWindow {
    return there(window);
  }

  const open = async (): Promise<void> => {
    const its = partition === undefined ? session.defaultSession : session.fromPartition(partition);
    const shut = shutSession(its, home.profile);
    serve(its, assetsOf(join(BUILT, 'renderer')));
    if (window === null) {
      const start = () => {
        leaving?.listens();
        return startOf(settings.current(), facts);
      };
      handleCalls({ 'app:start': { args: START_ARGUMENTS, answer: start } }, answers, () => window, log);
      hearSystemEnd(() => leaving?.ends());
    }
    nativeTheme.themeSource = settings.current().theme;
    // Nothing loads before the network's process has answered.
    await shut;
    // What is kept for the worst goes before Chromium opens its store: it needs some space for that.
    if (isLow(home.folder)) await ballast.look();
    const opened = openWindow({
      folder: home.folder,
      preload: PRELOAD,
      development: !app.isPackaged,
      partition,
      log,
    });
    window = opened;
    showWhenReady(opened, addMenu);
    hearView(opened);
    askedByShift(opened, () => tell(opened, 'safe'));
    leaving = holdClosing(opened, {
      ask: () => tell(window, 'leaving'),
      confirm: async (unsaved) => confirmUnsaved(opened, unsaved, await say()),
      later: setTimeout,
    });
    const flush = (): void => tell(window, 'flush');
    hearSessionEnd(opened, flush, () => leaving?.ends());
    powerMonitor.on('suspend', flush);
    powerMonitor.on('lock-screen', flush);
    hearGone(opened, () => window === opened && endWork());
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    recover(opened, say, log);
  };
  app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      log('start failed', error);
      app.exit(1);
    });
}

function there<T>(made: T | null): T {
  if (made === null) throw new Error('There is no window yet');
  return made;
}

function startFacts() {
  return {
    version: app.getVersion(),
    runtime: {
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
      platform: process.platform,
    },
    development: !app.isPackaged,
    givenDay: process.env.SATCHEL_TODAY,
    now: () => new Date(),
  };
}
