import { join } from 'node:path';
import type { Draft, Entry } from '#domain/journal/entry.ts';
import { foldJournal, replaces } from '#domain/journal/heads.ts';
import { entryAt, type LineHead, writeLine } from '#domain/journal/line.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { Appender } from './appender.ts';
import { type Compacted, compactFiles } from './compact.ts';
import { type Disk, realDisk } from './disk.ts';
import { journalName, journalNumbers, readJournalFile } from './journal-files.ts';
import { diskProblem } from './journal-problem.ts';
import { heldBySnapshots, lastTwo } from './sieve.ts';

export interface JournalEffects {
  readonly disk: Disk;
  readonly now: () => Date;
}

export const journalEffects: JournalEffects = { disk: realDisk, now: () => new Date() };

/** A new file begins after this many bytes; of the one that was left the last two lines of each note stay. */
const FILE_LIMIT = 8 * 1024 * 1024;
/** Sequence numbers left free for a file that could not be read: more than it has bytes. */
const UNREAD_GAP = 2 ** 30;

/** A line that is on the disk. */
export type Stamp = Pick<Entry, 'note' | 'rev' | 'seq' | 'time'>;

/** A note's last revision without its content. `held`: the content is in the snapshots, no longer in the journal. */
export type JournalHead = Pick<Entry, 'note' | 'rev' | 'seq' | 'op'> & { readonly held: boolean };

/** What was found when the journal was opened. */
export interface JournalState {
  readonly lines: number;
  /** Pieces that are not what was written; a line that was cut off by a power cut is one. */
  readonly damaged: number;
  /** Lines of a newer app. */
  readonly foreign: number;
  /** Files that the disk did not give. */
  readonly unread: number;
  readonly bytes: number;
}

export interface Journal {
  readonly found: JournalState;
  /**
   * Writes some revisions down. It answers when the disk has them; what comes meanwhile goes together into the next
   * write. Refuses with `no-space` or `journal-unwritable`; then none of them counts and the caller may try again.
   */
  append(drafts: readonly Draft[]): Promise<Result<readonly Stamp[]>>;
  heads(): readonly JournalHead[];
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
   * Takes the content of older lines out. `held` is the line up to which verified snapshots hold everything: take
   * `Snapshots.held()`. It answers how many bytes went.
   */
  compact(held: number): Promise<Result<number>>;
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
}

/** Opens a journal folder, which need not be there yet. Refuses with `journal-unwritable` when it cannot be read. */
export async function openJournal(
  folder: string,
  { after = 0, fileLimit = FILE_LIMIT }: JournalOptions = {},
  effects: JournalEffects = journalEffects,
): Promise<Result<Journal>> {
  try {
    const read = await readFolder(folder, effects.disk);
    return ok(new FolderJournal(folder, effects, fileLimit, { ...read, nextSeq: Math.max(read.nextSeq, after + 1) }));
  } catch (error) {
    return refuse(diskProblem(error, 'journal-unwritable'));
  }
}

/** `file`: the number of the file that has the line. */
type FiledHead = JournalHead & { readonly file: number };

interface Read {
  readonly heads: Map<string, FiledHead>;
  readonly found: JournalState;
  readonly last: number;
  readonly lastTime: string | null;
  readonly nextSeq: number;
  readonly nextFile: number;
  readonly resume: { readonly number: number; readonly end: number } | null;
}

const headOf = ({ note, rev, seq, op, full }: Omit<LineHead, 'time'>, file: number): FiledHead => ({
  note,
  rev,
  seq,
  op,
  held: !full,
  file,
});

async function readFolder(folder: string, disk: Disk): Promise<Read> {
  const numbers = await journalNumbers(folder, disk);
  const heads = new Map<string, FiledHead>();
  let [lines, damaged, foreign, unread, bytes, last, gap] = [0, 0, 0, 0, 0, 0, 0];
  let resume: Read['resume'] = null;
  let lastTime: string | null = null;
  for (const number of numbers) {
    const file = await readJournalFile(folder, number, disk).catch((error) => {
      diskProblem(error, 'journal-unwritable');
      return null;
    });
    resume = file?.whole ? { number, end: file.bytes.length } : null;
    if (file === null) {
      unread++;
      gap += UNREAD_GAP;
      continue;
    }
    bytes += file.bytes.length;
    for (const piece of file.pieces) {
      if (piece.kind !== 'entry') {
        // Each unread line had a number: as many as bytes is more than enough, and none is given twice.
        gap += piece.to - piece.from;
        if (piece.kind === 'damaged') damaged++;
        else foreign++;
        continue;
      }
      lines++;
      const { head } = piece;
      if (head.seq >= last) lastTime = head.time;
      last = Math.max(last, head.seq);
      const now = heads.get(head.note);
      if (replaces(head, now && { seq: now.seq, full: !now.held })) heads.set(head.note, headOf(head, number));
    }
  }
  const found = { lines, damaged, foreign, unread, bytes };
  return { heads, found, last, lastTime, nextSeq: last + gap + 1, nextFile: (numbers.at(-1) ?? 0) + 1, resume };
}

