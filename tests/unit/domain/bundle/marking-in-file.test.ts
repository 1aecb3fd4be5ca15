import { expect, test } from 'vitest';
import { noteFile, noteOfFile } from '#domain/bundle/note-file.ts';
import { sampleNote } from '#support/notes-made.ts';

test.each([
  ['Official-Sensitive', 'OFFICIAL-SENSITIVE'],
  ['OFFICIAL-SENSITIVE - PERSONAL', 'OFFICIAL-SENSITIVE'],
  ['official', 'OFFICIAL'],
  ['SECRET', null],
])('X6 a marking that somebody wrote into the file in their own way is read: %s', (written, read) => {
  for (const template of ['', 'note']) {
    const note = sampleNote({ template, marking: 'OFFICIAL' });
    const file = noteFile(note, 'OFFICIAL', () => null);
    const body = file.slice(file.indexOf('\n---\n') + 5);
    const satchel = /^satchel: (.+)$/m.exec(file)?.[1];
    const facts = { id: note.id, title: note.title, created: note.created, changed: note.changed, template };
    expect(noteOfFile({ satchel, marking: written, ...facts }, body)?.marking, template).toBe(read);
  }
});
