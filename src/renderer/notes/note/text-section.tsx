import type { ReactNode, RefObject } from 'react';
import { fieldName } from '#domain/note/fields.ts';
import { isExperiment } from '#domain/note/form.ts';
import { useCiteTool } from '#instruments/citing/citations/use-cite-tool.tsx';
import { useTextTools } from '#instruments/evidence/calculators/text-tools.tsx';
import { NoteText, ReadText } from '#instruments/writing/note-text.tsx';
import { useSay } from '#kit/words.ts';
import { useEdit, useLocked, useNote, useOpenNote } from '#store/notes/note-context.ts';
import { enterText } from './cursor-place.ts';
import { PersonalHint } from './personal-hint.tsx';

interface TextSectionProps {
  /** What holds it. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** Stands over a text that has no heading. */
  readonly lead?: ReactNode;
}

/** The text of a note: of an experiment what was seen, of a plain note all there is. */
export function TextSection({ place, lead }: TextSectionProps) {
  const say = useSay();
  const plain = !useNote(isExperiment);
  const label = say(fieldName('text', plain ? 'note' : 'experiment'));
  const edit = useEdit();
  const locked = useLocked();
  const { id } = useOpenNote().row();
  const text = useNote((note) => note.text);
  const { tools: counting, dialog } = useTextTools();
  const { tool, picker } = useCiteTool(edit);
  if (locked) {
    return (
      <section className="note-section" aria-labelledby="observations">
        <h2 className="sat-h2" id="observations" data-section="text">
          {label}
        </h2>
        <ReadText text={text} />
      </section>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hands the focus on to the words inside it
    <div
      id="text"
      ref={place}
      tabIndex={-1}
      data-holds-focus=""
      onFocus={(event) => {
        // The shell comes back to it, or a link leads here: on to the words.
        if (event.target === event.currentTarget) void enterText(id, event.currentTarget, { scrolls: true });
      }}
    >
      <NoteText
        id={id}
        label={label}
        lead={lead}
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
