import { useState } from 'react';
import { flushSync } from 'react-dom';
import { toAddress } from '#domain/address.ts';
import { copyTitle } from '#domain/note/copy-title.ts';
import { duplicateOf } from '#domain/note/duplicate.ts';
import { formOf } from '#domain/note/form.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { useNote, useOpenNote } from '#store/notes/note-context.ts';
import { binNotes, createNote } from '#store/notes/notes.ts';
import { useFrame } from '#ui/frame.ts';
import { More, type MoreEntry } from '#ui/more.tsx';
import { makeNote, mayBeNote } from './change-form.ts';
import { EndDialog } from './end-dialog.tsx';

/** What is seldom done with a note: a list that opens under its button. */
export function NoteMore() {
  const say = useSay();
  const saver = useOpenNote();
  const { go } = useFrame();
  const isReading = useNote(isForReading);
  const ended = useNote((note) => note.ending !== null) || isReading;
  const form = useNote(formOf);
  const isIdea = useNote(mayBeNote);
  const [ending, setEnding] = useState<'abandoned' | 'superseded' | null>(null);
  const duplicate = async (): Promise<void> => {
    await saver.flush();
    const { note } = saver.row();
    const title = copyTitle(note.title || say('notes.untitled'), (of) => say('note.copyOf', { title: of }));
    const copy = duplicateOf(note, { id: crypto.randomUUID(), now: new Date().toISOString(), title });
    const created = await createNote(copy);
    if (!created.ok) {
      tellOutcome(problemWords(created.problem, say).fact);
      return;
    }
    tellOutcome(say(formOf(copy) === 'note' ? 'note.duplicated.plain' : 'note.duplicated'));
    go(toAddress({ screen: 'note', id: copy.id }));
  };
  const bin = async (): Promise<void> => {
    await saver.flush();
    const binned = await binNotes([saver.row().id], true);
    tellOutcome(binned.ok ? say('note.binned.done') : problemWords(binned.problem, say).fact);
  };
  const plain = (): void => {
    flushSync(() => makeNote(saver));
    tellOutcome(say('note.made.undone'));
    document.getElementById('title')?.focus();
  };
  const { id } = saver.row();
  const isExperiment = form === 'experiment';
  const entries: MoreEntry[] = [
    { key: 'history', label: say('history.open'), href: toAddress({ screen: 'note', id, view: 'history' }) },
    { key: 'duplicate', label: say('note.duplicate'), run: () => void duplicate() },
  ];
  if (!isExperiment && !isReading)
    entries.push({ key: 'template', label: say('new.fromTemplate'), href: toAddress({ screen: 'new', note: id }) });
  if (isExperiment && isIdea && !isReading) entries.push({ key: 'plain', label: say('note.make.note'), run: plain });
  if (isExperiment && !ended)
    for (const kind of ['abandoned', 'superseded'] as const)
      entries.push({ key: kind, label: say(`note.end.${kind}`), run: () => setEnding(kind) });
  entries.push({ key: 'bin', label: say('note.bin'), run: () => void bin() });
  return (
    <>
      <More label={say('note.more')} entries={entries} />
      {ending !== null && <EndDialog kind={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
