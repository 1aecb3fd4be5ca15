import { useSay } from '#store/words.ts';
import { useTextTools } from '../calculators/text-tools.tsx';
import { useCiteTool } from '../citations/use-cite-tool.tsx';
import { NoteText, ReadText } from '../editor/note-text.tsx';
import { useEdit, useLocked, useNote, useOpenNote } from './note-context.ts';
import { PersonalHint } from './personal-hint.tsx';

/** What was seen, and whatever else there is to say. */
export function TextSection() {
  const say = useSay();
  const edit = useEdit();
  const locked = useLocked();
  const { id } = useOpenNote().row();
  const text = useNote((note) => note.text);
  const { tools: counting, dialog } = useTextTools();
  const { tool, picker } = useCiteTool(edit, locked);
  if (locked) {
    return (
      <section className="note-section" aria-labelledby="observations">
        <h2 className="sat-h2" id="observations" data-section="text">
          {say('notes.text')}
        </h2>
        <ReadText text={text} />
      </section>
    );
  }
  return (
    <div id="text">
      <NoteText
        id={id}
        label={say('notes.text')}
        text={text}
        onChange={(next) => edit(() => ({ text: next }))}
        onFile={(file) =>
          edit(({ files }) => ({ files: [...files.filter(({ sha256 }) => sha256 !== file.sha256), file] }))
        }
        extraTools={[tool, ...counting]}
      />
      {dialog}
      {picker}
      <PersonalHint id="text" text={text} />
    </div>
  );
}
