import { join } from 'node:path';
import type { Day } from '#domain/day.ts';
import { type Holding, type Holdings, isNeeded, type LastWord, type SnapshotProof } from '#domain/journal/holding.ts';
import { keptSnapshots } from '#domain/journal/retention.ts';
import { type Rows, SNAPSHOT_FORMAT, type SnapshotHead, type Unreadable } from '#domain/journal/snapshot.ts';
import type { Problem } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { clearAway, type Disk, isDiskError, realDisk } from '../journal/disk.ts';
import { diskProblem } from '../journal/journal-problem.ts';
import { copySnapshot } from './snapshot-copy.ts';
import {
  type About,
  checkSnapshotFile,
  readHoldings,
  readSnapshotFile,
  readSnapshotHead,
  writeSnapshotFile,
} from './snapshot-file.ts';
import { isPart, readSnapshotName, snapshotName } from './snapshot-name.ts';

export interface SnapshotEffects {
  readonly disk: Disk;
  readonly now: () => Date;
  /** By the laptop's own clock and zone. */
  readonly today: () => Day;
}

/** A snapshot in the list. Only what is `verified` was read to its end and is whole. */
export type SnapshotFile = {
  readonly name: string;
  readonly sequence: number;
  readonly day: Day;
  /** Bytes of the file. */
  readonly size: number;
} & (
  | { readonly state: 'verified'; readonly about: About }
  | { readonly state: 'damaged' }
  | { readonly state: 'too-new'; readonly format: number }
);

type VerifiedSnapshot = Extract<SnapshotFile, { readonly state: 'verified' }>;

export interface WrittenSnapshot {
  readonly snapshot: VerifiedSnapshot;
  /** Why the second folder has no copy; `null` when it has one or none is set. */
  readonly second: Problem | null;
}

interface OpenSnapshot {
  readonly about: About;
  /** Rows, table after table, in the order in which they were written. */
  readonly rows: AsyncIterable<Rows>;
}

export interface Snapshots {
  /** Newest first. Each file is read to its end once, and again when it has changed. */
  list(): Promise<Result<readonly SnapshotFile[]>>;
  /** The newest that is whole; older ones are looked at only as far as needed. */
  newest(): Promise<Result<VerifiedSnapshot | null>>;
  /**
   * Makes one. `journal`: what brings the rows knows of no line up to this one that they lack. It counts only when it
   * was read back. Then old ones go, but none that holds words of a note which are not elsewhere. `lastWord`: what the
   * journal says of a note. Refuses with `no-space` or `snapshot-unwritable`; then the older ones are as they were. What
   * `rows` throws is thrown on, and no snapshot is made.
   */
  write(
    about: Pick<SnapshotHead, 'app' | 'journal'>,
    rows: AsyncIterable<Rows>,
    lastWord?: LastWordOf,
  ): Promise<Result<WrittenSnapshot>>;
  /** Opens one that is whole. Refuses with `file-unreadable`, `snapshot-damaged` or `snapshot-too-new`. */
  open(name: string): Promise<Result<OpenSnapshot>>;
  /** What the two newest good ones hold, read to their ends just now. */
  proofs(): Promise<Result<readonly SnapshotProof[]>>;
  /** The first lines of the two newest, whole or not; quick. */
  heads(): Promise<readonly SnapshotHead[]>;
}

/** What the journal says of a note; `null` where it does not know it. */
export type LastWordOf = (note: string) => LastWord | null;

/** @param second a second folder for copies, `null` for none */
export function openSnapshots(folder: string, second: string | null, effects: SnapshotEffects): Snapshots {
  return new FolderSnapshots(folder, second, effects);
}

export const snapshotEffects = (today: () => Day): SnapshotEffects => ({
  disk: realDisk,
  now: () => new Date(),
  today,
});

interface Checked {
  readonly size: number;
  readonly changed: number;
  readonly found: About | Unreadable;
}

