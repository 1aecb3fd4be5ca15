import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { JournalOverview } from '#bridge/notes.ts';
import type { Draft, Entry } from '#domain/journal/entry.ts';
import { LIMITS } from '#domain/limits.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import type { Home } from '../boot/home.ts';
import { type Later, Tickets } from '../ipc/tickets.ts';
import { clearAway } from './journal/disk.ts';
import { type Journal, type JournalEffects, journalEffects, openJournal } from './journal/journal.ts';
import { diskProblem } from './journal/journal-problem.ts';
import { writeOnDisk } from './journal/whole-on-disk.ts';
import type { Snapshots } from './snapshots/snapshots.ts';

/** What is kept of notes outside the window's own store: their journal, and their pictures and files. */
export interface Keeper {
  /** All or none. @throws ProblemError `no-space` or `journal-unwritable`; then nothing counts as kept */
  keep(drafts: readonly Draft[]): Promise<null>;
  /** The same for what is too much for one message: it is gathered under a ticket, and written when it is all there. */
  gather(): Promise<string>;
  add(ticket: string, drafts: readonly Draft[]): null;
  keepAll(ticket: string): Promise<null>;
  /** Nobody will bring the rest of what is gathered. */
  windowGone(): Promise<void>;
  overview(): Promise<JournalOverview>;
  entries(notes: readonly string[]): Promise<readonly Entry[]>;
  revisions(wanted: readonly Pick<Entry, 'note' | 'rev'>[]): Promise<readonly Entry[]>;
  /** @returns the SHA-256 of the bytes */
  keepFile(bytes: Uint8Array): Promise<string>;
  readFile(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** For what goes with snapshots. */
  journal(): Promise<Journal>;
}

/** What a window that brings nothing for so long, ms, has gathered is let go: nothing of it was written. */
const PATIENCE = 60_000;

type Folders = Pick<Home, 'journal' | 'files'>;

/** Opens nothing before the first question: a start without notes costs nothing. */
export function openKeeper(
  { journal: folder, files }: Folders,
  snapshots: Pick<Snapshots, 'heads'>,
  effects: JournalEffects & { readonly later?: Later } = journalEffects,
  second?: (title: string) => string,
): Keeper {
  const { disk } = effects;
  let opened: Promise<Journal> | null = null;
  const gathered = new Tickets<Draft[]>({ end: () => undefined, patience: PATIENCE }, effects.later);

  const open = async (): Promise<Journal> => {
    // Numbers rise: one of the two newest names the highest, also where the other is damaged.
    const after = Math.max(0, ...(await snapshots.heads()).map(({ journal }) => journal));
    return given(await openJournal(folder, { after, ...(second && { second }) }, effects));
  };
  const journal = (): Promise<Journal> => {
    opened ??= open().catch((error: unknown) => {
      // A disk that was away may be back at the next question.
      opened = null;
      throw error;
    });
    return opened;
  };

  const read = async <T>(work: (journal: Journal) => Promise<T>): Promise<T> => {
    try {
      return await work(await journal());
    } catch (error) {
      throw error instanceof ProblemError ? error : new ProblemError(diskProblem(error, 'journal-unwritable'));
    }
  };

  /** A file that rotted is none: the window's store may still have it. @throws what the disk said */
  const kept = async (sha256: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const path = join(files, sha256);
    if ((await disk.look(path)) === null) return null;
    const bytes = new Uint8Array(await disk.read(path));
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
  };

  /** Once, before the first is written: what a start that was cut off left unfinished. */
  const tidy = async (): Promise<void> => {
    const left = (await disk.names(files)).filter((name) => name.endsWith('.part'));
    await clearAway(
      left.map((name) => join(files, name)),
      disk,
    );
  };
  let tidied: Promise<unknown> | null = null;

  const keep = async (drafts: readonly Draft[]): Promise<null> => {
    given(await (await journal()).append(drafts));
    return null;
  };

  return {
    journal,
    keep,
    gather: () => gathered.make(() => []),
    add(ticket, drafts) {
      const all = gathered.get(ticket);
      if (all.length + drafts.length > LIMITS.bundleEntries) throw new ProblemError({ code: 'call-refused' });
      all.push(...drafts);
      return null;
    },
    keepAll: async (ticket) => keep(gathered.take(ticket)),
    windowGone: () => gathered.windowGone(),
    async overview() {
      const now = await journal();
      const heads = now.heads().map(({ note, rev, op, held }) => ({ note, rev, op, held }));
      return { heads, last: now.lastTime(), damaged: now.found.damaged + now.found.unread };
    },
    entries: (notes) => read(async (now) => now.entries(notes)),
    revisions: (wanted) => read(async (now) => now.revisions(wanted)),
    async keepFile(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = join(files, sha256);
      try {
        // Looked at to the last byte: what rotted has the size that it had.
        if (await kept(sha256).catch(expected)) return sha256;
        await disk.makeFolder(files);
        tidied ??= tidy().catch(expected);
        await tidied;
        await writeOnDisk(path, bytes, disk);
        return sha256;
      } catch (error) {
        throw new ProblemError(diskProblem(error, 'journal-unwritable', bytes.length));
      }
    },
    async readFile(sha256) {
      try {
        return await kept(sha256);
      } catch (error) {
        throw new ProblemError(unreadable(error));
      }
    },
  };
}

function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problem);
}

/** What cannot be read is written again. @throws what the disk did not say */
function expected(error: unknown): null {
  diskProblem(error, 'journal-unwritable');
  return null;
}

function unreadable(error: unknown): Problem {
  diskProblem(error, 'journal-unwritable');
  return { code: 'file-unreadable', file: 'files' };
}
