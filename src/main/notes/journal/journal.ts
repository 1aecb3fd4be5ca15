import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Draft, Entry, Start } from '#domain/journal/entry.ts';
import { foldJournal } from '#domain/journal/heads.ts';
import type { SnapshotProof } from '#domain/journal/holding.ts';
import { entryAt, type LineHead, writeLine } from '#domain/journal/line.ts';
import { ProblemError } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { Appender } from './appender.ts';
import { type Compacted, compactFiles } from './compact.ts';
import { type CompactionRule, heldBySnapshots, lastTwo } from './compaction-rule.ts';
import type { Contested } from './contested.ts';
import { clearAway, type Disk, realDisk } from './disk.ts';
import { LateRevisions, linesFor, linesForContested, type Naming } from './forks.ts';
import { journalNumbers, readJournalFile, unfinished } from './journal-files.ts';
import { diskProblem } from './journal-problem.ts';
import { type FiledHead, headOf, type JournalHead, type JournalState, type Read, readFolder } from './journal-read.ts';
import { KnownFiles } from './known-files.ts';

export interface JournalEffects {
  readonly disk: Disk;
  readonly now: () => Date;
}

export const journalEffects: JournalEffects = { disk: realDisk, now: () => new Date() };

/** A new file begins after this many bytes; of the one that was left the last two lines of each note stay. */
const FILE_LIMIT = 8 * 1024 * 1024;
/** Each start begins a file: so many are put together though nothing goes. */
const MANY_FILES = 16;
/** A line that is on the disk. */
type Stamp = Pick<Entry, 'note' | 'rev' | 'seq' | 'time'>;

export interface Journal {
  readonly found: JournalState;
  /**
   * Writes some revisions down, all or none. It answers, with the lines, when the disk has them; what comes meanwhile
   * goes together into the next write. Where one was made without knowledge of the last, the words that would have gone
   * become a note of their own. Refuses with `no-space` or `journal-unwritable`; the caller may try again.
   */
  append(drafts: readonly Draft[]): Promise<Result<readonly Stamp[]>>;
  heads(): readonly JournalHead[];
  readonly head: (note: string) => JournalHead | null;
  /** The last line of each of these notes, read from the disk. A note whose content a snapshot holds has no fields. */
  entries(notes: readonly string[]): Promise<readonly Entry[]>;
  /** The last line of each of these revisions, where the journal still has it with its content. */
  revisions(wanted: readonly Pick<Entry, 'note' | 'rev'>[]): Promise<readonly Entry[]>;
  /** Sequence number of the last line that was answered for; 0 for none. */
  last(): number;
  /** When the last line was written, ISO 8601 in UTC; `null` for none. */
  lastTime(): string | null;
  /** Bytes of all lines since the last compaction. */
  size(): number;
  /**
   * Takes the content of those lines out that snapshots have, word for word, as they were read back: take
   * `Snapshots.proofs()`. It answers how many bytes went.
   */
  compact(proofs: readonly SnapshotProof[]): Promise<Result<number>>;
  close(): Promise<void>;
}

interface Job {
  readonly drafts: readonly Draft[];
  readonly answer: (result: Result<readonly Stamp[]>) => void;
  readonly fail: (error: unknown) => void;
}

export interface JournalOptions {
  /** Numbers go on above this: the `journal` of the newest snapshot, lest a journal that was lost begins anew at 1. */
  readonly after?: number;
  /** Bytes from which a file is left for a new one. */
  readonly fileLimit?: number;
  /** The title of a second copy, from the title of the first. */
  readonly second?: Naming['second'];
}

/** Opens a journal folder, which need not be there yet. Refuses with `journal-unwritable` when it cannot be read. */
export async function openJournal(
  folder: string,
  { after = 0, fileLimit = FILE_LIMIT, second = (title) => title }: JournalOptions = {},
  effects: JournalEffects = journalEffects,
): Promise<Result<Journal>> {
  try {
    const read = await readFolder(folder, effects.disk);
    const naming = { newId: randomUUID, second };
    const nextSeq = Math.max(read.nextSeq, after + 1);
    const journal = new FolderJournal(folder, effects, fileLimit, naming, { ...read, nextSeq });
    await journal.settle(read.contested);
    return ok(journal);
  } catch (error) {
    return refuse(diskProblem(error, 'journal-unwritable'));
  }
}

class FolderJournal implements Journal {
  readonly found: JournalState;
  readonly #folder: string;
  readonly #effects: JournalEffects;
  readonly #appender: Appender;
  readonly #limit: number;
  readonly #naming: Naming;
  readonly #late = new LateRevisions();
  readonly #heads: Map<string, FiledHead>;
  readonly #files: KnownFiles;
  /** The mark of this start. */
  readonly #start: Start;
  #next: number;
  #last: number;
  #lastTime: string | null;
  #size: number;
  /** Number of the file that is written to; before the first write that of the newest one, 0 for none. */
  #newest: number;
  #waiting: Job[] = [];
  /** Goes into the first write that succeeds. */
  #owed: readonly Draft[] = [];
  /** The end of all work on the newest file that was begun. */
  #turn: Promise<unknown> = Promise.resolve();
  /** The end of all that is done with older files. */
  #settling: Promise<unknown> = Promise.resolve();

