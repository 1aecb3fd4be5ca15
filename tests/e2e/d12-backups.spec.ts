import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { goTo } from '#support/address.ts';
import { launchApp, newHome } from '#support/app.ts';
import { axeFindings, axeInBoth } from '#support/axe.ts';
import { answerSave } from '#support/file-dialog.ts';
import { followLink } from '#support/link.mjs';
import { seenNotes, writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { seededId } from '#support/seed-notes.ts';
import { expect, test } from '#support/window-test.ts';

const NOTES = [1, 2, 3].map((n) => sampleNote({ id: seededId(n), title: `Note ${n}`, text: `Text ${n}` }));
const GUIDANCE = { name: 'Engage early' };

/** What lies in a folder of the home. */
const kept = (home: string, name: string): readonly string[] =>
  existsSync(join(home, name)) ? readdirSync(join(home, name)) : [];

const titlesIn = (document: string): readonly string[] =>
  JSON.parse(document)
    .tables.notes.map(({ note }: { note: { title: string } }) => note.title)
    .sort();

test('D12 B5 backups are made, looked into and brought back as copies; all leaves as a file; all can be deleted', async () => {
  test.setTimeout(180_000);
  const home = await newHome();
  const run = await launchApp({ home, settings: { welcomed: true }, size: { width: 1280, height: 800 } });
  const { window, app } = run;
  const button = (name: string | RegExp) => window.getByRole('button', { name });
  await window.getByRole('link', GUIDANCE).first().waitFor();
  await writeNotes(window, NOTES);

  await followLink(run.window, '/backups');
  await expect(window.getByText('No backup yet.')).toBeVisible();
  await button('Make one now').click();
  await expect(window.getByRole('row', { name: /3 .*Whole/ })).toBeVisible();
  expect(readdirSync(join(home, 'snapshots'))).toHaveLength(1);

  // One is put into the bin, one is changed: neither is written over.
  await window.evaluate(async () => {
    const open = indexedDB.open('satchel-notes');
    await new Promise((resolve) => {
      open.onsuccess = resolve;
    });
    const notes = open.result.transaction('notes', 'readwrite').objectStore('notes');
    const all = notes.getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    const [first, second] = all.result;
    notes.put({ ...first, rev: 2, binned: '2026-11-23T12:00:00.000Z' });
    notes.put({ ...second, rev: 2, note: { ...second.note, text: 'Other words' } });
    await new Promise((resolve) => {
      notes.transaction.oncomplete = resolve;
    });
    open.result.close();
  });
  await button(/^Look inside/).click();
  await expect(window.getByText('1 is not here any more, or only in the bin; 1 has other words here.')).toBeVisible();
  expect(await axeFindings(window)).toEqual([]);
  await button('Bring back the missing note as a copy').click();
  await expect(window.getByText('1 note was brought back as a copy.').first()).toBeVisible();
  const rows = (await seenNotes(window)) ?? [];
  expect(rows.map(({ title }) => title).sort()).toEqual([
    'Note 1',
    expect.stringMatching(/^Note 1 \(backup of /),
    'Note 2',
    'Note 3',
  ]);
  expect(rows.find(({ title }) => title === 'Note 2')?.text).toBe('Other words');

  // The way out: a document that any program reads.
  const out = join(home, 'out.json.gz');
  await answerSave(run, out);
  await button('Save everything to a file').click();
  await expect(window.getByText('Everything was saved to the file.').first()).toBeVisible();
  expect(titlesIn(gunzipSync(readFileSync(out)).toString('utf8'))).toHaveLength(4);
  await expect(window.locator('code', { hasText: home })).toBeVisible();

  await run.resize(640, 400);
  // Somebody else's, which is not Satchel's to delete.
  writeFileSync(join(home, 'thesis.docx'), 'x');
  const told = join(home, 'told');
  await app.evaluate(({ dialog }, path) => {
    const { writeFileSync: write } = process.getBuiltinModule('node:fs');
    dialog.showMessageBox = (async (...args: unknown[]) => {
      if (args.length === 1) write(path, JSON.stringify(args[0]));
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, told);
  // Under the pointer a button keeps the colours of what it does.
  await window.emulateMedia({ colorScheme: 'dark' });
  await button('Make one now').hover();
  expect(await axeFindings(window)).toEqual([]);
  await button('Delete everything …').hover();
  await expect(button('Delete everything …')).toHaveCSS('background-color', 'rgb(152, 40, 40)');
  await button('Delete everything …').click();
  // B5: what stays is named, with the reason, and nothing else stays.
  await expect
    .poll(() => readdirSync(home).sort(), { timeout: 20_000 })
    .toEqual(['out.json.gz', 'thesis.docx', 'told']);
  const { message, detail } = JSON.parse(readFileSync(told, 'utf8'));
  expect(message).toBe('Everything that Satchel kept on this laptop is deleted.');
  expect(detail).toMatch(/^2 things stay in .*\n\nout\.json\.gz: Satchel did not make it\.\nthesis\.docx: /s);
  await run.close().catch(() => undefined);
});

test('B5 "Delete everything" that was cut off is gone on with at the next start: no note comes back from a backup', async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  let run = await launchApp({ home, settings: { welcomed: true } });
  await run.window.getByRole('link', GUIDANCE).first().waitFor();
  await writeNotes(run.window, NOTES);
  await goTo(run.window, '/backups');
  await run.window.getByRole('button', { name: 'Make one now' }).click();
  await expect.poll(() => kept(home, 'snapshots'), { timeout: 20_000 }).toHaveLength(1);
  const ended = new Promise((resolve) => run.app.process().once('exit', resolve));
  // The window's store is empty by then, and nothing else is deleted yet.
  await run.app.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as typeof dialog.showMessageBox;
    BrowserWindow.getAllWindows()[0]?.once('closed', () => process.kill(process.pid, 'SIGKILL'));
  });
  await run.window.getByRole('button', { name: 'Delete everything …' }).click({ noWaitAfter: true });
  await ended;
  expect(kept(home, 'snapshots')).toHaveLength(1);

  run = await launchApp({ home });
  // As on the first day.
  await run.window.getByRole('button', { name: 'Start reading' }).waitFor({ timeout: 30_000 });
  expect(kept(home, 'snapshots')).toEqual([]);
  expect(existsSync(join(home, 'erase-asked'))).toBe(false);
  await expect.poll(() => seenNotes(run.window)).toEqual([]);
  await run.close();
});

test('D6 an older app does not write to what a newer one wrote: it saves it to a file and shows guidance', async () => {
  test.setTimeout(180_000);
  const home = await newHome();
  let run = await launchApp({ home, settings: { welcomed: true } });
  await run.window.getByRole('link', GUIDANCE).first().waitFor();
  await writeNotes(run.window, NOTES);
  // A newer app: its database has a version that this one does not know.
  const raise = () =>
    run.window.evaluate(async () => {
      const [{ version = 0 } = {}] = (await indexedDB.databases()).filter(({ name }) => name === 'satchel-notes');
      return version;
    });
  const ours = await raise();
  await run.close();
  const newer = {
    'index.html': `<!doctype html><script src="assets/newer.js"></script>`,
    'assets/newer.js': `
    const asked = indexedDB.open('satchel-notes', ${ours + 10});
    asked.onupgradeneeded = () => asked.result.createObjectStore('later');
    asked.onsuccess = () => { asked.result.close(); document.title = 'raised'; };`,
  };
  run = await launchApp({ home, files: newer });
  await run.window.waitForFunction(() => document.title === 'raised');
  const before = await seenNotes(run.window);
  await run.close();

  run = await launchApp({ home, size: { width: 1280, height: 800 } });
  const { window } = run;
  await window.getByRole('heading', { name: 'Your notes were written by a newer Satchel.' }).waitFor();
  expect(await axeFindings(window)).toEqual([]);
  expect(await window.getByRole('button', { name: 'Mend and start' }).count()).toBe(0);
  const out = join(home, 'out.json.gz');
  await answerSave(run, out);
  await window.getByRole('button', { name: 'Save to file' }).click();
  await expect(window.getByText('Everything was saved to the file.')).toBeVisible();
  expect(titlesIn(gunzipSync(readFileSync(out)).toString('utf8'))).toEqual(['Note 1', 'Note 2', 'Note 3']);
  expect(await raise()).toBe(ours + 10);
  expect(await seenNotes(window)).toEqual(before);

  // Guidance comes from the packs that came with the app, into a store in memory.
  const [guidance] = await Promise.all([
    run.app.waitForEvent('window'),
    window.getByRole('button', { name: 'Read guidance only' }).click(),
  ]);
  await guidance.getByRole('link', GUIDANCE).first().waitFor();
  await guidance.getByRole('link', { name: 'Notes' }).first().click();
  await expect(guidance.getByText('You are reading guidance only.')).toBeVisible();
  await run.close();
});

test('a safe start is asked for, or offered after two starts that failed, and leads on', async () => {
  test.setTimeout(120_000);
  const home = await newHome();
  let run = await launchApp({
    home,
    args: ['--safe-mode'],
    settings: { welcomed: true },
    size: { width: 1280, height: 800 },
  });
  await run.window.getByRole('heading', { name: 'Safe start' }).waitFor();
  expect(await axeInBoth(run.window)).toEqual([]);
  await run.window.getByRole('button', { name: 'Start as usual' }).click();
  await run.window.getByRole('link', GUIDANCE).first().waitFor();
  const failed = () => JSON.parse(readFileSync(join(home, 'guards.json'), 'utf8')).failed;
  await expect.poll(failed).toBe(0);
  await run.close();
  // Two windows that never came to work.
  const broken = { 'index.html': '<!doctype html><title>broken</title>' };
  for (let n = 0; n < 2; n++) {
    run = await launchApp({ home, files: broken });
    await run.close();
  }
  expect(failed()).toBe(2);
  run = await launchApp({ home, settings: { welcomed: true, theme: 'dark' } });
  await run.window.getByRole('heading', { name: 'Satchel failed to start twice.' }).waitFor();
  await run.resize(640, 400);
  await run.close();
});
