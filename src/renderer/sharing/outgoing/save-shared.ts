import type { SharedFile } from '#bridge/sharing.ts';
import { isLower, type Marking } from '#domain/bundle/marking.ts';
import type { ShareFormat } from '#domain/bundle/shared-name.ts';
import type { Note } from '#domain/note/record/note.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Say } from '#domain/words/words.ts';
import type { Progress } from '#store/exchange/bundle-in.ts';
import { shareNotes } from '#store/exchange/share-out.ts';
import { changeNote } from '#store/exchange/shared-notes.ts';
import { readyToPrint } from '../print/ready-to-print.ts';
import { type Asked, loweredBy } from './asked.ts';

interface Saving {
  readonly notes: readonly Note[];
  readonly asked: Asked & { readonly format: ShareFormat; readonly marking: Marking };
  readonly name: string;
  /** Title of a PDF. */
  readonly title: string;
  readonly say: Say;
  readonly signal: AbortSignal;
  readonly told: (progress: Progress) => void;
}

/** Once it is said where to, keeps in the notes what was said of them and writes the file. `null`: nobody said where. */
export async function saveShared({
  notes,
  asked,
  name,
  title,
  say,
  signal,
  told,
}: Saving): Promise<Result<SharedFile | null>> {
  const { format, marking, because, licence, role } = asked;
  const lowered = new Set(loweredBy(marking, notes).map(({ id }) => id));
  const saidOf = (note: Note): Partial<Note> => ({
    ...(licence.trim() === '' || licence === note.licence ? {} : { licence: licence.trim() }),
    ...(lowered.has(note.id) && note.marking !== null && isLower(marking, note.marking)
      ? {
          marking,
          comments: [
            ...note.comments,
            {
              id: crypto.randomUUID(),
              at: new Date().toISOString(),
              byRole: role.trim(),
              text: say('share.lowered', { from: note.marking, to: marking, because: because.trim() }),
            },
          ],
        }
      : {}),
  });
  /** What takes back what was said of notes that did not leave. */
  const back: (() => Promise<unknown>)[] = [];
  const was = document.title;
  const prepare = async (): Promise<Result<null>> => {
    // Before anything is kept in the others.
    const closed = notes.find((note) => isForReading(note) && Object.keys(saidOf(note)).length > 0);
    if (closed) return refuse({ code: 'note-newer', title: closed.title });
    const saved: Note[] = [];
    for (const { id } of notes) {
      let before: Note | undefined;
      const kept = await changeNote(id, (note) => {
        before = note;
        return saidOf(note);
      });
      if (!kept.ok) return kept;
      if (before && kept.value) back.push(takenBack(before, kept.value));
      if (kept.value) saved.push(kept.value);
    }
    if (format === 'pdf') {
      await readyToPrint(saved);
      document.title = title;
    }
    return ok(null);
  };
  let answer: Result<SharedFile | null> | undefined;
  try {
    answer = await shareNotes(
      notes.map(({ id }) => id),
      { format, marking, name },
      { signal, told, prepare },
    );
    return answer;
  } finally {
    document.title = was;
    if (!answer?.ok) for (const take of back) await take();
  }
}

/** What was said of a note as it leaves is true only once it has left. What else was written since stays. */
function takenBack(before: Note, said: Note): () => Promise<unknown> {
  const had = new Set(before.comments.map(({ id }) => id));
  const own = new Set(said.comments.flatMap(({ id }) => (had.has(id) ? [] : [id])));
  return () =>
    changeNote(said.id, (now) => ({
      ...(now.marking === said.marking ? { marking: before.marking } : {}),
      ...(now.licence === said.licence ? { licence: before.licence } : {}),
      ...(own.size > 0 ? { comments: now.comments.filter(({ id }) => !own.has(id)) } : {}),
    }));
}
