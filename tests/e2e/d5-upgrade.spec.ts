import { expect, test } from '@playwright/test';
import { launchApp, newHome } from '#support/app.ts';
import { seenNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';

const NOTES = 2_000;
/** What each released schema of the notes was made of: versions of the database, and its stores with their indexes. */
const RELEASED = [
  { version: 10, stores: { notes: ['id', 'binned'], versions: [['id', 'rev'], 'id'], files: ['sha256'] } },
];

/** Makes a database as that release left it. */
const fixture = (released: (typeof RELEASED)[number]): string => `
  const { version, stores } = ${JSON.stringify(released)};
  const asked = indexedDB.open('satchel-notes', version);
  asked.onupgradeneeded = () => {
    for (const [name, [keyPath, ...indexes]] of Object.entries(stores)) {
      const store = asked.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index, index);
    }
  };
  asked.onsuccess = () => {
    const note = ${JSON.stringify(sampleNote())};
    const write = asked.result.transaction('notes', 'readwrite', { durability: 'strict' });
    for (let n = 0; n < ${NOTES}; n++) write.objectStore('notes').put({ id: 'n' + n, rev: 1, note: { ...note, id: 'n' + n }, binned: '' });
    write.oncomplete = () => { asked.result.close(); document.title = 'made'; };
  };`;

for (const released of RELEASED) {
  test(`D5 killed while it brings the store of version ${released.version / 10} up, the app has every note at the next start`, async () => {
    test.setTimeout(120_000);
    const home = await newHome();
    let run = await launchApp({
      home,
      settings: { welcomed: true },
      files: {
        'index.html': '<!doctype html><script src="assets/made.js"></script>',
        'assets/made.js': fixture(released),
      },
    });
    await run.window.waitForFunction(() => document.title === 'made');
    await run.close();
    for (const wait of [0, 250]) {
      run = await launchApp({ home });
      await new Promise((resolve) => setTimeout(resolve, wait));
      const ended = new Promise((resolve) => run.app.process().once('exit', resolve));
      process.kill(-Number(run.app.process().pid), 'SIGKILL');
      await ended;
    }
    run = await launchApp({ home });
    const usual = run.window.getByRole('button', { name: 'Start as usual' });
    await usual
      .or(run.window.getByRole('link', { name: 'Engage early' }).first())
      .first()
      .waitFor();
    if (await usual.isVisible()) await usual.click();
    await expect.poll(async () => (await seenNotes(run.window))?.length).toBe(NOTES);
    await run.window.getByRole('link', { name: 'Notes' }).first().click();
    await expect(run.window.getByText(/2,000/).first()).toBeVisible();
    await run.close();
  });
}
