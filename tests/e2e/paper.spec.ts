import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goTo } from '#support/address.ts';
import { launchApp, type RunningApp } from '#support/app.ts';
import { build } from '#support/built-pack.ts';
import { writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { writeSource } from '#support/pack-source.ts';
import { pdfSheets } from '#support/pdf-text.ts';
import { expect, test } from '#support/window-test.ts';

const OPEN = { settings: { welcomed: true }, today: '2026-11-23', size: { width: 1280, height: 800 } } as const;
const bare = (text: string): string => text.replace(/[\s\u00a0\u00ad]+/g, '');

const head = (id: string, title: string): string =>
  `---\nid: ${id}\ntitle: ${title}\nsummary: What it is for.\n---\n\n`;
const CLOSED = `<details><summary>More about tanks</summary>

The newts live here.

<details><summary>And more inside</summary>

### Feeding times

Feed them at noon with brineshrimps.

</details>

</details>
`;
const table = (columns: number, rows: number): string => {
  const cells = (name: (at: number) => string): string =>
    `| ${Array.from({ length: columns }, (_, at) => name(at)).join(' | ')} |`;
  const body = Array.from({ length: rows }, (_, row) => cells((at) => `value${row}x${at}`));
  return [cells((at) => `Column${at}`), cells(() => '---'), ...body].join('\n');
};
const FILES = {
  'pack.yaml': `id: paper
title: Paper
summary: Pages for paper.
version: "2026.11"
release: 1
publisher: The publisher of paper
language: en-GB
licence: CC0-1.0
marking: OFFICIAL-SENSITIVE
created: 2026-11-23
`,
  'pages/closed.md': `${head('closed', 'What is closed')}## Tanks\n\nSee [when they are fed](#feeding-times).\n\n${CLOSED}`,
  'pages/wide.md': `${head('wide', 'Wide tables')}## Three\n\n${table(3, 2)}\n\n## Sixteen\n\n${table(16, 3)}\n\n## Forty\n\n${table(40, 4)}\n\n${'Words that fill the sheet. '.repeat(400)}\n`,
};

let folder: string;
let pack: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'satchel-paper-'));
  await writeSource(join(folder, 'paper'), FILES);
  pack = (await build(join(folder, 'paper'), folder)).file;
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sheetsOf({ app }: RunningApp): Promise<readonly string[]> {
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
    return pdf?.toString('base64');
  });
  return pdfSheets(Buffer.from(bytes ?? '', 'base64'));
}

const open = async (page: string): Promise<RunningApp> => {
  const running = await launchApp({ ...OPEN, args: [pack] });
  await running.window.getByText('Paper 2026.11 is installed.').first().waitFor();
  await goTo(running.window, `/read/paper/${page}`);
  await expect(running.window.locator('.sat-prose')).toBeVisible();
  return running;
};

test('B24 what is closed is on paper, is found, and is opened by a link', async () => {
  const running = await open('closed');
  try {
    const { window } = running;
    const outer = window.locator('.sat-prose details').first();
    const inner = window.locator('.sat-prose details details');
    const closed = async () => [await outer.getAttribute('open'), await inner.getAttribute('open')];

    const paper = (await sheetsOf(running)).join('');
    expect(paper).toContain('Thenewtslivehere');
    expect(paper).toContain('brineshrimps');
    expect(await closed()).toEqual([null, null]);

    await window.keyboard.press('Control+F');
    await window.keyboard.type('brineshrimps');
    await expect(window.getByText('1 of 1')).toBeVisible();
    await expect(window.getByText('Feed them at noon')).toBeVisible();
    // The list of the page for narrow windows has the word too, and is not in this one.
    await window.keyboard.press('Control+A');
    await window.keyboard.type('feeding times');
    await expect(window.getByText('1 of 1')).toBeVisible();
    const marked = await window.evaluate(() =>
      [...(CSS.highlights.get('found-current') ?? [])].map(({ startContainer }) =>
        startContainer.parentElement?.checkVisibility(),
      ),
    );
    expect(marked).toEqual([true]);
    await window.keyboard.press('Escape');

    await goTo(window, '/library');
    await goTo(window, '/read/paper/closed');
    await expect(window.getByText('Feed them at noon')).toBeHidden();
    await window.getByRole('link', { name: 'when they are fed' }).click();
    await expect(window.getByRole('heading', { name: 'Feeding times' })).toBeFocused();
    await expect(window.getByText('Feed them at noon')).toBeVisible();

    await window.keyboard.press('Control+K');
    await window.keyboard.type('newts');
    await window.locator('#results[data-query="newts"]').waitFor();
    await window.keyboard.press('Enter');
    await window.locator('.sat-prose').waitFor();
    await window.keyboard.press('F3');
    await expect(window.getByText('The newts live here.', { exact: true })).toBeVisible();
  } finally {
    await running.close();
  }
});

test('B24 what is closed in a note is on its paper', async () => {
  const running = await launchApp(OPEN);
  try {
    const { window } = running;
    const note = sampleNote({ title: 'Tanks', text: CLOSED });
    await writeNotes(window, [note]);
    await window.reload();
    await goTo(window, `/note/${note.id}?view=print`);
    await expect(window.getByText('The newts live here.', { exact: true })).toBeVisible();
    expect((await sheetsOf(running)).join('')).toContain('brineshrimps');
  } finally {
    await running.close();
  }
});

test('B25 tables of any width are whole on paper, with the marking on every sheet and its number from the printer', async () => {
  const running = await open('wide');
  try {
    const { app, window } = running;
    const sheets = await sheetsOf(running);
    expect(sheets.length).toBeGreaterThan(2);
    expect(sheets.map((sheet) => sheet.split('OFFICIAL-SENSITIVE').length - 1 >= 2)).toEqual(sheets.map(() => true));
    const words = await window.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.sat-prose :is(th, td)')].map((cell) => cell.innerText),
    );
    expect(words).toHaveLength(3 * 3 + 16 * 4 + 40 * 5);
    const paper = sheets.join('');
    expect(words.filter((text) => !paper.includes(bare(text)))).toEqual([]);
    // Only what no sheet is wide enough for stands as pairs.
    expect(paper).not.toContain('Column0:value0x0Column1:value0x1Column2:value0x2Column0');
    expect(paper).toContain('Column15:value2x15');
    expect(paper).toContain('Column39:value3x39');

    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents) contents.print = (asked) => Object.assign(globalThis, { asked });
    });
    await window.keyboard.press('Control+P');
    await expect
      .poll(() => app.evaluate(() => (globalThis as { asked?: object }).asked))
      .toMatchObject({ silent: false, header: 'Wide tables', footer: 'OFFICIAL-SENSITIVE' });
  } finally {
    await running.close();
  }
});
