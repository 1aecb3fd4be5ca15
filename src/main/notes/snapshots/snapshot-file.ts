import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { Holding, Holdings } from '#domain/journal/holding.ts';
import {
  type Digest,
  type LineRead,
  type Reading,
  type Rows,
  type SnapshotHead,
  SnapshotReader,
  type SnapshotTail,
  SnapshotWriter,
  type Unreadable,
} from '#domain/journal/snapshot.ts';
import { sumOfText } from '../journal/content-sum.ts';
import { type Disk, isDiskError } from '../journal/disk.ts';
import { writeOnDisk } from '../journal/whole-on-disk.ts';

/** How hard gzip tries. Notes of 200 MB: level 6 takes twice as long as 3 for a tenth less. */
const LEVEL = 3;
/** Place in a gzip head that names the system; 255 says none, so that the same rows give the same bytes everywhere. */
const SYSTEM_BYTE = 9;
/** Characters that are handed to gzip in one go; the event loop breathes between two. */
const TURN = 128 * 1024;

/** What a whole snapshot says of itself. */
export type About = SnapshotHead & SnapshotTail;

function sha256(): Digest {
  const hash = createHash('sha256');
  return { update: (text) => void hash.update(text, 'utf8'), hex: () => hash.digest('hex') };
}

/** Writes a snapshot, whole or not at all, and answers when the disk has it. @throws what the disk said */
export async function writeSnapshotFile(
  path: string,
  head: SnapshotHead,
  parts: AsyncIterable<Rows>,
  disk: Disk,
): Promise<About> {
  let tail: SnapshotTail | undefined;
  const bytes = snapshotBytes(head, parts, (end) => {
    tail = end;
  });
  await writeOnDisk(path, bytes, disk);
  if (!tail) throw new Error('A snapshot ended without its tail');
  return { ...head, ...tail };
}

/** A snapshot as it stands in its file, piece by piece. `ended` is told the tail. */
export async function* snapshotBytes(
  head: SnapshotHead,
  parts: AsyncIterable<Rows>,
  ended: (tail: SnapshotTail) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const gzip = createGzip({ level: LEVEL });
  const source = Readable.from(utf8(snapshotText(head, parts, ended)));
  source.on('error', (error) => gzip.destroy(error));
  source.pipe(gzip);
  try {
    let isFirst = true;
    for await (const chunk of gzip as AsyncIterable<Buffer>) {
      if (isFirst) chunk[SYSTEM_BYTE] = 0xff;
      isFirst = false;
      yield chunk;
    }
  } finally {
    source.destroy();
    gzip.destroy();
  }
}

async function* snapshotText(
  head: SnapshotHead,
  parts: AsyncIterable<Rows>,
  ended: (tail: SnapshotTail) => void,
): AsyncGenerator<string> {
  const writer = new SnapshotWriter(sha256());
  yield writer.head(head);
  for await (const { table, rows } of parts) {
    let some: unknown[] = [];
    let length = 0;
    // The first row of a table may be none: its name is written all the same.
    if (rows.length === 0) yield writer.rows({ table, rows });
    for (const row of rows) {
      some.push(row);
      length += roughly(row);
      if (length < TURN) continue;
      yield writer.rows({ table, rows: some });
      [some, length] = [[], 0];
    }
    if (some.length > 0) yield writer.rows({ table, rows: some });
  }
  const { text, tail } = writer.tail();
  ended(tail);
  yield text;
}

/** Characters of a row without making its text: what is long in a note is long in one of its fields. */
function roughly(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let length = 2;
  for (const inner of Object.values(value)) length += 8 + (typeof inner === 'string' ? inner.length : 100);
  return length;
}

async function* utf8(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text, 'utf8');
}

/** Reads a file to its end and says whether it is whole. @throws what the disk said, other than of damage */
export async function checkSnapshotFile(path: string, disk: Disk): Promise<About | Unreadable> {
  const reader = new SnapshotReader(sha256());
  for await (const _ of linesRead(path, reader, 'counted', disk));
  return finish(reader);
}

