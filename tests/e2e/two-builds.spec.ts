import type { Note } from '#domain/note/record/note.ts';
import { takenDown } from '#domain/note/record/versions.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome, type RunningApp, shareFile } from '#support/app.ts';
import { earlierBuild } from '#support/earlier-build.ts';
import { fullNote } from '#support/full-note.ts';
import { seedNotes } from '#support/seed-notes.ts';
import { button, look, main, notesIn, save, saveInto } from '#support/share-walk.ts';
import { expect, test } from '#support/window-test.ts';

/** The last one whose notes have no shape, keep no unknown field in a row, and are named with what they leave unsaid. */
const BEFORE = 'c2a4a9a310fea5023d1df0f5c6b43c2315d1fa56';
const NOTE: Note = { ...fullNote(), files: [], marking: null, ending: null, status: 'analysed', decision: null };

async function handOver(running: RunningApp, out: string): Promise<string> {
  const { window } = running;
  await goTo(window, `/share?note=${NOTE.id}`);
  await saveInto(running, out);
  await window.getByLabel(/\.eln/).check();
  await window.getByLabel('OFFICIAL', { exact: true }).check();
  return shareFile(await save(window, out));
}

/** What the import screen says of a file. */
async function said(running: RunningApp, path: string): Promise<string> {
  await look(running, path);
  const text = main(running.window);
  await expect(text).toContainText(NOTE.title);
  return text.innerText();
}

test('a note that a laptop with the app before this one still reads is the same note there and back, unedited', async () => {
  test.setTimeout(240_000);
  const before = await earlierBuild(BEFORE);
  test.skip(before === null);
  const out = await newHome();
  const settings = { welcomed: true };
  const [theirs, ours] = [await launchApp({ settings, folder: before ?? '' }), await launchApp({ settings })];
  try {
    await seedNotes(theirs.window, [{ note: takenDown(NOTE) as unknown as Note }]);
    // Theirs comes here, is saved, and goes back: they have it already.
    await look(ours, await handOver(theirs, out));
    await button(ours.window, /^Import/).click();
    await expect(main(ours.window).getByText('1 note was imported')).toBeVisible();
    expect((await notesIn(ours.window))[0]?.deviations).toEqual(NOTE.deviations);
    const back = await handOver(ours, out);
    expect(await said(theirs, back)).toContain('There is nothing to import: you have all of it');
    // They change it: here it is newer, not changed on both sides.
    await goTo(theirs.window, `/note/${NOTE.id}`);
    await theirs.window.getByLabel('Learning').fill('Blue envelopes help');
    await expect(theirs.window.getByText(/^Saved/).first()).toBeVisible();
    const changed = await said(ours, await handOver(theirs, out));
    expect(changed).toContain('Newer than yours');
    expect(changed).toContain('Differs in: Learning');
  } finally {
    await theirs.close();
    await ours.close();
  }
});
