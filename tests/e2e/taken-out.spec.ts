import type { Page } from 'playwright-core';
import type { Citation, Note } from '#domain/note/record/note.ts';
import { goTo } from '#support/address.ts';
import { launchApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { storedNotes } from '#support/note-rows.ts';
import { seededId, seededNote, seedNotes } from '#support/seed-notes.ts';
import { searchReady } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

const metric = (id: string, name: string, role: Note['metrics'][number]['role']): Note['metrics'][number] => ({
  id,
  name,
  role,
  unit: '%',
  baseline: 20,
  target: 60,
  direction: 'up',
  source: '',
});
const result = (id: string, value: number, exploratory = false): Note['results'][number] => ({
  id,
  metric: 'm1',
  group: '',
  n: 20,
  value,
  low: value - 5,
  high: value + 5,
  exploratory,
});
const citation = (id: string, heading: string): Citation => ({
  id,
  pack: 'engage-early',
  packTitle: 'Engage early',
  version: '2026.11',
  release: 1,
  page: 'keep-it-fair',
  section: '',
  title: heading,
  heading,
  hash: 'c0ffee'.padEnd(64, '0'),
  quote: 'Words',
  at: '2026-11-20T10:00:00.000Z',
});

const WRITTEN: Note = seededNote(1, {
  title: 'Do shorter papers get answers?',
  status: 'analysed',
  kind: 'pilot',
  metrics: [
    metric('m1', 'Answers', 'primary'),
    metric('m2', 'Calls', 'guardrail'),
    metric('m3', 'Letters', 'secondary'),
  ],
  stopRules: ['one', 'two', 'three'].map((text) => ({ id: text, text })),
  results: [result('r1', 40), result('r2', 50), result('r3', 60), result('e1', 10, true), result('e2', 20, true)],
  costs: ['Print', 'Post', 'Phone'].map((what) => ({ id: what, day: '2026-11-12', pounds: 100, what })),
  comments: ['First', 'Second', 'Third'].map((text) => ({
    id: text,
    at: '2026-11-20T12:00:00.000Z',
    byRole: '',
    text,
  })),
  citations: [citation('q1', 'One'), citation('q2', 'Two'), citation('q3', 'Three')],
});

const noteNow = async (window: Page): Promise<Note | undefined> =>
  (await storedNotes(window)).find(({ id }) => id === seededId(1))?.note;

/** Each kind of row: the button that takes one out of the middle, and what the note keeps of its list. */
const KINDS = [
  ['stopRules', 'Take out: Stop rule 2', 'Taken out: Stop rule 2.'],
  ['metrics', 'Take out: Calls', 'Taken out: Calls.'],
  ['costs', 'Take out: Cost 2', 'Taken out: Cost 2.'],
  ['comments', 'Take out the comment “Second”', 'Taken out: the comment “Second”.'],
  ['citations', 'Remove the citation of Two', 'The citation of “Two” is removed. The quotation in the text stays.'],
] as const;

test('a row that is taken out by a key is told in its place, no second press takes more, and it comes back as it was', async () => {
  test.setTimeout(120_000);
  const { window, close } = await launchApp({ settings: { welcomed: true }, today: '2026-11-23' });
  try {
    await searchReady(window);
    await seedNotes(window, [{ note: WRITTEN }]);
    await goTo(window, `/note/${seededId(1)}`);
    const undo = window.getByRole('button', { name: 'Undo', exact: true });

    for (const [list, button, words] of KINDS) {
      await window.getByRole('button', { name: button, exact: true }).press('Enter');
      await expect(undo, list).toBeFocused();
      await expect(undo).toHaveCount(1);
      await expect(window.locator('.sat-removed')).toContainText(words);
      await expect(window.locator('#polite')).toHaveText(words);
      await expect.poll(async () => (await noteNow(window))?.[list].length).toBe(WRITTEN[list].length - 1);
      await window.keyboard.press('Enter');
      await expect.poll(async () => (await noteNow(window))?.[list]).toEqual(WRITTEN[list]);
      await expect(undo).toHaveCount(0);
      expect(await window.evaluate(() => document.activeElement?.localName), list).not.toBe('body');
    }
    for (const at of [1, 0]) {
      await window.getByRole('button', { name: 'Take out: Result 2', exact: true }).nth(at).press('Enter');
      await expect(undo).toBeFocused();
      if (at === 1) expect(await axeFindings(window)).toEqual([]);
      await window.keyboard.press('Enter');
      await expect.poll(async () => (await noteNow(window))?.results).toEqual(WRITTEN.results);
    }

    // The last one says so where the list was; the next removal takes the place of the one before.
    for (const name of ['One', 'Two', 'Three'])
      await window.getByRole('button', { name: `Remove the citation of ${name}`, exact: true }).press('Enter');
    await expect(window.locator('.sat-removed')).toHaveText(/“Three” is removed/);
    await window.getByRole('button', { name: 'Take out: Cost 1', exact: true }).press('Enter');
    await expect(window.locator('.sat-removed')).toHaveText(/Taken out: Cost 1/);
    // What is written meanwhile stays.
    await window.locator('#cost-Phone-what').fill('Phone calls');
    await undo.press('Enter');
    await expect
      .poll(async () => (await noteNow(window))?.costs.map(({ what }) => what))
      .toEqual(['Print', 'Post', 'Phone calls']);

    // The next screen knows nothing of it.
    await window.getByRole('button', { name: 'Take out: Cost 1', exact: true }).press('Enter');
    await expect(undo).toBeFocused();
    await goTo(window, '/notes');
    await goTo(window, `/note/${seededId(1)}`);
    await expect(window.getByRole('button', { name: 'Take out: Cost 1', exact: true })).toBeVisible();
    await expect(undo).toHaveCount(0);
  } finally {
    await close();
  }
});

test('guidance is cited where the cursor was last, and the next words stand behind it', async () => {
  test.setTimeout(120_000);
  const { window, close } = await launchApp({ settings: { welcomed: true }, today: '2026-11-23' });
  const { keyboard } = window;
  try {
    await searchReady(window);
    await seedNotes(window, [
      { note: seededNote(1, { title: 'Empty', template: 'note', text: '' }) },
      { note: seededNote(2, { title: 'Written', template: 'note', text: 'First words.\n\nLast words.' }) },
    ]);
    const text = async (number: number): Promise<string> =>
      (await storedNotes(window)).find(({ id }) => id === seededId(number))?.note.text ?? '';
    const cite = async (): Promise<void> => {
      await keyboard.press('Control+Shift+g');
      await window.locator('dialog[open]').getByRole('combobox').fill('fair');
      await expect(window.locator('dialog[open]').getByRole('option').first()).toBeVisible();
      await keyboard.press('Enter');
      await expect(window.locator('.sat-status')).toContainText('cited');
    };
    const quoted = /^> (.|\n> ?)*Source: .*$/m;

    await goTo(window, `/note/${seededId(1)}`);
    await window.getByRole('textbox', { name: 'Text', exact: true }).focus();
    await cite();
    await keyboard.type('NEXT');
    await expect.poll(() => text(1)).toMatch(/^> [\s\S]*Source: .*\n\nNEXT$/);

    // Where it was in the text, also from the title.
    await goTo(window, `/note/${seededId(2)}`);
    await window.getByRole('textbox', { name: 'Text', exact: true }).focus();
    await keyboard.press('Control+Home');
    await keyboard.press('End');
    await window.getByLabel('Title', { exact: true }).focus();
    await cite();
    await keyboard.type('NEXT');
    await expect.poll(() => text(2)).toMatch(/^First words\.\n\n> [\s\S]*Source: .*\n\nNEXT\n\nLast words\.$/);
    expect(await text(2)).toMatch(quoted);
  } finally {
    await close();
  }
});

test('a note is printed by its key from wherever the focus is', async () => {
  test.setTimeout(120_000);
  const { window, close } = await launchApp({ settings: { welcomed: true }, today: '2026-11-23' });
  try {
    await searchReady(window);
    await seedNotes(window, [
      { note: WRITTEN },
      { note: seededNote(2, { title: 'Plain', template: 'note', text: 'Words.' }) },
    ]);
    for (const [number, field] of [
      [1, '#title'],
      [1, '#comment'],
      [1, '[role="textbox"]'],
      [2, '#title'],
      [2, '[role="textbox"]'],
    ] as const) {
      await goTo(window, `/note/${seededId(number)}`);
      await window.locator(`main ${field}`).first().focus();
      await window.keyboard.press('Control+p');
      await expect(window.locator('h1'), `${number} ${field}`).toContainText('Print');
    }
  } finally {
    await close();
  }
});
