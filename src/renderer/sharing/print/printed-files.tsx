import type { Note } from '#domain/note/record/note.ts';
import { sizeWords } from '#domain/size.ts';
import type { NoteTree } from '#instruments/writing/note-tree.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { NotePicture } from './note-picture.tsx';

const isPicture = (type: string): boolean => /^image\//.test(type);

/** What a note has beside its words: pictures that do not stand in them, and the names of other files. */
export function PrintedFiles({ note, content }: { readonly note: Note; readonly content: NoteTree | null }) {
  const say = useSay();
  const { language } = useSettings();
  const rest = note.files.filter(({ sha256 }) => content !== null && !content.shown.has(sha256));
  const pictures = rest.filter(({ type }) => isPicture(type));
  const named = rest.filter(({ type }) => !isPicture(type));
  return (
    <>
      {pictures.length === 0 ? null : (
        <section>
          <h3>{say('print.pictures')}</h3>
          {pictures.map(({ sha256, alt, name }) => (
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
    </>
  );
}
