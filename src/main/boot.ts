import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, powerMonitor, session } from 'electron';
import { z } from '#domain/schema.ts';
import { sayIn } from '#domain/words/words.ts';
import { assetsOf } from './assets.ts';
import { openBackups } from './backups.ts';
import { logUncaught, recover } from './crash.ts';
import { freeSpace, isLow } from './free-space.ts';
import { openGuards } from './guards.ts';
import { handleCalls, tell } from './handle.ts';
import { applySettings, handlersAt } from './handlers.ts';
import { moveHome } from './home.ts';
import { openBallast } from './journal/ballast.ts';
import { openKeeper } from './keeper.ts';
import { holdClosing, type Leaving } from './leaving.ts';
import { confirmUnsaved, hearSessionEnd, hearSystemEnd } from './leaving-effects.ts';
import { openLog } from './log.ts';
import { stayPut } from './navigation.ts';
import { openOffers } from './offers.ts';
import { filesNamed, isBundle } from './pack-files.ts';
import { registerScheme, serve } from './protocol.ts';
import { openSafety } from './safety.ts';
import { askedByShift, moveAsideIfAsked, safetyEffects } from './safety-effects.ts';
import { shutSession } from './session.ts';
import { openSettings } from './settings.ts';
import { openSnapshots, snapshotEffects } from './snapshots/snapshots.ts';
import { startOf } from './start.ts';
import { setSwitches } from './switches.ts';
import { openWindow } from './window.ts';

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
  const today = () => startOf(settings.current(), facts).today;
  const snapshots = openSnapshots(home.snapshots, null, snapshotEffects(today));
  let leaving: Leaving | null = null;
  const keeper = openKeeper(home, snapshots);
  const backups = openBackups(snapshots, keeper, facts.version, () => [
    { table: 'settings', rows: [settings.current()] },
  ]);
  const ballast = openBallast(home.folder);
  const safety = openSafety(home.folder, guards, backups, ballast, log, {
    ...safetyEffects(home, ourWindow),
    guidance: () => {
      const before = window;
      partition = 'guidance';
      void open().then(() => before?.destroy());
    },
  });
  const desk = {
    window: ourWindow,
    settings,
    offers: openOffers(() => freeSpace(home.profile)),
    keeper,
    backups,
    safety,
    files: home.files,
    leaving: () => there(leaving),
    facts,
    starters: STARTERS,
    takeWaiting: (bundles: boolean) => {
      const taken = waiting.filter((file) => isBundle(file) === bundles);
      waiting = waiting.filter((file) => isBundle(file) !== bundles);
      return taken;
    },
    receive,
  };
  function ourWindow(): BrowserWindow {
    return there(window);
  }

  const open = async (): Promise<void> => {
    // The menu and the rest are made while the network's process answers; nothing loads before it has.
    const its = partition === undefined ? session.defaultSession : session.fromPartition(partition);
    const shut = shutSession(its);
    serve(its, assetsOf(join(BUILT, 'renderer')));
    if (window === null) {
      handleCalls(handlersAt(desk), () => window, log);
      hearSystemEnd(() => leaving?.ends());
    }
    applySettings(desk);
    await shut;
    // What is kept for the worst goes before Chromium opens its store: it needs some space for that.
    if (isLow(home.folder)) await ballast.look();
    const say = () => sayIn(settings.current().language);
    const opened = openWindow({
      folder: home.folder,
      preload: PRELOAD,
      title: say()('app.name'),
      development: !app.isPackaged,
      partition,
      log,
    });
    window = opened;
    askedByShift(opened, () => tell(opened, 'safe'));
    leaving = holdClosing(opened, {
      ask: () => tell(window, 'leaving'),
      confirm: (unsaved) => confirmUnsaved(opened, unsaved, say()),
      later: setTimeout,
    });
    const flush = (): void => tell(window, 'flush');
    hearSessionEnd(opened, flush, () => leaving?.ends());
    powerMonitor.on('suspend', flush);
    powerMonitor.on('lock-screen', flush);
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
