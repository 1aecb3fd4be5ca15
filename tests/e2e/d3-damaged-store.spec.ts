import { launchApp, newHome } from '#support/app.ts';
import { DAMAGES, damageStore } from '#support/damage.ts';
import { seenNotes, writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { seededId } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';

const NOTES = Array.from({ length: 60 }, (_, n) =>
  sampleNote({ id: seededId(n), title: `Note ${n}`, text: `Text ${n} `.repeat(60) }),
);

test('D3 whatever happens to Chromium’s store, every saved note is back after one restart, and it is said', async () => {
  test.setTimeout(240_000);
  const home = await newHome();
  let run = await launchApp({ home, settings: { welcomed: true } });
  await run.window.getByRole('link', { name: 'Engage early' }).first().waitFor();
  await writeNotes(run.window, NOTES);
  const saved = await seenNotes(run.window);
  await run.close();
  const seen: string[] = [];
  for (const damage of DAMAGES) {
    damageStore(home, damage);
    run = await launchApp({ home });
    const said = run.window.locator('.sat-status').getByText('60 notes were restored.');
    const mend = run.window.getByRole('button', { name: 'Mend and start' });
    await said.or(mend).waitFor();
    if (await mend.isVisible()) {
      seen.push(damage);
      await mend.click();
      await said.waitFor();
    }
    expect(await seenNotes(run.window), damage).toEqual(saved);
    await run.close();
  }
  // Some damages keep Chromium from opening its store at all: then it is moved aside, never deleted.
  expect(seen).toContain('delete the manifest');
});
