import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openBundle } from '#bundle/open-bundle.ts';
import type { Note } from '#domain/note/record/note.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome, shareFile } from '#support/app.ts';
import { BACKLOG, bundleAt, LETTERS } from '#support/notes-to-share.ts';
import { pdfSheets } from '#support/pdf-text.ts';
import { button, look, main, notesIn, save, saveInto, seen } from '#support/share-walk.ts';
import { expect, test } from '#support/window-test.ts';

const OPEN = {
  settings: { welcomed: true },
  today: '2026-11-23',
  size: { width: 1280, height: 800 },
} as const;
const bare = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'satchel-share-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundleOf = (name: string, notes: readonly Note[]): Promise<string> => bundleAt(join(folder, name), notes);

/** The paths of a ZIP inside its folder, in their order. */
function namesIn(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const names: string[] = [];
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
    names.push(bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)));
  return names.map((name) => name.slice(name.indexOf('/') + 1)).sort();
}

test('notes leave in each format with their marking, come in equal on a clean laptop, and are taken back', async () => {
  test.setTimeout(90_000);
  const out = await newHome();
  const mine = await launchApp(OPEN);
  let bundle = '';
  let notes: readonly Note[] = [];
  try {
    const { window } = mine;
    await look(mine, await bundleOf('OFFICIAL letters.eln', [LETTERS, BACKLOG]));
    await expect(button(window, 'Import 2 notes')).toBeVisible();
    await expect(main(window).getByAltText('The red square')).toBeVisible();
    expect(await notesIn(window)).toEqual([]);
    await seen(window, 'import-looked');
    await button(window, 'Import 2 notes').click();
    await expect(main(window).getByText('2 notes were imported')).toBeVisible();
    await seen(window, 'import-done');

    await main(window).getByRole('link', { name: 'See all notes' }).click();
    for (const title of [LETTERS.title, BACKLOG.title]) await window.getByLabel(`Choose “${title}”`).check();
    await main(window).getByRole('link', { name: 'Share 2 chosen' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Share 2 notes' })).toBeVisible();
    await expect(main(window).locator('input:checked')).toHaveCount(0);
    await saveInto(mine, out);
    await button(window, 'Save file').click();
    await expect(main(window).getByRole('alert')).toBeFocused();
    await expect(main(window).getByRole('alert')).toContainText('Choose a format');
    await seen(window, 'share-missing');

    await button(window, 'Choose a format').click();
    await window.getByLabel('PDF').check();
    await window.getByLabel('OFFICIAL', { exact: true }).check();
    await button(window, 'Save file').click();
    await button(window, 'Say why a lower marking is right').click();
    await window.keyboard.type('The figures are published now');
    await button(window, 'Save file').click();
    // The notes are a colleague's: what their owner is says nothing of whoever hands them on.
    await expect(window.getByLabel('Your role')).toHaveValue('');
    await button(window, 'Enter your role').click();
    await window.keyboard.type('Grants officer');
    await button(window, 'Save file').click();
    const finding = main(window).getByRole('link', { name: 'Show in note: j.hughes@harbour.gov.uk' });
    await expect(finding).toBeFocused();
    await seen(window, 'share-finding');
    await button(window, 'It is not personal: j.hughes@harbour.gov.uk').click();
    await expect(main(window).getByText('Nothing in these words looks like')).toBeVisible();
    const pdfPath = await save(window, out);
    expect(basename(pdfPath)).toBe('OFFICIAL do-shorter-letters-get-more-replies and 1 more 2026-11-23.pdf');
    await seen(window, 'share-saved');
    const pdf = readFileSync(pdfPath);
    const sheets = pdfSheets(pdf);
    expect(sheets.length).toBeGreaterThan(3);
    for (const [at, sheet] of sheets.entries()) {
      expect(sheet.split('OFFICIAL').length - 1).toBeGreaterThanOrEqual(2);
      expect(sheet).toContain(`Page${at + 1}of${sheets.length}`);
    }
    const words = sheets.join('');
    for (const text of [
      LETTERS.title,
      BACKLOG.title,
      'Paragraph 39 of the observations',
      'the guide (https://www.gov.uk/guide)',
      'Engage early 2026.11, release 3: Keep it fair, The meeting log',
      'Write down every meeting.',
      'Plan locked 2 November 2026',
      'The plan was changed after it was locked.',
      `Fingerprint (SHA-256) ${'b'.repeat(64)}`,
      'Marking lowered from OFFICIAL-SENSITIVE to OFFICIAL',
    ])
      expect(words).toContain(bare(text));
    for (const text of ['What stays here', 'Save file', 'Search guidance', 'Settings'])
      expect(words).not.toContain(bare(text));
    expect(/\/Creator \((.*)\)/.exec(pdf.toString('latin1'))?.[1]?.trim()).toBe('Satchel');
    expect(pdf.toString('latin1')).not.toMatch(/Linux|X11|\/(?:home|tmp|root)\//);
    expect(pdf.toString('latin1')).toContain('/Subtype /Image');

    await window.getByLabel('Markdown').check();
    const zip = await save(window, out);
    expect(basename(zip)).toMatch(/^OFFICIAL .*\.zip$/);
    expect(namesIn(zip)).toEqual([
      'can-one-team-clear-the-backlog/note.md',
      'do-shorter-letters-get-more-replies/note.md',
      'do-shorter-letters-get-more-replies/red.png',
      'do-shorter-letters-get-more-replies/x',
    ]);
    await window.getByLabel('Satchel bundle (.eln)').check();
    bundle = await save(window, out);
    expect(basename(bundle)).toMatch(/\.eln$/);
    const opened = await openBundle(bundle);
    expect(opened.ok && opened.value.marking).toBe('OFFICIAL');
    if (opened.ok) await opened.value.close();
    notes = await notesIn(window);
    expect(notes[0]?.comments.at(-1)?.text).toContain('The figures are published now');

    await goTo(window, `/share?note=${BACKLOG.id}`);
    await expect(window.getByLabel('Satchel bundle (.eln)')).toBeChecked();
    await expect(window.getByLabel('OFFICIAL', { exact: true })).not.toBeChecked();
    await expect(window.getByLabel('Your role')).toHaveValue('Grants officer');
    await window.getByLabel('Markdown').check();
    await window.getByLabel('OFFICIAL-SENSITIVE', { exact: true }).check();
    const one = readFileSync(await save(window, out), 'utf8');
    expect(one).toMatch(/^---\nmarking: OFFICIAL-SENSITIVE\n/);
    expect(one.trimEnd()).toMatch(/OFFICIAL-SENSITIVE$/);

    await goTo(window, `/note/${LETTERS.id}`);
    await window.keyboard.press('Control+p');
    await expect(window.getByRole('heading', { level: 1, name: /^Print / })).toBeVisible();
    await window.getByLabel('OFFICIAL', { exact: true }).check();
    await seen(window, 'print');
    const printed = await mine.app.evaluate(async ({ BrowserWindow }) => {
      const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
      return bytes?.toString('base64') ?? '';
    });
    const pages = pdfSheets(Buffer.from(printed, 'base64'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.split('OFFICIAL').length - 1).toBeGreaterThanOrEqual(2);
  } finally {
    await mine.close();
  }

  const home = await newHome();
  const theirs = await launchApp({ ...OPEN, home, args: [await shareFile(bundle)] });
  try {
    const { window } = theirs;
    await expect(button(window, 'Import 2 notes')).toBeVisible();
    expect(await notesIn(window)).toEqual([]);
    await button(window, 'Import 2 notes').click();
    await expect(main(window).getByText('2 notes were imported')).toBeVisible();
    const raised = notes.map((note) => ({ ...note, marking: 'OFFICIAL' }));
    expect(await notesIn(window)).toEqual(raised);
    await goTo(window, `/note/${LETTERS.id}?view=print`);
    await expect(window.getByAltText('The red square')).toBeVisible();
    await expect(window.getByAltText('The way out')).toBeVisible();

    await look(theirs, bundle);
    await expect(main(window).getByRole('link', { name: /^Same\s*2/ })).toBeVisible();
    await expect(main(window).getByText('There is nothing to import')).toBeVisible();
    await seen(window, 'import-same');
    await button(window, 'Cancel').click();

    await look(theirs, await bundleOf('OFFICIAL other.eln', [{ ...LETTERS, learning: 'Quite different' }]));
    await expect(main(window).getByRole('link', { name: /^Both changed\s*1/ })).toBeVisible();
    await expect(main(window).getByText('Differs in: Learning')).toBeVisible();
    await seen(window, 'import-both');
    await button(window, 'Import 1 note').click();
    await expect(main(window).getByText('1 note was imported')).toBeVisible();
    expect((await notesIn(window)).map(({ title }) => title)).toEqual([
      BACKLOG.title,
      LETTERS.title,
      `${LETTERS.title} (from OFFICIAL other.eln)`,
    ]);
    await main(window).getByRole('listitem').filter({ hasText: 'OFFICIAL other.eln' }).getByRole('button').click();
    await expect(main(window).getByText('The import is taken back.')).toBeVisible();
    expect(await notesIn(window)).toEqual(raised);
  } finally {
    await theirs.close();
  }

  const again = await launchApp({ ...OPEN, home });
  try {
    const { window } = again;
    await goTo(window, '/import');
    expect((await notesIn(window)).length).toBe(2);
    await button(window, /^Take this import back/).click();
    await expect(main(window).getByText('The import is taken back.')).toBeVisible();
    expect(await notesIn(window)).toEqual([]);
    expect(again.reports).toEqual([]);
  } finally {
    await again.close();
  }
});
