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
