import { LIMITS } from '#domain/limits.ts';
import type { Note } from '#domain/note/record/note.ts';
import { sizeWords } from '#domain/size.ts';
import { pictureWords } from '#domain/words/picture-words.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useSettings } from '#kit/settings.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { useNote } from '#store/notes/note-context.ts';
import { loadNotePicture, NOTE_PICTURES, saveNoteFile } from '#store/notes/note-files.ts';
import { BlobImage } from '#ui/blob-image.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import './files-section.css';

type NoteFile = Note['files'][number];

const PICTURES: readonly string[] = NOTE_PICTURES;

const isShown = ({ type, size }: NoteFile): boolean => PICTURES.includes(type) && size <= LIMITS.noteFile;

/** What came with a note and does not stand in its words: to be seen, and to be had. */
export function FilesSection() {
  const say = useSay();
  const { language } = useSettings();
  const text = useNote((note) => note.text);
  const files = useNote((note) => note.files);
  const beside = files.filter(({ sha256 }) => !text.includes(sha256));
  if (beside.length === 0) return null;
  const save = async ({ sha256, name }: NoteFile): Promise<void> => {
    const saved = await saveNoteFile(sha256, name);
    if (!saved.ok) tellOutcome(problemWords(saved.problem, say).fact);
    else if (saved.value === 'saved') tellOutcome(say('noteFiles.saved', { name }));
  };
  return (
    <section className="note-section" aria-labelledby="files">
      <h2 className="sat-h2" id="files">
        {say('note.field.files')}
      </h2>
      <p className="muted small note-files__more">{say('noteFiles.more')}</p>
      <ul className="sat-list">
        {beside.map((file) => (
          <li key={file.sha256} className="note-file">
            {isShown(file) && (
              <div className="note-file__picture">
                <BlobImage
                  sha256={file.sha256}
                  alt={file.alt}
                  load={loadNotePicture}
                  instead={(why) =>
                    // Its own words stand beside it.
                    why === null ? say('noteFiles.missing') : pictureWords(why, '', say)
                  }
                />
              </div>
            )}
            <div>
              <span className="sat-list__t">{file.name}</span>
              {file.alt !== '' && <p className="note-said">{file.alt}</p>}
              <p className="sat-meta">
                <span>{sizeWords(file.size, language)}</span>
                <LinkButton
                  aria-label={say('noteFiles.save.label', { name: file.name })}
                  onClick={() => void save(file)}
                >
                  {say('noteFiles.save')}
                </LinkButton>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
