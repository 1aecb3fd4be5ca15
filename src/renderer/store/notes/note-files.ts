import { safeFileName } from '#domain/bundle/file-name.ts';
import type { PictureFault } from '#domain/picture/verdict.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { storeProblem } from '../store-problem.ts';
import { type NoteFile, type NotesDb, noteRows } from './notes-db.ts';
import { type DrawablePicture, drawable } from './picture-check.ts';

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
async function readNoteFile(sha256: string, db: NotesDb = noteRows()): Promise<Uint8Array<ArrayBuffer> | null> {
  const here = await db.files.get(sha256);
  if (here) return here.bytes;
  const kept = await bridge().call['files:read'](sha256);
  return kept.ok ? kept.value : null;
}

/** Pictures of notes, by their content: drawings come as files beside the text. */
export const NOTE_PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

/** A picture of a note, to show through a `blob:` address, or why it is not shown. `null`: it is not on this laptop. */
export async function loadNotePicture(sha256: string): Promise<DrawablePicture | PictureFault | null> {
  const bytes = await readNoteFile(sha256);
  return bytes && drawable(sha256, bytes, NOTE_PICTURES);
}

/** Saves a file of a note where the person says. */
export const saveNoteFile = (sha256: string, name: string): Promise<Result<'saved' | 'cancelled'>> =>
  bridge().call['files:save'](sha256, safeFileName(name));
