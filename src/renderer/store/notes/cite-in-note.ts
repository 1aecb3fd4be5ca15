import type { Place } from '#domain/address.ts';
import { quoteBlock, withCitation } from '#domain/note/citation-state.ts';
import { plainNote } from '#domain/note/plain-note.ts';
import type { Citation } from '#domain/note/record/note.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { citeSection } from './cite.ts';
import { saverOf } from './note-session.ts';
import { createNote } from './notes.ts';

/** `null`: the section or the note is gone. */
type Put = Result<{ readonly note: string; readonly title: string } | null>;

/**
 * Cites a section at the end of a note, or in a new one (`null`).
 * @param sourceOf the line that says whence, in words
 */
export async function citeInNote(
  place: Place,
  note: string | null,
  sourceOf: (citation: Citation) => string,
): Promise<Put> {
  const cited = await citeSection(place);
  if (!cited) return ok(null);
  const { citation, stage } = cited;
  const block = `${quoteBlock(citation.quote, sourceOf(citation))}\n`;
  if (note === null) {
    const fresh = plainNote(crypto.randomUUID(), new Date().toISOString());
    const made = await createNote({ ...fresh, stage, text: block, citations: [citation] });
    return made.ok ? ok({ note: fresh.id, title: '' }) : made;
  }
  const saver = await saverOf(note);
  if (!saver) return ok(null);
  const { text, citations, title, unread } = saver.row().note;
  if (isForReading({ unread })) return refuse({ code: 'note-newer', title });
  saver.change({
    citations: withCitation(citations, citation),
    text: text.trim() === '' ? block : `${text.trimEnd()}\n\n${block}`,
  });
  const state = await saver.flush();
  return state.at === 'notSaved' ? refuse(state.problem) : ok({ note, title });
}
