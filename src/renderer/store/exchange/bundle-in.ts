import type { BundleOffer, IncomingNote } from '#bridge/sharing.ts';
import { LIMITS } from '#domain/limits.ts';
import type { PictureFault } from '#domain/picture/verdict.ts';
import type { Problem } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { NOTE_PICTURES } from '../notes/note-files.ts';
import type { NoteFile, NotesDb } from '../notes/notes-db.ts';
import { type DrawablePicture, drawable } from '../notes/picture-check.ts';
import { storeProblem } from '../store-problem.ts';
import { type ComparedNote, isTakenIn } from './arrival.ts';

/** How much of some work is done. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Watched {
  readonly signal: AbortSignal;
  readonly told: (progress: Progress) => void;
}

/** The notes of a bundle, piece by piece. Nothing is written. `null`: it was stopped. */
export async function readOffer(
  { ticket }: BundleOffer,
  total: number,
  { signal, told }: Watched,
): Promise<Result<readonly IncomingNote[] | null>> {
  const notes: IncomingNote[] = [];
  let rest = '';
  for (;;) {
    if (signal.aborted) return ok(null);
    const part = await bridge().call['bundles:part'](ticket);
    if (!part.ok) return part;
    const lines = (rest + part.value.text).split('\n');
    rest = lines.pop() ?? '';
    // Main has held each to its schema.
    for (const line of lines) notes.push(JSON.parse(line) as IncomingNote);
    told({ done: notes.length, total });
    if (part.value.end) return ok(notes);
  }
}

/** A picture of a bundle that is only looked at, or why it is not shown. `null`: it could not be read. */
export async function loadOfferPicture(ticket: string, sha256: string): Promise<DrawablePicture | PictureFault | null> {
  const read = await bridge().call['bundles:picture'](ticket, sha256);
  const bytes = read.ok ? read.value : null;
  return bytes && drawable(sha256, bytes, NOTE_PICTURES);
}

/** Keeps the files of notes that are to be taken in, before the notes are. `null`: it was stopped. */
export async function keepFiles(
  ticket: string,
  compared: readonly ComparedNote[],
  db: NotesDb,
  { signal, told }: Watched,
): Promise<Result<true | null>> {
  const incoming = compared.filter((one) => isTakenIn(one) && one.arrival !== 'binned').map((one) => one.incoming);
  const own = new Map(incoming.flatMap(({ note }) => note.files.map((file) => [file.sha256, file] as const)));
  const all = new Set([...own.keys(), ...incoming.flatMap(({ foreign, beside }) => [...beside, foreign ?? []].flat())]);
  let done = 0;
  for (const sha256 of all) {
    if (signal.aborted) return ok(null);
    const kept = await bridge().call['bundles:keep'](ticket, sha256);
    if (!kept.ok) return kept;
    const file = own.get(sha256);
    // Larger ones are on the disk only.
    if (file && file.size <= LIMITS.noteFile) {
      const bytes = await bridge().call['files:read'](sha256);
      const refused = bytes.ok && bytes.value && (await putFile({ sha256, type: file.type, bytes: bytes.value }, db));
      if (refused) return refuse(refused);
    }
    done += 1;
    told({ done, total: all.size });
  }
  return signal.aborted ? ok(null) : ok(true);
}

async function putFile(file: NoteFile, db: NotesDb): Promise<Problem | null> {
  try {
    await db.files.put(file);
    return null;
  } catch (error) {
    const problem = storeProblem(error, file.bytes.length);
    if (problem) return problem;
    throw error;
  }
}