class FolderJournal implements Journal {
  readonly found: JournalState;
  readonly #folder: string;
  readonly #effects: JournalEffects;
  readonly #appender: Appender;
  readonly #limit: number;
  readonly #heads: Map<string, FiledHead>;
  #next: number;
  #last: number;
  #lastTime: string | null;
  #size: number;
  /** Number of the file that was last written to; before the first write that of the newest one, 0 for none. */
  #newest: number;
  #waiting: Job[] = [];
  /** The end of all work on the newest file that was begun. */
  #turn: Promise<unknown> = Promise.resolve();
  /** The end of all that is done with older files. */
  #settling: Promise<unknown> = Promise.resolve();

  constructor(folder: string, effects: JournalEffects, limit: number, read: Read) {
    this.#folder = folder;
    this.#effects = effects;
    this.#appender = new Appender(folder, effects.disk, read.nextFile, read.resume, limit);
    this.#limit = limit;
    this.#heads = read.heads;
    this.found = read.found;
    this.#next = read.nextSeq;
    this.#last = read.last;
    this.#lastTime = read.lastTime;
    this.#size = read.found.bytes;
    this.#newest = read.nextFile - 1;
  }

  append(drafts: readonly Draft[]): Promise<Result<readonly Stamp[]>> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ drafts, answer, fail });
      if (this.#waiting.length === 1) this.#inTurn(() => this.#writeWaiting());
    });
  }

  heads(): readonly JournalHead[] {
    return [...this.#heads.values()].map(({ file: _, ...head }) => head);
  }

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

  compact(held: number): Promise<Result<number>> {
    return this.#settled(() => this.#compact(held));
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
    const jobs = this.#waiting;
    this.#waiting = [];
    const time = this.#effects.now().toISOString();
    const written: { readonly job: Job; readonly entries: readonly Entry[] }[] = [];
    const lines: Uint8Array[] = [];
    for (const job of jobs) {
      try {
        // Numbers of a batch that fails are not given again: its lines may be on the disk all the same.
        const entries = job.drafts.map((draft) => ({ ...draft, seq: this.#next++, time }));
        const text = Buffer.concat(entries.map(writeLine));
        lines.push(text);
        written.push({ job, entries });
      } catch (error) {
        job.fail(error);
      }
    }
    const bytes = Buffer.concat(lines);
    let file = 0;
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
        this.#heads.set(entry.note, headOf({ ...entry, full: true }, file));
        this.#last = entry.seq;
        this.#lastTime = time;
      }
      job.answer(ok(entries.map(({ note, rev, seq, time }) => ({ note, rev, seq, time }))));
    }
  }

  async #compact(held: number): Promise<Result<number>> {
    const { disk } = this.#effects;
    // A snapshot of another journal, perhaps of one that was lost, says nothing of these lines.
    if (held > this.#last) return ok(0);
    try {
      // What is appended from here on goes to newer files, which are left alone.
      const number = await this.#inTurn(async () => {
        await this.#appender.leave();
        return this.#appender.takeNumber();
      });
      const numbers = (await journalNumbers(this.#folder, disk)).filter((one) => one < number);
      const compacted = await compactFiles(this.#folder, numbers, number, heldBySnapshots(held), disk);
      this.#take(number, compacted);
      return ok(compacted.gone);
    } catch (error) {
      return refuse(diskProblem(error, 'journal-unwritable', this.#size));
    }
  }

  #take(into: number, { gone, emptied, moved }: Compacted): void {
    this.#size -= gone;
    const old = new Set(moved);
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
    // Nobody waits for it, and a bug in it must show all the same.
    if (left > 0 && left !== file) void this.#settled(() => this.#thin(left, file)).then(() => {});
  }

  /** Together with what was made smaller before, so that small files do not gather. A disk that refuses loses nothing. */
  async #thin(left: number, newest: number): Promise<void> {
    const { disk } = this.#effects;
    try {
      const numbers: number[] = [];
      for (const number of await journalNumbers(this.#folder, disk)) {
        // A newer one may be written to just now.
        if (number >= newest) continue;
        const look = await disk.look(join(this.#folder, journalName(number)));
        if (look && (number === left || look.size < this.#limit)) numbers.push(number);
      }
      const into = this.#appender.takeNumber();
      this.#take(into, await compactFiles(this.#folder, numbers, into, lastTwo, disk));
    } catch (error) {
      diskProblem(error, 'journal-unwritable');
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
