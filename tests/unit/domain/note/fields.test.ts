import { expect, test } from 'vitest';
import { noteFile } from '#domain/bundle/note-file.ts';
import { bringBack } from '#domain/note/bring-back.ts';
import { duplicateOf } from '#domain/note/duplicate.ts';
import { FIELDS } from '#domain/note/fields.ts';
import { outline } from '#domain/note/outline/outline.ts';
import { writtenIn } from '#domain/note/own-words.ts';
import { heldIn } from '#domain/note/plain-note.ts';
import { planText } from '#domain/note/plan.ts';
import { NOTE_FIELDS, type Note, type NoteField, newNote } from '#domain/note/record/note.ts';
import { personalIn } from '#domain/personal-data.ts';
import { sayIn } from '#domain/words/words.ts';
import { notePage } from '#search/note-page.ts';
import { fullNote } from '#support/full-note.ts';

const BLANK = newNote(fullNote().id, '', '');
/** A note in which every text of one field is this one. */
function withText(field: NoteField, text: string): Note {
  const put = (value: unknown): unknown => {
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, /^(?:id|kind|role|metric)$/.test(key) ? inner : put(inner)]),
    );
  };
  const full = { ...fullNote(), ending: { kind: 'abandoned', because: 'x' } };
  return { ...BLANK, template: 'survey', [field]: put(full[field]) };
}

test('the table has every field of a note, in its order, and each has a name in words', () => {
  expect(Object.keys(FIELDS)).toEqual(NOTE_FIELDS);
  const say = sayIn('en-GB');
  for (const field of NOTE_FIELDS.filter((one) => !/^(?:id|status|ending)$/.test(one)))
    expect(say(`note.field.${field}`)).not.toBe('');
});

test.each(NOTE_FIELDS)('every use treats %s as the table says', (field) => {
  const { plan, plain, copied, broughtBack, scanned, counted, search, paper, front } = FIELDS[field];
  const full = fullNote();
  expect(Object.hasOwn(JSON.parse(planText(full)), field)).toBe(plan);
  expect(heldIn(full).some((held) => held === field)).toBe(!plain);
  const copy = duplicateOf(full, { id: BLANK.id, now: 'then', title: 'Copy' });
  if (!/^(?:id|title|created|changed|links)$/.test(field))
    expect(copy[field]).toEqual(copied ? full[field] : newNote(BLANK.id, 'then', 'Copy')[field]);
  const brought = bringBack({ ...BLANK, id: 'other', template: 'survey', created: 'x', changed: 'x' }, full);
  expect(Object.hasOwn(brought, field)).toBe(broughtBack);
  const found = personalIn({ ...withText(field, 'anwen.rees@btinternet.com'), notPersonal: [] });
  // A figure or a choice holds no words.
  const hasWords = typeof full[field] !== 'number' && field !== 'guardrails';
  if (hasWords && field !== 'notPersonal') expect(found.length > 0).toBe(scanned);
  if (hasWords && field !== 'notPersonal')
    expect(writtenIn(withText(field, 'zebra')).includes('zebra'), 'counted').toBe(counted);
  const read = outline(full, null, true).flatMap(({ id, blocks }) => blocks.map(({ path }) => `${id} ${path}`));
  if (paper !== null)
    expect(
      read.some((one) => new RegExp(`^${paper} ${field}\\b`).test(one)),
      'paper',
    ).toBe(true);
  const page = JSON.stringify(notePage(withText(field, 'zebra')));
  if (search !== null || scanned) expect(page.includes('zebra'), 'search').toBe(search !== null);
  const head = noteFile({ ...full, template: 'survey' }, null, () => null).split('\n---\n')[0] ?? '';
  expect(new RegExp(`^${field}:`, 'm').test(head), 'front').toBe(
    front !== null || /^(?:sample|confidence|decision)$/.test(field),
  );
});
