import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { openBundle } from '#bundle/open-bundle.ts';
import { writeBundle } from '#bundle/write-bundle.ts';
import type { Note } from '#domain/note/note.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome, type RunningApp, shareFile } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { chooseNext } from '#support/file-dialog.ts';
import { forgeZip } from '#support/make-pack.ts';
import { storedNotes } from '#support/note-rows.ts';
import { sampleNote, sha256 } from '#support/notes-made.ts';
import { pdfSheets } from '#support/pdf-text.ts';
import { settled } from '#support/settled.ts';
import { sharedPath } from '#support/shared.ts';

const OPEN = {
  settings: { welcomed: true },
  today: '2026-11-23',
  size: { width: 1280, height: 800 },
} as const;
const bare = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

/** A red square of 8 by 8. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
  'base64',
);
const HASH = sha256(PICTURE);
/** The same to look at, with a name that leads out of every folder. */
const OUT = Buffer.concat([PICTURE, Buffer.from('out')]);
const BYTES: ReadonlyMap<string, Buffer> = new Map([PICTURE, OUT].map((bytes) => [sha256(bytes), bytes]));
const LETTERS = sampleNote({
  text: [
    'Mae’r tŷ’n wyrdd 👩🏽‍🔬',
    `![The red square](file:${HASH})`,
    '| Group | Replies |\n| --- | --- |\n| Long | 12 |',
    'Write to j.hughes@harbour.gov.uk. See [the guide](https://www.gov.uk/guide).',
    ...Array.from({ length: 40 }, (_, at) => `Paragraph ${at} of the observations. ${'It goes on. '.repeat(30)}`),
  ].join('\n\n'),
  files: [
    { sha256: HASH, name: 'red.png', type: 'image/png', size: PICTURE.length, alt: 'The red square' },
    { sha256: sha256(OUT), name: '../../x', type: 'image/png', size: OUT.length, alt: 'The way out' },
  ],
  citations: [
    {
      id: 'c1',
      pack: 'engage-early',
      packTitle: 'Engage early',
      version: '2026.11',
      release: 3,
      page: 'keep-it-fair',
      section: 'the-meeting-log',
      title: 'Keep it fair',
      heading: 'The meeting log',
      hash: 'a'.repeat(64),
      quote: 'Write down every meeting.',
      at: '2026-11-20T09:00:00.000Z',
    },
  ],
  plan: { hash: 'b'.repeat(64), lockedAt: '2026-11-02T09:00:00.000Z', text: '{}' },
});
const BACKLOG = sampleNote({
  id: '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f7',
  title: 'Can one team clear the backlog?',
  marking: 'OFFICIAL-SENSITIVE',
});

