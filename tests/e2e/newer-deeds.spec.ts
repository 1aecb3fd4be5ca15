import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { normal } from '#domain/note/record/normal.ts';
import type { Note } from '#domain/note/record/note.ts';
import { SHAPE } from '#domain/note/record/versions.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome } from '#support/app.ts';
import { fullNote } from '#support/full-note.ts';
import { storedNotes, writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { button, main, saveInto } from '#support/share-walk.ts';
import { expect, test } from '#support/window-test.ts';

const idOf = (number: number): string => `0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e80${number}`;

/** A note of a newer Satchel. */
const newer = (note: Readonly<Record<string, unknown>>): Note => {
  const read = normal({ ...note, shape: SHAPE + 1 });
  if (!read) throw new Error('not read');
  return read;
};

test('what cannot be done to a note of a newer Satchel is not offered, and never said to be done', async () => {
  test.setTimeout(180_000);
  const running = await launchApp({ settings: { welcomed: true }, size: { width: 1280, height: 900 } });
  const { window } = running;
  const odd = { environment: 'moon', files: [], marking: null };
  const costs = [{ id: 'c', day: null, pounds: 9_999, what: 'All' }];
  const ended = {
    ...fullNote(),
    ...odd,
    title: 'Ended',
    ending: { kind: 'abandoned', because: 'No money' },
    stop: null,
  };
  const capped = {
    ...fullNote(),
    ...odd,
    title: 'Capped',
    status: 'running',
    ending: null,
    stop: null,
    decision: null,
  };
  const notes = [
    newer({ ...ended, id: idOf(0) }),
    newer({ ...capped, id: idOf(1), costs, deviations: [] }),
    newer({ ...sampleNote({ title: 'Idea' }), ...odd, id: idOf(2), text: '- [ ] task one' }),
    newer({ ...sampleNote({ title: 'Plain', template: 'note' }), id: idOf(3), stage: 'moon' }),
    newer({ ...fullNote(), ...odd, id: idOf(4), title: 'Sensitive', marking: 'OFFICIAL-SENSITIVE', ending: null }),
    newer({ ...fullNote(), files: [], id: idOf(5), title: 'Secret', marking: 'SECRET', ending: null }),
  ];
  const more = async (): Promise<readonly string[]> => {
    await button(window, /^More/).click();
    const entries = await main(window).locator('.sat-more a, .sat-more button').allInnerTexts();
    await window.keyboard.press('Escape');
    return entries;
  };
  try {
    await writeNotes(window, notes);
    const before = JSON.stringify(await storedNotes(window));

    await goTo(window, `/note/${idOf(0)}`);
    await expect(main(window).getByText('No money')).toBeVisible();
    await expect(button(window, /up again/)).toHaveCount(0);

    await goTo(window, `/note/${idOf(1)}`);
    await expect(main(window).getByText(/cap/i).first()).toBeVisible();
    await expect(button(window, /^Stop/)).toHaveCount(0);

    await goTo(window, `/note/${idOf(2)}`);
    await expect(main(window).getByRole('checkbox', { name: 'task one' })).toBeDisabled();
    expect((await more()).join()).not.toMatch(/plain note/i);
    await goTo(window, `/note/${idOf(3)}`);
    await main(window).getByRole('heading', { name: 'Plain' }).waitFor();
    expect((await more()).join()).not.toMatch(/template/i);
    // By its address all the same: it is refused aloud.
    await goTo(window, `/new?note=${idOf(3)}`);
    await main(window).getByText('Blank experiment').first().click();
    await expect(main(window).getByText('“Plain” was not changed: a newer Satchel wrote it.')).toBeVisible();

    await goTo(window, `/share?note=${idOf(4)}`);
    await main(window).getByRole('radio', { name: 'OFFICIAL', exact: true }).check();
    await expect(
      main(window)
        .getByText(/its marking cannot be lowered here/)
        .first(),
    ).toBeVisible();
    await expect(main(window).getByLabel('Why a lower marking is right')).toHaveCount(0);
    await main(window).getByRole('radio', { name: 'OFFICIAL-SENSITIVE' }).check();
    await main(window)
      .getByRole('radio', { name: /Markdown/ })
      .check();
    await main(window).getByLabel('Licence').fill('OGL 3.0 of ours');
    await saveInto(running, await newHome());
    await button(window, 'Save file').click();
    await expect(main(window).getByText('“Sensitive” was not changed: a newer Satchel wrote it.')).toBeVisible();

    await goTo(window, `/note/${idOf(5)}`);
    await expect(main(window).getByText('SECRET', { exact: true })).toBeVisible();
    await expect(main(window).getByText('OFFICIAL-SENSITIVE')).toHaveCount(0);
    await goTo(window, `/note/${idOf(5)}?view=print`);
    await expect(window.locator('.sharing-paper__mark').first()).toHaveText('SECRET');
    expect(JSON.stringify(await storedNotes(window))).toBe(before);
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});

test('B1 a note that only a newer Satchel reads comes back from a backup, and as a copy, as it was written', async () => {
  test.setTimeout(180_000);
  const home = await newHome();
  const strange = { ...fullNote(), id: idOf(6), title: 'Strange', files: [], tags: { a: 1 }, shape: SHAPE + 1 };
  const notes = [strange as unknown as Note, sampleNote({ id: idOf(7), title: 'Ours' })];
  let running = await launchApp({ home, settings: { welcomed: true } });
  try {
    await writeNotes(running.window, notes);
    const before = (await storedNotes(running.window)).map(({ note }) => note);
    await goTo(running.window, '/backups');
    await button(running.window, 'Make one now').click();
    await expect(running.window.getByText('A backup was made and read back: it is whole.').first()).toBeVisible();
    await running.close();
    for (const folder of ['profile/IndexedDB', 'journal']) rmSync(join(home, folder), { recursive: true, force: true });

    running = await launchApp({ home });
    const { window } = running;
    await goTo(window, '/notes');
    await expect(main(window).getByText('2 notes were restored.')).toBeVisible();
    await expect(main(window).getByText('Strange').first()).toBeVisible();
    expect((await storedNotes(window)).map(({ note }) => note)).toEqual(before);

    await main(window)
      .getByRole('row', { name: /Strange/ })
      .getByRole('checkbox')
      .check();
    await button(window, /^Move 1 to the bin/).click();
    await goTo(window, '/backups');
    await button(window, /^Look inside/)
      .first()
      .click();
    await expect(main(window).getByText(/^It has 2 notes\. 1 is not here any more/)).toBeVisible();
    await button(window, /^Bring back the missing note/).click();
    await expect(main(window).getByText('1 note was brought back as a copy.').first()).toBeVisible();
    const copies = (await storedNotes(window)).filter(({ note }) => note.title.startsWith('Strange ('));
    expect(copies.map(({ note }) => note.tags)).toEqual([{ a: 1 }]);
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});
