import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { changedFields, noteRevision } from '#domain/bundle/comparison.ts';
import { noteFile, noteOfFile } from '#domain/bundle/note-file.ts';
import { readRecord, recordText } from '#domain/bundle/record.ts';
import { bringBack } from '#domain/note/bring-back.ts';
import { STATUSES } from '#domain/note/choices.ts';
import { asExperiment, asNote, formOf } from '#domain/note/form.ts';
import { heldIn, plainNote, undoForm } from '#domain/note/plain-note.ts';
import { type Note, newNote, noteSchema } from '#domain/note/record/note.ts';
import { formOfRow, registerRow } from '#domain/note/register.ts';
import { TEMPLATE_IDS, TEMPLATES, templateInto } from '#domain/note/templates.ts';
import { sayIn } from '#domain/words/words.ts';

const ID = '0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f';
const NOW = '2026-11-23T14:02:00.000Z';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const plain: Note = { ...plainNote(ID, NOW, 'Ask the harbour office'), text: 'The slip is closed.' };
const parse = (front: string): unknown => Object.fromEntries(front.split('\n').map((line) => line.split(/: (.*)/)));

describe('B30 a note knows whether it is an experiment', () => {
  test('each note of every app before this one is an experiment, with the revision it had', () => {
    // Worked out with the app of commit cca6d50.
    expect(noteRevision(newNote(ID, NOW, 'Will small firms join?'), hash).first).toBe(
      'b504829a0afa02df18a1cf5d1efe6c9b31b4f5b06bc14bb66593f9506e581bbe',
    );
    for (const template of ['', ...TEMPLATE_IDS]) expect(formOf({ ...newNote(ID, NOW), template })).toBe('experiment');
  });

  test('an app that knows no plain notes hands one on as it is: nothing is changed by that', () => {
    // What it reads and writes is this schema, which has had the field since the first version.
    const passed = noteSchema.parse(JSON.parse(JSON.stringify(plain)));
    expect(noteRevision(passed, hash)).toEqual(noteRevision(plain, hash));
    const read = readRecord(recordText({ note: plain, earlier: [] }));
    expect(read.kind === 'record' && formOf(read.record.note)).toBe('note');
  });

  test('a step taken anywhere makes it one, so that its plan is seen', () => {
    for (const status of STATUSES) expect(formOf({ ...plain, status })).toBe(status === 'idea' ? 'note' : 'experiment');
    expect(formOf({ ...plain, ending: { kind: 'abandoned', because: 'no' } })).toBe('experiment');
    for (const note of [plain, newNote(ID, NOW), { ...plain, status: 'running' as const }])
      expect(formOfRow(registerRow(note))).toBe(formOf(note));
  });
});

describe('B30 there and back', () => {
  test('no field is touched, and those that hold words keep them', () => {
    const made: Note = { ...plain, ...asExperiment() };
    expect(changedFields(plain, made)).toEqual(['template']);
    const worked: Note = { ...made, problem: 'Nobody answers', costCap: 0 };
    const back: Note = { ...worked, ...asNote() };
    expect(formOf(back)).toBe('note');
    expect(heldIn(back)).toEqual(['problem', 'costCap']);
    expect(heldIn(plain)).toEqual([]);
    expect({ ...back, ...asExperiment() }).toEqual(worked);
  });

  test('every template keeps every word, and its way back takes what nobody touched', () => {
    const full: Note = { ...plain, method: 'Ring them', metrics: [], stopRules: [{ id: 's', text: 'They ask us to' }] };
    let rows = 0;
    for (const template of TEMPLATES) {
      const made = templateInto(full, template, sayIn('en-GB'), { rowId: () => `r${rows++}` });
      const now: Note = { ...full, ...made };
      expect(now.text.startsWith(`${full.text}\n\n`)).toBe(true);
      expect(now).toMatchObject({ method: 'Ring them', stopRules: full.stopRules, title: full.title });
      expect({ ...now, ...undoForm(now, full, made) }).toEqual(full);
      const written: Note = { ...now, text: `${now.text} And more.` };
      expect({ ...written, ...undoForm(written, full, made) }.text).toBe(written.text);
    }
  });

  test('an earlier version brings back words, never the form', () => {
    expect(bringBack({ ...plain, ...asExperiment(), text: 'Now' }, plain)).toEqual({ text: plain.text });
  });
});

test('B30 the file of a plain note says nothing of an experiment, and is read again', () => {
  for (const text of [
    'One line.',
    '',
    'Two\n\n## Next\n\nparts\n',
    '\n\nSpace around\n\n',
    '# Ask the harbour office\n\nA title of its own',
    '## Observations\n\nEscaped.',
    '## What was seen\n\nOf the writer: it is no heading of ours any more.',
  ]) {
    const note = { ...plain, text, tags: ['ports'] };
    const file = noteFile(note, 'OFFICIAL', () => null);
    if (!text.includes('Observations'))
      expect(file.replace(text, '')).not.toMatch(/experiment|idea|desk|sandbox|hypothesis|observations/i);
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
    const facts = { ...(parse(front) as object), tags: ['ports'], stage: null, licence: '' };
    expect(noteOfFile(facts, body)).toEqual({ ...note, marking: 'OFFICIAL' });
  }
});