/** Nested without end, with keys that JavaScript knows. */
const DEEP = `{"__proto__":{"x":1},"@graph":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'satchel-share-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bundleOf(name: string, notes: readonly Note[], marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE' = 'OFFICIAL') {
  const path = join(folder, name);
  const records = notes.map((note) => ({ note, earlier: [] }));
  const written = await writeBundle(records, marking, path, {
    read: async (hash) => BYTES.get(hash) ?? null,
  });
  expect(written.ok).toBe(true);
  return path;
}

/** The paths of a ZIP inside its folder, in their order. */
function namesIn(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const names: string[] = [];
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
    names.push(bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)));
  return names.map((name) => name.slice(name.indexOf('/') + 1)).sort();
}

/** What main keeps beside the window's own profile. */
const keptIn = (home: string): readonly string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/^(?:profile|logs)\b/.test(name))
    .sort();

/** The notes as the window's store has them, by title. */
async function notesIn(window: Page): Promise<readonly Note[]> {
  const rows = await storedNotes(window);
  const notes = rows.filter(({ binned }) => binned === '').map(({ note }) => note);
  return notes.sort((a, b) => (a.title < b.title ? -1 : 1));
}

const button = (window: Page, name: string | RegExp) => window.getByRole('main').getByRole('button', { name });
const main = (window: Page) => window.getByRole('main');

/** SHARE_TO=/some/folder/ keeps pictures of the screens. */
async function seen(window: Page, name: string): Promise<void> {
  await settled(window);
  expect(await axeFindings(window)).toEqual([]);
  if (process.env.SHARE_TO) await window.screenshot({ path: `${process.env.SHARE_TO}${name}.png` });
}

async function look(running: RunningApp, path: string): Promise<void> {
  await goTo(running.window, '/import');
  await chooseNext(running, [path]);
  await button(running.window, 'Choose a file').click();
}

/** The system's save dialog answers with this folder and the name that is proposed. */
async function saveInto({ app }: RunningApp, to: string): Promise<void> {
  await app.evaluate(({ dialog }, there) => {
    const answer = (options: { readonly defaultPath?: string }) =>
      Promise.resolve({ canceled: false, filePath: `${there}/${options.defaultPath}` });
    dialog.showSaveDialog = ((_: unknown, options: { readonly defaultPath?: string }) =>
      answer(options)) as typeof dialog.showSaveDialog;
  }, to);
}

async function save(window: Page, out: string): Promise<string> {
  await button(window, 'Save file').click();
  const said = main(window).getByText(/is saved\.$/);
  await expect(said).toBeVisible();
  return join(out, /“(.+)”/.exec((await said.textContent()) ?? '')?.[1] ?? '');
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
    expect(await notesIn(window)).toEqual([]);
    await seen(window, 'import-looked');
    await button(window, 'Import 2 notes').click();
    await expect(main(window).getByText('2 notes were imported')).toBeVisible();
    await seen(window, 'import-done');

    await main(window).getByRole('link', { name: 'See all experiments' }).click();
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
      `Locked 2 November 2026. Its fingerprint (SHA-256) is ${'b'.repeat(64)}`,
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

test('files of other programs come in and go on whole; damaged and hostile ones get one sentence', async () => {
  const running = await launchApp(OPEN);
  try {
    const { window } = running;
    const text = (content: string): Buffer => Buffer.from(content);
    // What is there already must stay as it is.
    await look(running, await bundleOf('mine.eln', [LETTERS]));
    await button(window, 'Import 1 note').click();
    await expect(main(window).getByText('1 note was imported')).toBeVisible();
    const mine = await notesIn(window);
    const kept = keptIn(running.home);
    const whole = readFileSync(await bundleOf('whole.eln', [BACKLOG]));
    const bad: readonly (readonly [string, Buffer, RegExp])[] = [
      ['minutes.eln', text('not a bundle at all'), /holds no notes that Satchel can read/],
      ['cut.eln', whole.subarray(0, 900), /holds no notes|cannot be read/],
      ['flipped.eln', Buffer.from(whole.map((byte, at) => (at === 200 ? byte ^ 255 : byte))), /was not opened/],
      ['out.eln', forgeZip([{ name: '../../x', bytes: text('x') }]), /a file in it has an unsafe name/],
      [
        'keys.eln',
        forgeZip([{ name: 'a/ro-crate-metadata.json', bytes: text(DEEP) }]),
        /ro-crate-metadata\.json in it/,
      ],
    ];
    const archives = sharedPath('hostile/zip');
    const made: readonly (readonly [string, RegExp])[] = [
      ['rubyzip-path_traversal_jwilk_absolute1', /unsafe name/],
      ['rubyzip-path_traversal_tuzovakaoff_symlink', /a link to another file/],
      ['ours-bomb-overlap-100x20MB', /far more than its size/],
      ['ours-duplicate-and-case-and-normal-form-twins', /two files in it have the same name/],
      ['rubyzip-zipWithEncryption', /locked with a password/],
    ];
    const given = made.flatMap(([name, sentence]) =>
      archives === null ? [] : [[`${name}.eln`, readFileSync(join(archives, `${name}.zip`)), sentence] as const],
    );
    for (const [name, bytes, sentence] of [...bad, ...given]) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      await look(running, path);
      await expect(main(window).locator('.sat-strip--bad')).toContainText(`“${name}”`);
      await expect(main(window).locator('.sat-strip--bad')).toContainText(sentence);
    }
    await seen(window, 'import-refused');
    expect(await notesIn(window)).toEqual(mine);
    expect(keptIn(running.home)).toEqual(kept);
    for (const name of ['x', 'moo', 'evil']) expect(existsSync(join(dirname(running.home), name))).toBe(false);

    const turned = { ...BACKLOG, title: 'invoice \u202egpj.exe', problem: 'a\u200bb', ownerRole: 'Po\u2066licy lead' };
    await look(running, await bundleOf('turned \u202enle.eln', [turned]));
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('Import from turned nle.eln');
    await expect(main(window).locator('.sat-strip--warn')).toContainText(
      '3 characters that cannot be seen were taken out of “invoice gpj.exe”.',
    );
    await expect(main(window).getByRole('listitem').filter({ hasText: 'Policy lead' })).toContainText(
      'invoice gpj.exe',
    );
    await seen(window, 'import-turned');
    await button(window, 'Cancel').click();

    const from = sharedPath('reference/eln');
    if (from === null) return;
    const out = await newHome();
    await saveInto(running, out);
    for (const name of ['elabftw-export', 'kadi4mat-records', 'opensemanticlab-minimal', 'pasta']) {
      await look(running, join(from, `${name}.eln`));
      await expect(main(window).getByText('Kept, though it cannot be shown here').first()).toBeVisible();
      await seen(window, `import-${name}`);
      await button(window, /^Import \d+ note/).click();
      await expect(main(window).getByText(/imported from/)).toBeVisible();
    }
    const ids = (await notesIn(window)).map(({ id }) => id).filter((id) => id !== LETTERS.id);
    expect(ids.length).toBeGreaterThan(8);
    await goTo(window, `/share?${ids.map((id) => `note=${id}`).join('&')}`);
    await window.getByLabel('Satchel bundle (.eln)').check();
    await window.getByLabel('OFFICIAL', { exact: true }).check();
    for (let left = 200; left > 0 && (await button(window, /^Leave it in/).count()) > 0; left -= 1)
      await button(window, /^Leave it in/)
        .first()
        .click();
    const bundle = await save(window, out);
    const opened = await openBundle(bundle);
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.notes.every(({ foreign }) => foreign !== null)).toBe(true);
    expect(opened.value.warnings.filter(({ code }) => code !== 'file-missing')).toEqual([]);
    await opened.value.close();
    expect(running.reports).toEqual([]);
  } finally {
    await running.close();
  }
});
