import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Place, toAddress } from '#domain/address.ts';
import type { Citation } from '#domain/note/record/note.ts';
import { formOfRow } from '#domain/note/register.ts';
import { stateWords } from '#domain/note/state-words.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { citeInNote } from '#store/notes/cite-in-note.ts';
import { useRegister } from '#store/notes/notes.ts';
import { useOpened } from '#store/own/opened.ts';
import { useFrame } from '#ui/frame.ts';
import { PaletteFrame } from '#ui/palette.tsx';
import { PaletteKeys } from '#ui/palette-keys.tsx';

/** Notes offered at once; letters of a name narrow them. */
const MOST = 10;
const NEW = 'new';

interface InView {
  /** The section in view. */
  readonly place: Place;
  readonly heading: string;
}

/** Cites the section in view in a note: those opened last come first. `picker` stands wherever the page is. */
export function useCiteInNote({ place, heading }: InView): {
  readonly open: () => void;
  readonly picker: ReactNode;
} {
  const say = useSay();
  const { go } = useFrame();
  // What is in view may change while a note is chosen.
  const [asked, setAsked] = useState<InView>();
  const open = () => setAsked({ place, heading });
  useCommandHandler('citeInNote', open);
  const cite = async (note: string | null, from: InView): Promise<void> => {
    const source = ({ packTitle, version, heading: name, title }: Citation): string =>
      say('cite.source', { pack: packTitle, version, heading: name || title });
    const put = await citeInNote(from.place, note, source);
    if (!put.ok) {
      const reason = problemWords(put.problem, say).fact;
      tellOutcome(say('citing.refused', { heading: from.heading, reason }));
    } else if (!put.value) tellOutcome(say('cite.gone'));
    else {
      tellOutcome(say('citing.done', { heading: from.heading, note: put.value.title || say('notes.untitled') }));
      if (note === null) go(toAddress({ screen: 'note', id: put.value.note }));
    }
  };
  const picker = asked ? (
    <NotePicker
      heading={asked.heading}
      onClose={() => setAsked(undefined)}
      onChoose={(note) => {
        flushSync(() => setAsked(undefined));
        void cite(note, asked);
      }}
    />
  ) : null;
  return { open, picker };
}

interface NotePickerProps {
  readonly heading: string;
  /** `null`: a new one. */
  readonly onChoose: (note: string | null) => void;
  readonly onClose: () => void;
}

function NotePicker({ heading, onChoose, onClose }: NotePickerProps) {
  const say = useSay();
  const opened = useOpened() ?? [];
  const notes = useRegister(false) ?? [];
  const [words, setWords] = useState('');
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  const place = (id: string): number => (opened.includes(id) ? opened.indexOf(id) : opened.length);
  const shown = notes
    .map((row) => ({ ...row, form: formOfRow(row), name: row.question || say('notes.untitled') }))
    .filter(({ name }) => asked.every((word) => name.toLowerCase().includes(word)))
    .sort((a, b) => place(a.id) - place(b.id) || (a.changed < b.changed ? 1 : -1))
    .slice(0, MOST);
  const fresh = say('citing.new');
  const options = [
    ...shown.map(({ id, name, state, form }) => ({
      key: id,
      icon: form === 'note' ? ('page' as const) : ('experiment' as const),
      label: (
        <>
          {name} <span className="muted small">{say(form === 'note' ? 'form.note' : stateWords(state))}</span>
        </>
      ),
    })),
    ...(asked.every((word) => fresh.toLowerCase().includes(word))
      ? [{ key: NEW, icon: 'plus' as const, label: fresh }]
      : []),
  ];
  return (
    <PaletteFrame
      title={say('citing.title')}
      inputLabel={say('citing.label')}
      listLabel={say('citing.list')}
      words={words}
      onWords={setWords}
      groups={[{ key: 'notes', heading: say('citing.group', { heading }), options }]}
      nothing={say('citing.nothing')}
      count={say('cite.found', { count: options.length })}
      hints={<PaletteKeys move={say('cite.keys.move')} choose={say('cite.keys.choose')} />}
      onChoose={(key) => onChoose(key === NEW ? null : key)}
      onClose={onClose}
    />
  );
}
