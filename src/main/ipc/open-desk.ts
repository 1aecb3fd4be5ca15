import { dirname } from 'node:path';
import type { HeldBy } from '#domain/held-by.ts';
import type { Problem } from '#domain/problem.ts';
import { sayIn } from '#domain/words/words.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { freeSpace } from '../boot/free-space.ts';
import type { Guards } from '../boot/guards.ts';
import type { OpenHome } from '../boot/home.ts';
import type { Log } from '../boot/log.ts';
import { openSafety } from '../boot/safety.ts';
import { safetyEffects } from '../boot/safety-effects.ts';
import { startOf } from '../boot/start.ts';
import { openBackups } from '../notes/backups.ts';
import { guardDisk } from '../notes/guarded-disk.ts';
import type { Ballast } from '../notes/journal/ballast.ts';
import { realDisk } from '../notes/journal/disk.ts';
import { journalEffects } from '../notes/journal/journal.ts';
import { openKeeper } from '../notes/keeper.ts';
import { openSnapshots, snapshotEffects } from '../notes/snapshots/snapshots.ts';
import { openOffers } from '../packs/offers.ts';
import { noteHtmlBy } from '../reading/note-html-by.ts';
import { readPacks } from '../reading/read-pack.ts';
import { everyLook, openReader } from '../reading/reader.ts';
import { startReaderProcess } from '../reading/reader-process.ts';
import { openBundleOffers } from '../sharing/bundle-offers.ts';
import { shareEffects } from '../sharing/share-effects.ts';
import { openShareJobs } from '../sharing/share-jobs.ts';
import { ARGUMENTS } from './arguments.ts';
import { type Answers, tell } from './handle.ts';
import { type Desk, handlersAt } from './handlers.ts';

/** What stands before the window does. */
export interface Early
  extends Pick<Desk, 'window' | 'settings' | 'leaving' | 'facts' | 'starters' | 'takeWaiting' | 'receive'> {
  readonly home: OpenHome;
  readonly log: Log;
  readonly guards: Guards;
  readonly ballast: Ballast;
  /** Who took the folder over since it was opened; asked before each write. */
  readonly heldBy: (anew?: boolean) => Promise<HeldBy | null>;
  /** Opens the window anew on a store in memory. */
  readonly guidance: () => void;
}

/** The answers to all that the window asks once it stands. Loaded with the first of them, so that it stands sooner. */
export function openDesk({ home, log, guards, ballast, guidance, heldBy, ...early }: Early): Answers {
  const { settings, facts, window } = early;
  const today = () => startOf(settings.current(), facts).today;
  const inUse = (by: HeldBy): Problem => ({ code: 'in-use', ...by });
  const { reading } = home;
  const refusal: Problem | null = reading && (reading.heldBy ? inUse(reading.heldBy) : { code: 'read-only' });
  const problem = async (anew = false): Promise<Problem | null> => {
    const by = refusal ? null : await heldBy(anew);
    return by ? inUse(by) : refusal;
  };
  const disk = guardDisk(realDisk, () => problem());
  const snapshots = openSnapshots(home.snapshots, null, { ...snapshotEffects(today), disk });
  const say = () => sayIn(settings.current().language);
  const second = (title: string) => say()('safety.second', { title });
  const keeper = openKeeper(home, snapshots, { ...journalEffects, disk }, second);
  const backups = openBackups(snapshots, keeper, facts.version, () => [
    { table: 'settings', rows: [settings.current()] },
  ]);
  const safety = openSafety(home.folder, guards, backups, ballast, log, {
    ...safetyEffects(home, window),
    guidance,
    problem: () => problem(true),
  });
  // One for packs and one for notes: a file that costs too much ends only its own.
  const readerEffects = { start: startReaderProcess, every: everyLook };
  const reader = openReader(readerEffects);
  const packReader = openReader(readerEffects);
  const readOthers = readPacks(packReader);
  const offers = openOffers(
    () => freeSpace(home.profile),
    // What came with the app is no file of others: a start waits for no other process.
    (path) => (dirname(path) === early.starters ? openPack(path) : readOthers(path)),
  );
  const bundles = openBundleOffers({
    reader,
    keepFile: (bytes) => keeper.keepFile(bytes),
    told: (reading) => tell(window(), 'bundles:reading', reading),
  });
  const shares = openShareJobs({
    ...shareEffects(window, say, (sha256) => keeper.readFile(sha256)),
    htmlOf: noteHtmlBy(reader),
  });
  const ofWindow = [offers, bundles, shares, keeper, backups];
  return {
    args: ARGUMENTS,
    handlers: handlersAt({
      ...early,
      offers,
      keeper,
      backups,
      safety,
      bundles,
      shares,
      readers: { packs: packReader, notes: reader },
      files: home.files,
      folder: home.folder,
      refusal,
      problem: () => problem(true),
    }),
    windowGone: () => {
      for (const one of ofWindow)
        Promise.resolve(one.windowGone()).catch((error: unknown) => log('work of a window did not end', error));
    },
  };
}
