import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversions } from '#bundle/conversions.ts';
import { noteFile, noteOfFile } from '#domain/bundle/note-file.ts';
import { FOUND, PLANNED } from '#domain/bundle/prose-headings.ts';
import type { Note } from '#domain/note/record/note.ts';
import { anyNote, sampleNote } from '#support/notes-made.ts';

const back = (note: Note): Note | null => {
  const { front, body } = conversions.frontMatter(noteFile(note, note.marking, () => null));
  return noteOfFile(front, body);
};

test('every word under a heading comes back as it was, headings of ours among them', () => {
  fc.assert(
    fc.property(anyNote, (note) => {
      const plain = {
        ...note,
        ownerRole: 'x',
        team: [],
        tags: [],
        licence: '',
        title: 'x',
        template: '',
        decision: null,
      };
      const read = back(plain);
      const words = (of: Note | null) => of && [...PLANNED, ...FOUND].map(({ get }) => get(of));
      expect(words(read)).toEqual(words(plain));
      expect([read?.id, read?.status, read?.stage, read?.dates]).toEqual([
        note.id,
        note.status,
        note.stage,
        note.dates,
      ]);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('it is read anywhere: front matter, title, fixed headings, tables', () => {
  const text = noteFile(
    sampleNote({
      hypothesis: { change: 'we cut the letter', effect: 'more people reply', because: 'they read it' },
      metrics: [
        {
          id: 'm',
          name: 'Replies | all',
          unit: '%',
          role: 'primary',
          baseline: 10,
          target: 12,
          direction: 'up',
          source: '',
        },
      ],
    }),
    'OFFICIAL',
    () => null,
  );
  expect(text).toMatch(/^---\nmarking: OFFICIAL\nsatchel: experiment note 2\nid: /);
  expect(text).toContain('\n---\n\nOFFICIAL\n\n# Do shorter letters get more replies?\n');
  expect(text).toContain('\n## If\n\nwe cut the letter\n\n## Then\n');
  expect(text).toContain('| Replies \\| all | % | Main measure | 10 | 12 | More |  |');
});

test('headings are the names of the screen in English; another one is another version of the file', () => {
  expect([...PLANNED, ...FOUND].map(({ heading }) => heading)).toEqual([
    'Problem',
    'Who has it',
    'Riskiest assumption',
    'If',
    'Then',
    'Because',
    'Success if',
    'Method',
    'How they are chosen',
    'Why so many are enough',
    'Observations',
    'No usable data',
    'Other findings',
    'Learning',
    'Why so sure',
    'Why this decision',
  ]);
});

test('a file of the first version is read by the headings that it had', () => {
  const note = sampleNote({ text: '## Decision\n\nOf the writer.', successRule: 'Half answer.', template: '' });
  const file = noteFile(note, null, () => null)
    .replace('satchel: experiment note 2', 'satchel: experiment note 1')
    .replace('## Observations', '## What was seen')
    .replace('## Success if', '## Success rule')
    .replace('## Decision #', '## Decision');
  const { front, body } = conversions.frontMatter(file);
  const read = noteOfFile(front, body);
  expect([read?.text, read?.successRule]).toEqual([note.text, note.successRule]);
});

test('what was decided, why, how sure and what is next stand in the body, not in the front matter alone', () => {
  const body = conversions.frontMatter(
    noteFile(
      sampleNote({
        sample: { unit: 'letters', planned: 1200, chosen: 'By lot', power: '' },
        decision: { choice: 'adapt', because: 'Half saw it.', byRole: 'Policy lead', day: '2026-11-30' },
        confidence: { level: 'medium', because: 'One region.' },
        next: ['Try a second region'],
      }),
      null,
      () => null,
    ),
  ).body;
  expect(body).toContain('## Sample\n\n1,200 letters\n\n## How they are chosen\n\nBy lot\n');
  const parts = ['## How sure\n\nMedium', '## Why so sure\n\nOne region.', '## Decision\n\nAdapt: change the idea'];
  const more = [
    '## Decided by (role)\n\nPolicy lead, 30 November 2026',
    '## Why this decision\n\nHalf saw it.',
  ];
  expect([...parts, ...more, '## Next\n\n- Try a second region'].map((one) => body.indexOf(one))).toEqual(
    [...parts, ...more, '## Next\n\n- Try a second region'].map((one) => body.indexOf(one)).toSorted((a, b) => a - b),
  );
  expect([...parts, ...more].filter((one) => !body.includes(one))).toEqual([]);
});

test('a Markdown file of somebody else is not ours', () => {
  expect(noteOfFile({ title: 'x' }, '# x')).toBeNull();
  expect(noteOfFile(null, '')).toBeNull();
  expect(noteOfFile({ satchel: 'experiment note 1', id: '../x' }, '')).toBeNull();
});
