import type { Day } from '#domain/day.ts';
import type { Status } from '#domain/note/choices.ts';
import { type Move, moveTo } from '#domain/note/lifecycle.ts';
import type { Note } from '#domain/note/record/note.ts';
import { personalIn } from '#domain/personal-data.ts';
import type { NoteSaver } from '#store/notes/note-saver.ts';

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const findPersonal = (note: Note): number => personalIn(note).length;

/** Takes the open note a step on, and writes it at once; or answers what is missing. */
export async function moveNote(saver: NoteSaver, to: Status, today: Day): Promise<Move> {
  const { note } = saver.row();
  const move = await moveTo(note, to, { findPersonal, today, now: () => new Date().toISOString(), hash: sha256 });
  if ('moved' in move) {
    const { status, plan } = move.moved;
    saver.change({ status, ...(plan === note.plan ? {} : { plan }) });
    void saver.flush();
  }
  return move;
}
