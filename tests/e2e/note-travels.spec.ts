import { join } from 'node:path';
import { canonicalJson } from '#domain/canonical.ts';
import { normal } from '#domain/note/record/normal.ts';
import type { Note } from '#domain/note/record/note.ts';
import { revisionText } from '#domain/note/record/revision.ts';
import { asWritten } from '#domain/note/record/unread.ts';
import { SHAPE } from '#domain/note/record/versions.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { damageStore } from '#support/damage.ts';
import { fullNote } from '#support/full-note.ts';
import { storedNotes } from '#support/note-rows.ts';
import { sampleNote, sha256 } from '#support/notes-made.ts';
import { bundleAt } from '#support/notes-to-share.ts';
import { seedNotes } from '#support/seed-notes.ts';
import { button, look, main, save, saveInto, seen } from '#support/share-walk.ts';
import { expect, test } from '#support/window-test.ts';

const BYTES = Buffer.from('Name,Answer\nOne,Yes\n');
const FILE = { sha256: sha256(BYTES), name: 'answers.csv', type: 'text/csv', size: BYTES.length, alt: 'Answers' };

/** Every field filled, and one of a Satchel of tomorrow. */
const WHOLE = { ...fullNote(), files: [FILE], ofTomorrow: { deep: ['words', 0] } };
/** A note of a newer Satchel that chose what this one does not know. */
const NEWER = {
  ...WHOLE,
  id: '0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5ab',
  title: 'Does a call work as well as a letter?',
  shape: SHAPE + 1,
  status: 'piloting',
  ending: { kind: 'merged', into: ['0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5ac'] },
  decision: { ...fullNote().decision, choice: 'franchise' },
};
const BOTH: readonly Readonly<Record<string, unknown>>[] = [WHOLE, NEWER];

const asRead = (given: unknown): Note => {
  const note = normal(given);
  if (note === null) throw new Error('A note of the test is none');
  return note;
};
const byTitle = (notes: readonly { readonly title: unknown }[]) =>
  notes.map((note) => canonicalJson(note)).toSorted((one, other) => (one < other ? -1 : 1));

/** The notes of the window's store as who wrote them would have them, and their names. */
async function held(running: RunningApp): Promise<readonly Note[]> {
  const rows = await storedNotes(running.window);
  return rows.filter(({ binned }) => binned === '').map(({ note }) => asRead(note));
}

