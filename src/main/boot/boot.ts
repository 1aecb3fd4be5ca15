import { existsSync } from 'node:fs';
import { close as closeInspector, url as inspectorAddress } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme, powerMonitor, session } from 'electron';
import type { Start } from '#bridge/start.ts';
import { z } from '#domain/early-schema.ts';
import { type Answers, handleCalls, tell } from '../ipc/handle.ts';
import { openBallast } from '../notes/journal/ballast.ts';
import { filesNamed, isBundle } from '../packs/pack-files.ts';
import { mayAskServers } from '../packs/sources/may-ask-servers.ts';
import { openSettings } from '../system/settings.ts';
import { assetsOf } from '../window/assets.ts';
import { holdClosing, type Leaving } from '../window/leaving.ts';
import { confirmBusy, confirmUnsaved, hearSessionEnd, hearSystemEnd } from '../window/leaving-effects.ts';
import { stayPut } from '../window/navigation.ts';
import { registerScheme, serve } from '../window/protocol.ts';
import { showWhenReady } from '../window/showing.ts';
import { leaveScreen, openWindow } from '../window/window.ts';
import { hearGone } from '../window/window-gone.ts';
import { recover } from './crash.ts';
import { isLow } from './free-space.ts';
import { openGuards } from './guards.ts';
import { moveHome } from './home.ts';
import { fileEffects, readingEffects } from './json-file.ts';
import { keepHold } from './keep-hold.ts';
import { openLog } from './log.ts';
import { keepPrivate } from './own-rights.ts';
import { isHeldByOther } from './profile-lock.ts';
import { removeReadingPlace, takeStore } from './reading-place.ts';
import { askedByShift, moveAsideIfAsked } from './safety-effects.ts';
import { shutSession } from './session.ts';
import { startOf } from './start.ts';
import { StartRefused } from './start-refused.ts';
import { refusedIn, switchesIn } from './start-switches.ts';
import type { StartWatch } from './start-watch.ts';
import { setSwitches, shutNames } from './switches.ts';

const filesSchema = z.object({ files: z.array(z.string()).check(z.maxLength(1_000)) });

/**
 * Starts the app. The order matters: what must not be asked for, sandbox, scheme and folders come before Electron is
 * ready, the lock before both. What is thrown ends the start with a sentence. `built`: the folder `out/`.
 */