  constructor(folder: string, effects: JournalEffects, limit: number, naming: Naming, read: Read) {
    const newest = Math.max(0, ...read.files.keys());
    this.#folder = folder;
    this.#effects = effects;
    this.#appender = new Appender(folder, effects.disk, newest + 1, limit);
    this.#limit = limit;
    this.#naming = naming;
    this.#files = new KnownFiles(folder, effects.disk, read.files);
    this.#start = { id: randomUUID().slice(0, 8), knew: read.nextSeq - 1 };
    this.#heads = read.heads;
    this.found = read.found;
    this.#next = read.nextSeq;
    this.#last = read.last;
    this.#lastTime = read.lastTime;
    this.#size = read.found.bytes;
    this.#newest = newest;
  }

  /** What two programs wrote beside each other is two notes before anything else is written. @throws what the disk said */
  async settle(contested: readonly Contested[]): Promise<void> {
    const owed: Draft[] = [];
    for (const { note, last, lost } of contested) {
      const read = async ({ seq, file }: Contested['last']): Promise<readonly Entry[]> =>
        this.#read([file], (head) => head.note === note && head.seq === seq);
      const [its] = await read(last);
      if (its) owed.push(...linesForContested((await Promise.all(lost.map(read))).flat(), its, this.#naming));
    }
    this.#owed = owed;
    if (owed.length === 0) return;
    try {
      await this.append([]);
    } catch (error) {
      // Where nothing may be written any more it stays owed, as with a disk that refuses.
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  append(drafts: readonly Draft[]): Promise<Result<readonly Stamp[]>> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ drafts, answer, fail });
      if (this.#waiting.length === 1) this.#inTurn(() => this.#writeWaiting());
    });
  }

  heads(): readonly JournalHead[] {
    return [...this.#heads.values()].map(({ file: _, start: __, ...head }) => head);
  }

  readonly head = (note: string): JournalHead | null => this.#heads.get(note) ?? null;

  entries(notes: readonly string[]): Promise<readonly Entry[]> {
    return this.#settled(async () => {
      const wanted = new Map(notes.flatMap((note) => this.#heads.get(note) ?? []).map((head) => [head.note, head]));
      const files = new Set([...wanted.values()].map(({ file }) => file));
      const found = await this.#read(files, ({ note, seq }) => wanted.get(note)?.seq === seq);
      return [...foldJournal(found).values()];
    });
  }

  revisions(wanted: readonly Pick<Entry, 'note' | 'rev'>[]): Promise<readonly Entry[]> {
    return this.#settled(async () => {
      const revs = new Map(wanted.map(({ note, rev }) => [note, rev]));
      const numbers = await journalNumbers(this.#folder, this.#effects.disk);
      const found = await this.#read(numbers, ({ note, rev, full }) => full && revs.get(note) === rev);
      return [...foldJournal(found).values()];
    });
  }

  async #read(numbers: Iterable<number>, isWanted: (head: LineHead) => boolean): Promise<readonly Entry[]> {
    const found: (Entry | null)[] = [];
    for (const number of numbers) {
      const { bytes, pieces } = await readJournalFile(this.#folder, number, this.#effects.disk);
      for (const piece of pieces) if (piece.kind === 'entry' && isWanted(piece.head)) found.push(entryAt(bytes, piece));
    }
    return found.filter((entry) => entry !== null);
  }

  last(): number {
    return this.#last;
  }

  lastTime(): string | null {
    return this.#lastTime;
  }

  size(): number {
    return this.#size;
  }

  compact(proofs: readonly SnapshotProof[]): Promise<Result<number>> {
    return this.#settled(() => this.#compact(proofs));
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#settling;
    await this.#inTurn(() => this.#appender.leave());
  }

