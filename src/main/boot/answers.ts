import type { BrowserWindow } from 'electron';
import type { HeldBy } from '#domain/held-by.ts';
import type { Problem } from '#domain/problem.ts';
import { loadWords, sayIn } from '#domain/words/words.ts';
import { argumentsOf } from '../ipc/arguments.ts';
import { type Answers, tell } from '../ipc/handle.ts';
import { writingUnless } from '../ipc/home-writes.ts';
import { noteTopic } from '../notes/answers.ts';
import { openBackups } from '../notes/backups.ts';
import { guardDisk } from '../notes/guarded-disk.ts';
import type { Ballast } from '../notes/journal/ballast.ts';
import { realDisk } from '../notes/journal/disk.ts';
import { journalEffects } from '../notes/journal/journal.ts';
import { openKeeper } from '../notes/keeper.ts';
import { openSnapshots, snapshotEffects } from '../notes/snapshots/snapshots.ts';
import { openPackTopic } from '../packs/answers.ts';
import { openOurSources } from '../packs/sources/our-sources.ts';
import { everyLook, openReader } from '../reading/reader.ts';
import { startReaderProcess } from '../reading/reader-process.ts';
import { openSharingTopic } from '../sharing/answers.ts';
import { systemAnswers } from '../system/answers.ts';
import type { SettingsBook } from '../system/settings.ts';
import { windowAnswers } from '../window/answers.ts';
import type { Leaving } from '../window/leaving.ts';
import type { Guards } from './guards.ts';
import type { OpenHome } from './home.ts';
import type { Log } from './log.ts';
import { openSafety } from './safety.ts';
import { safetyEffects } from './safety-effects.ts';
import { type StartFacts, startOf } from './start.ts';

/** What stands before the window does. */
interface Early {
  readonly window: () => BrowserWindow;
  /** The same where there may be none. */
  readonly hears: () => BrowserWindow | null;
  readonly settings: SettingsBook;
  readonly leaving: () => Leaving;
  readonly facts: StartFacts;
  /** Folder of the packs that came with the app. */
  readonly starters: string;
  /** Folder of the roots that came with the app. */
  readonly roots: string;
  /** Whether this start may ask servers. */
  readonly servers: boolean;
  /** Whether tests drive this start. */
  readonly driven: boolean;
  /** Takes the files that wait: those of notes, or packs. */
  readonly takeWaiting: (bundles: boolean) => readonly string[];
  /** Lets files wait and tells the window. */
  readonly receive: (files: readonly string[]) => void;
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
export async function openAnswers({ home, log, guards, ballast, guidance, heldBy, ...early }: Early): Promise<Answers> {
  const { settings, facts, window, hears, leaving, takeWaiting } = early;
  await loadWords(settings.current().language);
  const today = () => startOf(settings.current(), facts).today;
  const say = () => sayIn(settings.current().language);
  const inUse = (by: HeldBy): Problem => ({ code: 'in-use', ...by });
  const { reading } = home;
  const refusal: Problem | null = reading && (reading.heldBy ? inUse(reading.heldBy) : { code: 'read-only' });
  const problem = async (anew = false): Promise<Problem | null> => {
    const by = refusal ? null : await heldBy(anew);
    return by ? inUse(by) : refusal;
  };
  const writing = writingUnless(refusal);
  const disk = guardDisk(realDisk, () => problem());
  const snapshots = openSnapshots(home.snapshots, null, { ...snapshotEffects(today), disk });
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
  const common = { window, say, today, writing, leaving };
  // One for packs and one for notes: a file that costs too much ends only its own.
  const readerOf = () => openReader({ start: startReaderProcess, every: everyLook });
  const sourceReader = readerOf();
  const sources = openOurSources(home, {
    reader: sourceReader,
    roots: [early.roots, ...(facts.development ? [process.env.SATCHEL_TRUST ?? ''] : [])].filter((path) => path !== ''),
    starters: early.starters,
    loopback: early.driven,
    servers: early.servers,
    mayAsk: () => refusal === null && facts.heldBy() === null && !facts.guidanceOnly(),
    now: facts.now,
    changed: (all) => tell(hears(), 'sources:changed', all),
    told: (progress) => tell(hears(), 'sources:progress', progress),
    broke: (error) => log('a source was not asked', error),
  });
  const packs = openPackTopic({
    ...common,
    reader: readerOf(),
    sources,
    problem: () => problem(),
    sourceReader,
    releases: home.folder,
    profile: home.profile,
    starters: early.starters,
    takeWaiting: () => takeWaiting(false),
    receive: early.receive,
  });
  const notes = noteTopic({ ...common, keeper, backups, files: home.files });
  const sharing = openSharingTopic({ ...common, keeper, reader: readerOf(), takeWaiting: () => takeWaiting(true) });
  return {
    argumentsOf,
    answers: {
      ...systemAnswers({ ...common, settings, safety, heldBy: facts.heldBy, refusal, problem: () => problem(true) }),
      ...windowAnswers(common),
      ...packs.answers,
      ...notes.answers,
      ...sharing.answers,
    },
    windowGone: () => {
      for (const topic of [packs, sharing, notes])
        topic.windowGone().catch((error: unknown) => log('work of a window did not end', error));
    },
  };
}