class FolderSnapshots implements Snapshots {
  readonly #folder: string;
  readonly #second: string | null;
  readonly #effects: SnapshotEffects;
  readonly #checked = new Map<string, Checked>();
  /** What was read of the notes since the last one was begun: between that and the proofs nothing is read twice. */
  readonly #holding = new Map<string, NonNullable<Awaited<ReturnType<typeof readHoldings>>>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string, second: string | null, effects: SnapshotEffects) {
    this.#folder = folder;
    this.#second = second;
    this.#effects = effects;
  }

  list(): Promise<Result<readonly SnapshotFile[]>> {
    return this.#reading(async () => await this.#files(Number.POSITIVE_INFINITY));
  }

  newest(): Promise<Result<VerifiedSnapshot | null>> {
    return this.#reading(async () => (await this.#files(1)).filter(isVerified)[0] ?? null);
  }

  proofs(): Promise<Result<readonly SnapshotProof[]>> {
    return this.#reading(async () => {
      const proofs: SnapshotProof[] = [];
      for (const { name } of (await this.#files(2)).filter(isVerified)) {
        const read = await this.#holdings(name);
        if (read) proofs.push({ journal: read.about.journal, notes: read.notes });
      }
      this.#holding.clear();
      return proofs;
    });
  }

  async heads(): Promise<readonly SnapshotHead[]> {
    const { disk } = this.#effects;
    const names = await disk.names(this.#folder).catch(() => []);
    const ours = names.filter((name) => readSnapshotName(name) !== null).sort((a, b) => sequenceOf(b) - sequenceOf(a));
    const heads = await Promise.all(ours.slice(0, 2).map((name) => readSnapshotHead(join(this.#folder, name), disk)));
    return heads.filter((head) => head !== null);
  }

  async open(name: string): Promise<Result<OpenSnapshot>> {
    const unreadable: Problem = { code: 'file-unreadable', file: name };
    if (readSnapshotName(name) === null) return refuse(unreadable);
    try {
      // Looked at anew: a disk that forgets does not change the file's date.
      this.#checked.delete(name);
      const file = await this.#file(name);
      if (file === null) return refuse(unreadable);
      if (file.state === 'too-new') return refuse({ code: 'snapshot-too-new', file: name, format: file.format });
      if (file.state === 'damaged') return refuse({ code: 'snapshot-damaged', file: name });
      return ok({ about: file.about, rows: readSnapshotFile(join(this.#folder, name), this.#effects.disk) });
    } catch (error) {
      if (isDiskError(error)) return refuse(unreadable);
      throw error;
    }
  }

  write(
    about: Pick<SnapshotHead, 'app' | 'journal'>,
    rows: AsyncIterable<Rows>,
    lastWord: LastWordOf = () => null,
  ): Promise<Result<WrittenSnapshot>> {
    const work = this.#turn.then(() => this.#write(about, rows, lastWord));
    this.#turn = work.catch(() => {});
    return work;
  }

  async #write(about: Pick<SnapshotHead, 'app' | 'journal'>, rows: AsyncIterable<Rows>, lastWord: LastWordOf) {
    const { now, today } = this.#effects;
    this.#holding.clear();
    let thrown: { readonly error: unknown } | undefined;
    const source = watched(rows, (error) => {
      thrown = { error };
    });
    try {
      const head = { ...about, format: SNAPSHOT_FORMAT, made: now().toISOString(), day: today() } as const;
      const snapshot = await this.#make(head, source);
      if (snapshot === null) return refuse({ code: 'snapshot-unwritable' });
      const second = await this.#copy(snapshot.name);
      await this.#prune(lastWord);
      return ok({ snapshot, second });
    } catch (error) {
      if (thrown) throw thrown.error;
      return refuse(diskProblem(error, 'snapshot-unwritable'));
    }
  }

  /** The new snapshot, or `null` when what was read back is not what was written. */
  async #make(head: Omit<SnapshotHead, 'sequence'>, rows: AsyncIterable<Rows>): Promise<VerifiedSnapshot | null> {
    const { disk } = this.#effects;
    await disk.makeFolder(this.#folder);
    const names = await disk.names(this.#folder);
    await clearAway(
      names.filter(isPart).map((name) => join(this.#folder, name)),
      disk,
    );
    const sequence = Math.max(0, ...names.map((name) => readSnapshotName(name)?.sequence ?? 0)) + 1;
    const name = snapshotName({ sequence, day: head.day });
    const path = join(this.#folder, name);
    const written = await writeSnapshotFile(path, { ...head, sequence }, rows, disk);
    const file = (await this.#holdings(name))?.about.sha256 === written.sha256 ? await this.#file(name) : null;
    if (file?.state === 'verified') return file;
    await disk.remove(path);
    return null;
  }

  async #copy(name: string): Promise<Problem | null> {
    if (this.#second === null) return null;
    try {
      const whole = await copySnapshot(this.#folder, this.#second, name, this.#effects.disk);
      return whole ? null : { code: 'snapshot-unwritable' };
    } catch (error) {
      return diskProblem(error, 'snapshot-unwritable');
    }
  }

  /** Lets old ones go. Damaged ones and those of a newer app stay: someone may still get something out of them. */
  async #prune(lastWord: LastWordOf): Promise<void> {
    const { disk } = this.#effects;
    try {
      const good = (await this.#files(Number.POSITIVE_INFINITY)).filter(isVerified);
      const byAge = keptSnapshots(good);
      const kept = good.filter((snapshot) => byAge.has(snapshot)).map(({ name }) => name);
      for (const { name } of good.filter((snapshot) => !byAge.has(snapshot))) {
        if (await this.#isNeeded(name, kept, lastWord)) {
          kept.push(name);
          continue;
        }
        await disk.remove(join(this.#folder, name));
        this.#checked.delete(name);
        if (this.#second !== null) await disk.remove(join(this.#second, name)).catch(() => {});
      }
    } catch (error) {
      // The new snapshot stands; the old ones go another day.
      if (!isDiskError(error)) throw error;
    }
  }

  /** Whether one holds words that the journal has not and that are in too few of those that stay. */
  async #isNeeded(name: string, kept: readonly string[], lastWord: LastWordOf): Promise<boolean> {
    const open = new Map<string, { readonly held: Holding; readonly others: Holding[] }>();
    const isOpen = (note: string, held: Holding, others: readonly Holding[]) => isNeeded(held, lastWord(note), others);
    for (const [note, held] of await this.#notesOf(name))
      if (isOpen(note, held, [])) open.set(note, { held, others: [] });
    // As a rule the two newest answer for all.
    for (const other of kept) {
      if (open.size === 0) break;
      const holdings = await this.#notesOf(other);
      for (const [note, { held, others }] of open) {
        const its = holdings.get(note);
        if (its) others.push(its);
        if (!isOpen(note, held, others)) open.delete(note);
      }
    }
    return open.size > 0;
  }

  async #notesOf(name: string): Promise<Holdings> {
    return (await this.#holdings(name))?.notes ?? new Map();
  }

  /** Read to its end, which verifies it too. `null` where it is not whole. */
  async #holdings(name: string): ReturnType<typeof readHoldings> {
    const { disk } = this.#effects;
    const path = join(this.#folder, name);
    const known = this.#holding.get(name);
    if (known) return known;
    const look = await disk.look(path);
    const read = look && (await readHoldings(path, disk));
    if (!read) return null;
    this.#holding.set(name, read);
    this.#checked.set(name, { size: look.size, changed: look.changed, found: read.about });
    return read;
  }

  async #reading<T>(work: () => Promise<T>): Promise<Result<T>> {
    try {
      return ok(await work());
    } catch (error) {
      if (isDiskError(error)) return refuse({ code: 'file-unreadable', file: 'snapshots' });
      throw error;
    }
  }

  /** Newest first, until `enough` whole ones were found. */
  async #files(enough: number): Promise<readonly SnapshotFile[]> {
    const names = await this.#effects.disk.names(this.#folder);
    const ours = names.flatMap((name) => {
      const read = readSnapshotName(name);
      return read ? [{ name, ...read }] : [];
    });
    ours.sort((a, b) => b.sequence - a.sequence);
    const files: SnapshotFile[] = [];
    for (const { name } of ours) {
      if (files.filter(isVerified).length >= enough) break;
      const file = await this.#file(name);
      if (file) files.push(file);
    }
    return files;
  }

  async #file(name: string): Promise<SnapshotFile | null> {
    const { disk } = this.#effects;
    const path = join(this.#folder, name);
    const named = readSnapshotName(name);
    const look = await disk.look(path);
    if (look === null || named === null) return null;
    const { size, changed } = look;
    const known = this.#checked.get(name);
    const found =
      known && known.size === size && known.changed === changed
        ? known.found
        : await checkSnapshotFile(path, disk).catch((error): Unreadable => {
            // One file on a bad place of the disk must not hide the others.
            if (isDiskError(error)) return { why: 'damaged' };
            throw error;
          });
    this.#checked.set(name, { size, changed, found });
    const base = { name, ...named, size };
    if (!('why' in found)) {
      // A file under another's name would change the order.
      const same = found.sequence === named.sequence && found.day === named.day;
      return same ? { ...base, state: 'verified', about: found } : { ...base, state: 'damaged' };
    }
    return found.why === 'damaged'
      ? { ...base, state: 'damaged' }
      : { ...base, state: 'too-new', format: found.format };
  }
}

/** Tells what the source itself throws from what a stream that breaks down throws into it. */
async function* watched(rows: AsyncIterable<Rows>, threw: (error: unknown) => void): AsyncGenerator<Rows> {
  const source = rows[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await source.next().catch((error: unknown) => {
        threw(error);
        throw error;
      });
      if (step.done) return;
      yield step.value;
    }
  } finally {
    await source.return?.();
  }
}

const isVerified = (file: SnapshotFile): file is VerifiedSnapshot => file.state === 'verified';

const sequenceOf = (name: string): number => readSnapshotName(name)?.sequence ?? 0;