/** The same, with what it holds of each note. */
export async function readHoldings(
  path: string,
  disk: Disk,
): Promise<{ readonly about: About; readonly notes: Holdings } | null> {
  const reader = new SnapshotReader(sha256());
  const notes = new Map<string, Holding>();
  for await (const lines of linesRead(path, reader, 'texts', disk)) {
    for (const line of lines) {
      const held = line?.table === 'notes' ? holdingOf(String(line.row)) : null;
      // One that comes twice is not known to come back as either.
      if (held) notes.set(held.id, notes.has(held.id) ? { ...held.holding, sum: '' } : held.holding);
    }
  }
  const about = finish(reader);
  return 'why' in about ? null : { about, notes };
}

/** A row of a note as it is written: keys sorted, no white space. Anything else holds nothing for certain. */
const NOTE_ROW = /^\{"binned":"([^"\\]{0,40})","id":"([^"\\]{1,200})","note":(\{.*\}),"rev":(\d{1,15})\}$/s;

function holdingOf(text: string): { readonly id: string; readonly holding: Holding } | null {
  const match = NOTE_ROW.exec(text);
  if (!match) return null;
  const [, binned, id = '', note = '', rev = ''] = match;
  return { id: alone(id), holding: { rev: alone(rev), binned: binned !== '', sum: sumOfText(note) } };
}

/** A text by itself: one that was cut out of another keeps that in memory, here all notes there are. */
const alone = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** What a file says of itself in its first line, unchecked; `null` where that cannot be read. */
export async function readSnapshotHead(path: string, disk: Disk): Promise<SnapshotHead | null> {
  const reader = new SnapshotReader(sha256());
  try {
    for await (const _ of linesRead(path, reader, 'counted', disk)) break;
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
  return reader.head();
}

/** The rows of a file, some at a time. Check it before: what is damaged is noticed only at the end, by throwing. */
export async function* readSnapshotFile(path: string, disk: Disk): AsyncGenerator<Rows> {
  const reader = new SnapshotReader(sha256());
  for await (const lines of linesRead(path, reader, 'values', disk)) yield* byTable(lines);
  if ('why' in finish(reader)) throw new Error('The snapshot changed while it was read');
}

function finish(reader: SnapshotReader): About | Unreadable {
  const end = reader.finish();
  return 'why' in end ? end : { ...end.head, ...end.tail };
}

function* byTable(lines: readonly LineRead[]): Generator<Rows> {
  let table: string | undefined;
  let rows: unknown[] = [];
  for (const line of lines) {
    if (line === null) continue;
    if (table !== undefined && line.table !== table) {
      yield { table, rows };
      rows = [];
    }
    table = line.table;
    rows.push(line.row);
  }
  if (table !== undefined) yield { table, rows };
}

/** Lines as far as the file can be unpacked. Where it cannot, reading ends: the reader then misses its tail. */
async function* linesRead(
  path: string,
  reader: SnapshotReader,
  as: Reading,
  disk: Disk,
): AsyncGenerator<readonly LineRead[]> {
  const gunzip = createGunzip({ chunkSize: TURN });
  const source = Readable.from(strictHead(disk.pieces(path)));
  let failed: unknown;
  source.on('error', (error) => {
    failed = error;
    gunzip.destroy(error);
  });
  source.pipe(gunzip);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  try {
    for await (const chunk of gunzip) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield lines.map((line) => reader.line(line, as));
    }
    if (rest !== '') yield [reader.line(rest, as), reader.line('', as)];
  } catch (error) {
    if (failed !== undefined && isDiskError(failed)) throw failed;
    if (isDiskError(error)) throw error;
    // Spoilt: the reader cannot end well after this.
    reader.line('', as);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** Only the head that we write: gzip itself does not notice another day or system in it. */
async function* strictHead(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const piece of pieces) {
    const fits = HEAD.every((byte, at) => piece[at] === byte);
    if (first && !fits) throw new SyntaxError('Not a snapshot of ours');
    first = false;
    yield piece;
  }
}

/** gzip, deflate, no flags, no time, no hint, no system. */
const HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
