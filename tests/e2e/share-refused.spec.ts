import { join } from 'node:path';
import { goTo } from '#support/address.ts';
import { launchApp } from '#support/app.ts';
import { answerSave } from '#support/file-dialog.ts';
import { storedNotes } from '#support/note-rows.ts';
import { seededId, seedNotes } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';
import { planned } from '#support/worked-notes.ts';

const ID = seededId(1);

test('a file that could not be written has lowered no marking, and nobody handed anything over', async () => {
  const running = await launchApp({ settings: { welcomed: true }, today: '2026-11-23' });
  const { window } = running;
  try {
    const note = { ...planned(ID, 'Do shorter papers get better answers?'), marking: 'OFFICIAL-SENSITIVE' as const };
    await seedNotes(window, [{ note }]);
    await goTo(window, `/share?note=${ID}`);
    await window.getByLabel('Markdown').check();
    await window.getByLabel('OFFICIAL', { exact: true }).check();
    const save = window.getByRole('button', { name: 'Save file' });
    await save.press('Enter');
    await window.locator('#share-because').fill('The figures are published now');
    await window.locator('#share-role').fill('Grants officer');
    await answerSave(running, join('/proc', 'nowhere', 'note.md'));
    await save.press('Enter');
    await expect(window.locator('main')).toContainText('Nothing in Satchel has changed');
    await expect
      .poll(async () => (await storedNotes(window))[0]?.note)
      .toMatchObject({ marking: 'OFFICIAL-SENSITIVE', comments: note.comments, licence: note.licence });
    // What was typed for it is still there to try again.
    await expect(window.locator('#share-because')).toHaveValue('The figures are published now');
  } finally {
    await running.close();
  }
});