export function boot(watch: StartWatch, built: string): void {
  if (!watch.driven) demandOwnSwitches();
  app.enableSandbox();
  registerScheme();
  setSwitches(app);
  const home = moveHome(app);
  const servers = mayAskServers(home.folder);
  if (!servers) shutNames(app);
  const log = openLog(home.logs);
  watch.use(log);

  let waiting = filesNamed(process.argv.slice(1), process.cwd());
  if (!app.requestSingleInstanceLock({ files: waiting })) {
    // Nobody heard of this start: it would end without a word.
    if (!existsSync(home.profile)) throw new StartRefused('main.gone.fact', 'main.gone.more', {});
    if (!isHeldByOther(home.profile))
      throw new StartRefused('main.noTemp.fact', 'main.noTemp.more', { folder: tmpdir() });
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

  let heldBy = home.reading?.heldBy ?? null;
  const hold = home.reading
    ? null
    : keepHold(home.folder, (by) => {
        heldBy = by;
        tell(window, 'taken', by);
      });
  const files = home.reading
    ? readingEffects
    : {
        ...fileEffects,
        // What another machine has taken over is its own, down to where the window stood.
        write: (path: string, text: string) => (hold?.sureNow() ? undefined : fileEffects.write(path, text)),
      };
  if (home.reading) app.once('quit', () => removeReadingPlace(home));
  else keepPrivate(home);
  const settings = openSettings(home.folder, files);
  const stuck = !home.reading && moveAsideIfAsked(home, log);
  const guards = openGuards(home.folder, versions(), files);
  let partition: string | undefined;
  let safe: 'asked' | 'failed' | null = null;
  if (stuck || process.argv.includes('--safe-mode')) safe = 'asked';
  else if (guards.failed) safe = 'failed';
  /** What was open when the app or its window stopped, until the window was told. */
  let notOpened: Start['notOpened'] = null;
  const leftOut = (address: string | null, why: 'broke' | 'safe'): void => {
    if (address !== null) notOpened = { address, why };
  };
  const facts = {
    ...startFacts(),
    safe: () => (guidanceOnly() ? null : safe),
    guidanceOnly,
    reading: () => home.reading !== null,
    heldBy: () => heldBy,
    notOpened: () => notOpened,
    lowSpace: () => isLow(home.profile),
  };
  function guidanceOnly(): boolean {
    return partition !== undefined;
  }
  let leaving: Leaving | null = null;
  const ballast = openBallast(home.folder);
  let answers: Promise<Answers> | null = null;
  const openOnce = (): Promise<Answers> => {
    if (answers) return answers;
    answers = import('./answers.ts').then(({ openAnswers }) =>
      openAnswers({
        home,
        log,
        guards,
        ballast,
        window: ourWindow,
        hears: () => window,
        settings,
        leaving: () => there(leaving),
        facts,
        heldBy: async (anew) => (hold ? hold.sure(anew) : heldBy),
        starters: join(built, '../resources/packs'),
        roots: join(built, '../resources/trust'),
        driven: watch.driven,
        servers,
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
    // A part of the app that is missing lets nothing work.
    answers.catch((error: unknown) => watch.fail(error));
    return answers;
  };
  const endWork = (): void => void answers?.then(({ windowGone }) => windowGone());
  const addMenu = async () => {
    const [{ applySettings }] = await Promise.all([import('./apply-settings.ts'), say()]);
    applySettings(settings.current(), ourWindow);
  };
  // Not before the page is on its way: the first screen needs neither.
  const hearView = (opened: BrowserWindow): void => {
    opened.webContents.once('dom-ready', async () => {
      const { hearViewing } = await import('../window/viewing.ts');
      const words = await say();
      if (!opened.isDestroyed()) hearViewing(opened, () => words);
    });
  };
  const say = async () => {
    const { loadWords, sayIn } = await import('#domain/words/words.ts');
    const { language } = settings.current();
    await loadWords(language);
    return sayIn(language);
  };
  function ourWindow(): BrowserWindow {
    return there(window);
  }

  const open = async (): Promise<void> => {
    const its = partition === undefined ? session.defaultSession : session.fromPartition(partition);
    const shut = shutSession(its, home.profile);
    serve(its, assetsOf(join(built, 'renderer')));
    if (window === null) {
      const start = () => {
        leaving?.listens();
        const answer = startOf(settings.current(), facts);
        notOpened = null;
        return answer;
      };
      handleCalls({ 'app:start': start }, openOnce, () => window, log);
      hearSystemEnd(() => leaving?.ends());
    }
    nativeTheme.themeSource = settings.current().theme;
    // Nothing loads before the network's process has answered.
    await shut;
    if (home.reading && window === null) await takeStore(home.reading.stored, home.profile);
    // What is kept for the worst goes before Chromium opens its store: it needs some space for that.
    if (isLow(home.profile)) await ballast.look();
    const { window: opened, ...last } = openWindow({
      folder: home.folder,
      preload: join(built, 'preload/index.cjs'),
      development: !app.isPackaged,
      partition,
      // What stood there may be why it stopped.
      resumes: !guards.broke && safe === null,
      files,
      log,
    });
    window = opened;
    if (partition === undefined) leftOut(last.notOpened, guards.broke ? 'broke' : 'safe');
    showWhenReady(opened, addMenu, () => watch.stands());
    hearView(opened);
    opened.webContents.on('did-fail-load', (_event, code, _words, _url, isMainFrame) => {
      if (isMainFrame && code !== ABORTED && !opened.isVisible()) watch.fail(new Error('no page'));
    });
    askedByShift(opened, () => {
      safe = 'asked';
      leftOut(leaveScreen(opened), 'safe');
    });
    leaving = holdClosing(opened, {
      ask: () => tell(window, 'leaving'),
      confirm: async (unsaved) => confirmUnsaved(opened, unsaved, await say()),
      confirmBusy: async (signal) => confirmBusy(opened, await say(), signal),
      goes: (answered) => answered && guards.closed(),
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
    recover(opened, () => leftOut(leaveScreen(opened), 'broke'), say, log);
  };
  app
    .whenReady()
    .then(async () => {
      if (watch.failed()) return;
      await open();
      const [{ watchDay }, { dayEffects }] = await Promise.all([
        import('./day-watch.ts'),
        import('./day-watch-effects.ts'),
      ]);
      watchDay(
        () => startOf(settings.current(), facts).today,
        (day) => tell(window, 'today', day),
        dayEffects,
      );
    })
    .catch((error: unknown) => watch.fail(error));
}

/** Chromium's word for a load that another one took the place of. */
const ABORTED = -3;

/**
 * Ports that other programs could drive the app by, and switches that turn its protections off, are for tests alone.
 *
 * @throws StartRefused
 */
function demandOwnSwitches(): void {
  // Node's signal for "let a debugger in".
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
  const words = process.argv.slice(1);
  const refused = refusedIn(words, process.env, process.platform);
  if (refused === null) return;
  // Nothing of it works while the sentence stands there.
  for (const name of switchesIn(words, process.platform)) app.commandLine.removeSwitch(name);
  if (inspectorAddress() !== undefined) closeInspector();
  const name = refused.what === 'switch' ? `--${refused.name}` : refused.name;
  throw new StartRefused(`main.${refused.what}.fact`, `main.${refused.what}.more`, { name });
}

const versions = () => ({ app: app.getVersion(), chromium: process.versions.chrome ?? '' });

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