  /** Nothing else moves or removes files meanwhile; appends go on. */
  #settled<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#settling.then(work);
    this.#settling = done.catch(() => {});
    return done;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  /** One write and one sync for all that wait. It never throws: every job gets its own answer. */
  async #writeWaiting(): Promise<void> {
    const jobs = [this.#owedJob(), ...this.#waiting];
    this.#waiting = [];
    const time = this.#effects.now().toISOString();
    const written: { readonly job: Job; readonly entries: readonly Entry[] }[] = [];
    const lines: Uint8Array[] = [];
    /** What this write makes of the notes, should it succeed. */
    const made = new Map<string, Entry>();
    for (const job of jobs) {
      try {
        const entries: Entry[] = [];
        for (const draft of job.drafts) {
          for (const line of await linesFor(draft, this.#before(draft.note, made), this.#naming)) {
            // Numbers of a batch that fails are not given again: its lines may be on the disk all the same.
            const entry = { ...line, seq: this.#next++, time, start: this.#start };
            entries.push(entry);
            made.set(line.note, entry);
          }
        }
        lines.push(Buffer.concat(entries.map(writeLine)));
        written.push({ job, entries });
      } catch (error) {
        job.fail(error);
      }
    }
    const bytes = Buffer.concat(lines);
    let file = this.#newest;
    try {
      if (bytes.length > 0) file = await this.#appender.append(bytes);
    } catch (error) {
      for (const { job } of written) refuseJob(job, error, bytes.length);
      return;
    }
    this.#size += bytes.length;
    this.#wrote(file);
    for (const { job, entries } of written) {
      for (const entry of entries) {
        const { note, seq } = entry;
        this.#late.wrote(entry, Number(this.#heads.get(note)?.rev ?? 0));
        this.#heads.set(note, headOf({ ...entry, full: true }, file));
        this.#last = seq;
        this.#lastTime = time;
      }
      job.answer(ok(entries.map(({ note, rev, seq, time }) => ({ note, rev, seq, time }))));
    }
  }

  #owedJob(): Job {
    const settled = ({ ok }: Result<unknown>): void => {
      if (ok) this.#owed = [];
    };
    // A bug is told to those who wait for their own lines.
    return { drafts: this.#owed, answer: settled, fail: () => {} };
  }

  /** What is known of a note with what the same write makes of it. */
  #before(note: string, made: ReadonlyMap<string, Entry>): Parameters<typeof linesFor>[1] {
    const now = made.get(note);
    const isLate = (rev: number): boolean => this.#late.has(note, rev);
    if (now) return { head: { ...now, held: false }, entry: async () => now, isLate };
    const head = this.#heads.get(note);
    return head ? { head, entry: () => this.#contentOf(head), isLate } : null;
  }

  /** Not in turn with what is done to older files: its file may be written anew meanwhile, and is looked for then. */
  async #contentOf({ note, seq }: FiledHead): Promise<Entry | null> {
    for (let tries = 0; tries < 3; tries++) {
      try {
        const numbers = await journalNumbers(this.#folder, this.#effects.disk);
        const found = await this.#read(numbers, (head) => head.note === note && head.seq === seq && head.full);
        if (found[0]) return found[0];
      } catch (error) {
        diskProblem(error, 'journal-unwritable');
      }
    }
    return null;
  }

  async #compact(proofs: readonly SnapshotProof[]): Promise<Result<number>> {
    try {
      // What is appended from here on goes to newer files, which are left alone.
      const numbers = await this.#inTurn(async () => {
        await this.#appender.leave();
        return this.#files.numbers();
      });
      return ok(await this.#rewrite(numbers, heldBySnapshots(proofs)));
    } catch (error) {
      return refuse(diskProblem(error, 'journal-unwritable', this.#size));
    }
  }

  /** Bytes that went. */
  async #rewrite(numbers: readonly number[], rule: CompactionRule): Promise<number> {
    const { disk } = this.#effects;
    const folder = this.#folder;
    const left = unfinished(await disk.names(folder));
    await clearAway(
      left.map((name) => join(folder, name)),
      disk,
    );
    const into = () => this.#appender.takeNumber();
    const read = await this.#files.asRead(numbers);
    const compacted = await compactFiles(folder, read, into, rule, disk, MANY_FILES);
    this.#take(compacted);
    return compacted.gone;
  }

  #take({ gone, emptied, moved, into }: Compacted): void {
    this.#size -= gone;
    const old = new Set(moved);
    this.#files.gone(moved);
    if (into > 0) this.#files.own(into);
    for (const [note, head] of this.#heads) if (old.has(head.file)) this.#heads.set(note, { ...head, file: into });
    for (const { note, seq } of emptied) {
      const head = this.#heads.get(note);
      if (head?.seq === seq) this.#heads.set(note, { ...head, held: true });
    }
  }

  /** Where a new file was begun, the one that was left is made smaller by and by. */
  #wrote(file: number): void {
    const left = this.#newest;
    this.#newest = file;
    if (file > 0) this.#files.own(file);
    // Nobody waits for it, and a bug in it must show all the same.
    if (left > 0 && left !== file) void this.#settled(() => this.#thin(left)).then(() => {});
  }

  /** Together with what was made smaller before, so that small files do not gather. A disk that refuses loses nothing. */
  async #thin(left: number): Promise<void> {
    try {
      const numbers = await this.#files.small(this.#newest, left, this.#limit);
      await this.#rewrite(numbers, lastTwo);
    } catch (error) {
      // Where nothing may be written any more nothing is made smaller.
      if (!(error instanceof ProblemError)) diskProblem(error, 'journal-unwritable');
    }
  }
}

function refuseJob(job: Job, error: unknown, bytes: number): void {
  try {
    job.answer(refuse(diskProblem(error, 'journal-unwritable', bytes)));
  } catch (bug) {
    job.fail(bug);
  }
}