test('a note with every field filled, and one of a newer Satchel, are the same through store, journal, backup and file, there and back', async () => {
  test.setTimeout(240_000);
  const home = await newHome();
  const out = await newHome();
  const settings = { welcomed: true };
  const file = await bundleAt(join(out, 'two.eln'), BOTH.map(asRead), 'OFFICIAL', new Map([[FILE.sha256, BYTES]]));
  let ours = await launchApp({ home, settings });
  const theirs = await launchApp({ settings });
  const same = async (running: RunningApp): Promise<void> => {
    const notes = await held(running);
    expect(byTitle(notes.map((note) => asWritten(note) as Note))).toEqual(byTitle(BOTH.map((note) => note as never)));
    expect(notes.map(revisionText).toSorted()).toEqual(BOTH.map((note) => revisionText(asRead(note))).toSorted());
  };
  try {
    await look(ours, file);
    await button(ours.window, /^Import/).click();
    await expect(main(ours.window).getByText('2 notes were imported')).toBeVisible();
    await same(ours);

    // It is read, and says so; nothing of it can be written.
    await goTo(ours.window, '/notes');
    await expect(main(ours.window).getByRole('cell', { name: 'Not known', exact: true })).toBeVisible();
    await seen(ours.window, 'newer-register');
    await goTo(ours.window, `/note/${NEWER.id}`);
    await expect(main(ours.window).getByText('A newer Satchel wrote this note.')).toBeVisible();
    await expect(main(ours.window).getByText('Status, Ending and Decision')).toBeVisible();
    await expect(ours.window.getByRole('button', { name: /Move to|Take it up again/ })).toHaveCount(0);
    await expect(main(ours.window).getByText('Archived')).toHaveCount(0);
    // What it relies on is beside it, to be read.
    const beside = ours.window.getByRole('complementary', { name: 'Guidance relied on' });
    await expect(beside.getByRole('heading', { name: 'Guidance relied on' })).toBeVisible();
    await expect(beside.getByRole('listitem')).toHaveCount(WHOLE.citations.length);
    await expect(beside.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
    await seen(ours.window, 'newer-note');
    await goTo(ours.window, `/note/${NEWER.id}?view=history`);
    await goTo(ours.window, `/note/${NEWER.id}?view=print`);
    await expect(ours.window.locator('.sharing-paper')).toContainText('piloting');
    await expect(ours.window.locator('.sharing-paper')).not.toContainText('Archived');
    await seen(ours.window, 'newer-paper');
    await same(ours);

    // A backup, and the loss of the window's store: the journal has them.
    await goTo(ours.window, '/backups');
    await button(ours.window, 'Make one now').click();
    await expect(ours.window.getByRole('row', { name: /2 .*Whole/ })).toBeVisible();
    await ours.close();
    damageStore(home, 'delete the folder');
    ours = await launchApp({ home });
    await expect(ours.window.locator('.sat-status')).toContainText('2 notes were restored.');
    await same(ours);

    // In the bin here, in the backup as they were: a copy is the same note with another name.
    for (const { id } of [WHOLE, NEWER]) {
      await goTo(ours.window, `/note/${id}`);
      await button(ours.window, /^More:/).click();
      await ours.window.getByText('Move to the bin', { exact: true }).click();
      await expect(main(ours.window).getByText('This note is in the bin')).toBeVisible();
    }
    await goTo(ours.window, '/backups');
    await button(ours.window, /^Look inside/).click();
    await button(ours.window, 'Bring back 2 missing notes as copies').click();
    await expect(ours.window.getByText('2 notes were brought back as copies.').first()).toBeVisible();
    expect(await ours.window.evaluate(() => document.activeElement?.id)).toBe('inside');
    const copies = await held(ours);
    const asWere = copies.map((copy) => {
      const of = BOTH.find(({ title }) => copy.title.startsWith(String(title)));
      return { ...asWritten(copy), id: of?.id, title: String(of?.title) };
    });
    expect(byTitle(asWere)).toEqual(byTitle(BOTH.map((note) => note as never)));
    for (const { id } of [WHOLE, NEWER]) {
      await goTo(ours.window, `/note/${id}`);
      await button(ours.window, 'Put it back').click();
    }

    // Handed to a colleague, who hands them back unedited.
    const send = async (running: RunningApp): Promise<string> => {
      await goTo(running.window, `/share?note=${WHOLE.id}&note=${NEWER.id}`);
      await saveInto(running, out);
      await running.window.getByLabel(/\.eln/).check();
      await running.window.getByLabel('OFFICIAL', { exact: true }).check();
      return save(running.window, out);
    };
    await look(theirs, await send(ours));
    await button(theirs.window, /^Import/).click();
    await expect(main(theirs.window).getByText('2 notes were imported')).toBeVisible();
    await same(theirs);
    await look(ours, await send(theirs));
    await expect(main(ours.window)).toContainText('There is nothing to import: you have all of it');
    expect([...ours.reports, ...theirs.reports]).toEqual([]);
  } finally {
    await ours.close();
    await theirs.close();
  }
});

test('a note with a marking that this Satchel does not know leaves neither as a file nor on paper', async () => {
  test.setTimeout(120_000);
  const running = await launchApp({ settings: { welcomed: true } });
  const { window } = running;
  try {
    const secret = { ...sampleNote({ title: 'Do letters leave?' }), shape: SHAPE + 1, marking: 'SECRET' };
    await seedNotes(window, [{ note: secret as unknown as Note }]);
    const said = '“Do letters leave?” does not leave: it is marked “SECRET”';
    await goTo(window, `/note/${secret.id}?view=print`);
    await window.getByRole('main').getByRole('button', { name: 'Print', exact: true }).click();
    await expect(window.locator('.sat-status')).toContainText(said);
    await goTo(window, `/share?note=${secret.id}`);
    await window.getByLabel(/\.eln/).check();
    await window.getByLabel('OFFICIAL-SENSITIVE', { exact: true }).check();
    await button(window, 'Save file').click();
    await expect(main(window)).toContainText(said);
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});
