import type { Marking } from '#domain/bundle/marking.ts';
import type { Note } from '#domain/note/record/note.ts';
import { sizeWords } from '#domain/size.ts';
import { useSettings } from '#store/settings.ts';
import { useSay } from '#store/words.ts';
import { NoteCharts } from '../charts/note-charts.tsx';
import { NotePicture } from './note-picture.tsx';
import { PrintedBody } from './printed-body.tsx';
import { PrintedFacts } from './printed-facts.tsx';
import { PrintedSources } from './printed-sources.tsx';
import { useNoteTree } from './use-note-tree.ts';
import './printed.css';

interface PrintedNoteProps {
  readonly note: Note;
  readonly marking: Marking | null;
  /** Who hands it over. */
  readonly by: string;
  /** The marking stands at the top and the bottom of each page by the page's own means, not by the printer's. */
  readonly marked?: boolean;
}

const isPicture = (type: string): boolean => /^image\//.test(type);

/** One note as it is on paper, black on white in every theme. It begins a page. */
export function PrintedNote({ note, marking, by, marked = false }: PrintedNoteProps) {
  const say = useSay();
  const { language } = useSettings();
  const content = useNoteTree(note);
  const more = note.files.filter(
    ({ sha256, type }) => content !== null && isPicture(type) && !content.shown.has(sha256),
  );
  const mark = <p className="notes-paper__mark">{marking ?? say('print.unmarked')}</p>;
  const named = note.files.filter(
    ({ sha256, type }) => !isPicture(type) && content !== null && !content.shown.has(sha256),
  );
  return (
    <div
      className={marked ? 'notes-paper notes-paper--marked' : 'notes-paper'}
      data-note={note.id}
      data-changed={note.changed}
    >
      <div className="notes-paper__head">{mark}</div>
      <div className="notes-paper__body">
        <h2>{note.title || say('notes.untitled')}</h2>
        <PrintedFacts note={note} by={by} />
        {content === null ? <span data-coming="" /> : <PrintedBody content={content} />}
        <NoteCharts note={note} />
        {more.length === 0 ? null : (
          <section>
            <h3>{say('print.pictures')}</h3>
            {more.map(({ sha256, alt, name }) => (
              <figure key={sha256}>
                <NotePicture sha256={sha256} alt={alt} />
                <figcaption>{alt === '' ? name : alt}</figcaption>
              </figure>
            ))}
          </section>
        )}
        {named.length === 0 ? null : (
          <section>
            <h3>{say('print.files')}</h3>
            <ul>
              {named.map(({ sha256, name, size, alt }) => (
                <li key={sha256}>{[name, sizeWords(size, language), alt].filter((part) => part !== '').join(', ')}</li>
              ))}
            </ul>
          </section>
        )}
        <PrintedSources citations={note.citations} />
      </div>
      <div className="notes-paper__foot">{mark}</div>
    </div>
  );
}
