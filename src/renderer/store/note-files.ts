import { safeFileName } from '#domain/bundle/file-name.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { bridge } from './bridge.ts';
import { type NoteFile, type NotesDb, noteRows } from './notes-db.ts';
import { storeProblem } from './store-problem.ts';

/** Keeps a picture or file in both stores; its SHA-256. At most `LIMITS.noteFile` bytes. */
export async function keepNoteFile(
  { type, bytes }: Omit<NoteFile, 'sha256'>,
  db: NotesDb = noteRows(),
): Promise<Result<string>> {
  const kept = await bridge().call['files:keep'](bytes);
  if (!kept.ok) return kept;
  try {
    await db.files.put({ sha256: kept.value, type, bytes });
    return ok(kept.value);
  } catch (error) {
    const problem = storeProblem(error, bytes.length);
    if (problem) return refuse(problem);
    throw error;
  }
}

/** From the window's store, or else from the disk; `null` where neither has it. */
export async function readNoteFile(sha256: string, db: NotesDb = noteRows()): Promise<Uint8Array<ArrayBuffer> | null> {
  const here = await db.files.get(sha256);
  if (here) return here.bytes;
  const kept = await bridge().call['files:read'](sha256);
  return kept.ok ? kept.value : null;
}

/** A picture of a note, to show through a `blob:` address; `null` where it is on this laptop in no kind that is shown. */
export async function loadNotePicture(sha256: string): Promise<Blob | null> {
  const bytes = await readNoteFile(sha256);
  const type = bytes && pictureType(bytes);
  return bytes && type ? new Blob([bytes], { type }) : null;
}

/** By its first bytes, whatever its name or sender say: drawings that can hold scripts are none of these. */
export function pictureType(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF8')) return 'image/gif';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : null;
}

/** Saves a file of a note where the person says. */
export const saveNoteFile = (sha256: string, name: string): Promise<Result<'saved' | 'cancelled'>> =>
  bridge().call['files:save'](sha256, safeFileName(name));
