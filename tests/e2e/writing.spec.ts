import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { axeFindings } from '#support/axe.ts';
import { copy } from '#support/clipboard.ts';
import { toTemplates } from '#support/hands.ts';
import { storedNotes } from '#support/note-rows.ts';
import { expect, type Locator, test } from '#support/window-test.ts';

let running: RunningApp;
let text: Locator;
test.describe.configure({ mode: 'serial' });
const OPEN = { settings: { welcomed: true }, size: { width: 1280, height: 800 } } as const;
test.beforeAll(async () => {
  running = await launchApp({ ...OPEN, home: await newHome() });
  await toTemplates(running.window);
  await running.window.getByRole('button', { name: 'Market sounding' }).click();
  text = running.window.getByRole('textbox', { name: 'Observations' });
  await text.focus();
});
test.afterAll(() => running.close());

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await running.window.keyboard.press(key);
};
const clear = async (): Promise<void> => {
  await text.focus();
  await press('Control+a', 'Delete');
};
const kept = async (): Promise<string> => (await storedNotes(running.window))[0]?.note.text ?? '';

const PARAGRAPHS = Array.from({ length: 60 }, (_, at) => `<p>Answer <b>${at}</b> of the suppliers.</p>`).join('');

test('B21 what is typed beside pastes loses no letter: at once, on a slow machine, composed, undone, on another screen', async () => {
  const { window, app } = running;
  const session = await app.context().newCDPSession(window);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await clear();
  await copy(app, { html: '<p>Seven of <b>ten</b> answered.</p>', text: 'Seven of ten answered.' });
  await press('Control+v');
  await window.keyboard.type(' Note: check.', { delay: 35 });
  await press('Control+v');
  await window.keyboard.type(' End', { delay: 35 });
  await expect.poll(kept).toBe('Seven of **ten** answered. Note: check.Seven of **ten** answered. End');

  // A page of Word over words that are selected.
  await clear();
  await window.keyboard.type('old');
  await press('Control+a');
  await copy(app, { html: PARAGRAPHS, text: 'Answers' });
  await press('Control+v');
  await window.keyboard.type('Note: check.', { delay: 35 });
  await expect.poll(kept).toMatch(/^Answer \*\*0\*\* of[\s\S]*Answer \*\*59\*\* of the suppliers\.\n\nNote: check\.$/);
  // The paste, the words, and what was selected.
  for (let step = 0; step < 6 && (await text.textContent()) !== 'old'; step += 1) await press('Control+z');
  await expect.poll(kept).toBe('old');

  // Letters that are still being composed.
  await clear();
  await press('Control+v');
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await window.waitForTimeout(300);
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '日本' });
  await window.keyboard.type('x');
  await expect.poll(kept).toMatch(/of the suppliers\.\n\n日本x$/);

  // The person goes elsewhere before it came.
  await clear();
  await expect.poll(kept).toBe('');
  await press('Control+v');
  await window.keyboard.type('typed');
  await press('Control+1');
  await expect(window.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await expect.poll(kept).toMatch(/Answer \*\*59\*\* of the suppliers\.\n\ntyped$/);
  await press('Alt+ArrowLeft');
  await expect(text).toContainText('typed');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
});

test('B21 a picture on its way takes no letters, and stands where it was asked for', async () => {
  const { window, app } = running;
  await clear();
  await window.keyboard.type('One. ');
  await copy(app, { picture: { width: 2_400, height: 1_200 } });
  await press('Control+v');
  await window.keyboard.type('Two.', { delay: 5 });
  await expect(window.getByLabel('What does the picture show?')).toBeVisible();
  await window.keyboard.type(' Three.');
  await expect.poll(kept).toBe('One. Two. Three.');
  await window.getByLabel('What does the picture show?').fill('A grey box');
  await window.getByLabel('What does the picture show?').press('Enter');
  await window.keyboard.type(' Four.');
  await expect.poll(kept).toMatch(/^One\. \n\n!\[A grey box\]\(file:[0-9a-f]{64}\)\n\nTwo\. Three\. Four\.$/);
});

const NOTE = `# Market sounding

Seven of **ten** suppliers _answered_, see [the notice](https://www.example.gov.uk/a).
Five~ten days, 5~10 and ~~struck~~.

- Two asked
- [ ] Ask the second firm
- [x] Send the letter

> Somebody said so.

| Supplier | Answered | Cost |
| -------- | :------: | ---- |
| Acme **Ltd** | yes | £1,200 |
| Tŷ Glas | no | £85 |

Last words`;
const write = async (words: string): Promise<void> => {
  await clear();
  await copy(running.app, { text: words });
  await press('Control+v');
};
/** What is seen and read of the text. */
const seen = (): Promise<string> => text.evaluate((box) => (box as HTMLElement).innerText);
const html = (): Promise<string> => text.evaluate((box) => new XMLSerializer().serializeToString(box));

test('B34 writing looks like writing: signs are away but in the line of the cursor, and the source stays Markdown', async () => {
  const { window, app, reports } = running;
  await write(NOTE);
  await expect(text.locator('.sat-w-h1')).toHaveText('Market sounding');
  await expect(text.locator('.sat-md-strong').first()).toHaveText('ten');
  await expect(text.locator('.sat-w-link')).toHaveText('the notice');
  await expect(text.locator('.sat-md-struck')).toHaveText('struck');
  await expect(text.locator('.sat-w-bullet')).toHaveCount(1);
  await expect(text.locator('.sat-w-quote')).toHaveText('Somebody said so.');
  await expect(text.getByRole('gridcell')).toHaveText(['Acme Ltd', 'yes', '£1,200', 'Tŷ Glas', 'no', '£85']);
  await expect(text.getByRole('gridcell', { name: '£85' })).toHaveClass(/num/);
  await expect(text.getByRole('checkbox', { name: 'Done' })).toHaveCount(2);
  expect(await seen()).not.toMatch(/[*_#|>]|\[|\]\(/);
  expect(await axeFindings(window)).toEqual([]);

  await press('Control+Home');
  await expect(text.locator('.sat-w-h1')).toHaveText('# Market sounding');
  await press('ArrowDown', 'ArrowDown');
  await expect(text.locator('.sat-w-h1')).toHaveText('Market sounding');
  expect(await seen()).toContain(
    'Seven of **ten** suppliers _answered_, see [the notice](https://www.example.gov.uk/a).',
  );
  await press('Control+Shift+L');
  await expect.poll(kept).toContain('- Seven');
  await press('Control+z');
  await press('Control+End');
  // What is drawn after an undo is what is drawn of the text.
  const before = await html();
  await window.keyboard.type(' more **words** here');
  await press('Enter', 'Enter');
  await window.keyboard.type('- [ ] and a task');
  await text.getByRole('checkbox').first().check();
  await expect.poll(kept).toContain('- [x] Ask the second firm');
  for (let step = 0; step < 20 && (await seen()).includes(' more'); step += 1) await press('Control+z');
  await expect.poll(kept).toBe(NOTE);
  await press('Control+End');
  expect(await html()).toBe(before);

  // All of it, over what is drawn, and nothing of the page around it.
  await press('Control+a', 'Control+c');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(NOTE);
  expect(await window.evaluate(() => getSelection()?.toString().includes('Title'))).toBe(false);
  await press('Control+e');
  await expect(window.locator('.sat-readtext td.num')).toHaveText(['£1,200', '£85']);
  await expect(window.locator('.sat-readtext td.sat-center')).toHaveText(['yes', 'no']);
  await expect(window.locator('.sat-readtext del').last()).toHaveText('struck');
  await press('Control+e');
  expect(reports).toEqual([]);
});

test('B34 a table is written in as a table, by keys alone', async () => {
  const { window } = running;
  await write('Before\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nAfter');
  const cell = (name: string) => text.getByRole('gridcell', { name, exact: true });
  await press('Control+Home', 'ArrowDown', 'ArrowDown');
  await expect(text.getByRole('columnheader', { name: 'a' })).toBeFocused();
  await press('Tab', 'Tab');
  await expect(cell('1')).toBeFocused();
  await window.keyboard.type('0 | of');
  await press('Enter');
  await window.keyboard.type('below');
  await press('Tab');
  await window.keyboard.type('right');
  await expect.poll(kept).toContain('| 10 \\| of');
  await expect.poll(kept).toMatch(/\| below +\| right +\|/);
  await press('Control+b');
  await expect.poll(kept).toMatch(/\| below +\| \*\*right\*\* +\|/);
  await press('Alt+Shift+ArrowRight');
  await window.keyboard.type('new');
  await expect.poll(kept).toMatch(/\| \*\*right\*\* +\| new +\|/);
  await expect(text.getByRole('columnheader')).toHaveCount(3);
  await press('Control+z', 'Control+z');
  await expect(text.getByRole('columnheader')).toHaveCount(2);
  await press('Alt+Shift+ArrowUp');
  await expect(text.getByRole('gridcell')).toHaveCount(2);
  await press('Escape');
  await expect(text).toBeFocused();
  await window.keyboard.type('Still ');
  await expect.poll(kept).toBe('Before\n\n| a        | b   |\n| -------- | --- |\n| 10 \\| of | 2   |\n\nStill After');
  await press('Home', 'ArrowUp', 'ArrowUp');
  await expect(text.locator('[role="gridcell"]:focus')).toHaveCount(1);
  await press('ArrowUp', 'ArrowUp');
  await expect(text).toBeFocused();
  // What cannot be a grid stays its source.
  await write('- | a |\n  | - |\n  | 1 |\n\n| a |\n| - |\n| 1 | beyond |\n');
  await expect(text.getByRole('grid')).toHaveCount(0);
  expect(await axeFindings(window)).toEqual([]);
});

test('B34 beside a wide table the words end inside the box; it scrolls in its own, and no figure is cut', async () => {
  const { window } = running;
  const row = (cell: (at: number) => string): string =>
    `| ${Array.from({ length: 12 }, (_, at) => cell(at)).join(' | ')} |`;
  const words = 'Words of a paragraph that is longer than its line. '.repeat(5);
  await write(
    [words, '', row((at) => `Column ${at}`), row(() => '---'), row((at) => `£${1000 + at}.50`), '', words].join('\n'),
  );
  await expect(text.getByRole('gridcell')).toHaveCount(12);
  const beyond = (box: Element): number => box.scrollWidth - box.clientWidth;
  for (const width of [1280, 640]) {
    await running.resize(width, 800);
    await expect.poll(() => window.locator('.cm-scroller').evaluate(beyond)).toBe(0);
    expect(await window.locator('.sat-w-tablescroll').evaluate(beyond)).toBeGreaterThan(100);
    const lines = (cell: Element): number => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects().length;
    };
    expect(await text.getByRole('gridcell', { name: '£1003.50' }).evaluate(lines)).toBe(1);
  }
  await running.resize(1280, 800);
});

test('B34 pictures are seen where they stand; the tools stay in sight and cover nothing; a setting shows the source', async () => {
  const { window } = running;
  await clear();
  await copy(running.app, { picture: { width: 300, height: 200 } });
  await press('Control+v');
  await window.getByLabel('What does the picture show?').fill('A grey box');
  await press('Enter');
  await window.keyboard.type('After it.');
  const picture = text.getByRole('img', { name: 'A grey box' });
  await expect(picture).toBeVisible();
  await expect(text.locator('.sat-w-caption')).toHaveText('A grey box');
  expect(await seen()).not.toContain('file:');
  const long = Array.from({ length: 60 }, (_, at) => `Paragraph ${at}\n\n`).join('');
  await write(`${long}| a |\n| - |\n| 1 |\n\n${long}`);
  const bold = window.getByRole('button', { name: 'Bold' });
  for (const width of [1280, 640]) {
    await running.resize(width, 800);
    await text.focus();
    await press('Control+End');
    await expect(bold).toBeInViewport({ ratio: 1 });
    await press('Control+Home');
    for (let line = 0; line < 124; line += 1) await press('ArrowDown');
    for (let line = 0; line < 40; line += 1) await press('ArrowUp');
    await expect(bold).toBeInViewport({ ratio: 1 });
    const covered = await window.evaluate(() => {
      const tools = document.querySelector('.sat-text__tools')?.getBoundingClientRect().bottom ?? 0;
      const node = getSelection()?.focusNode ?? null;
      const line = (node instanceof Element ? node : node?.parentElement)?.closest('.cm-line');
      return (line?.getBoundingClientRect().top ?? 0) < tools - 1;
    });
    expect(covered).toBe(false);
    // One row, whatever has no room is behind "More".
    const tops = await window
      .locator('.sat-toolbar button.sat-iconbtn')
      .evaluateAll((tools) => tools.map((tool) => tool.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    await expect(window.getByRole('button', { name: 'More text tools' })).toBeInViewport({ ratio: 1 });
  }
  await running.resize(1280, 800);
  await write('# Words');
  await press('Control+Comma');
  await window.getByRole('radio', { name: 'Show the source' }).check();
  await press('Alt+ArrowLeft');
  await expect(text).toHaveText('# Words');
  await expect(text.locator('[class*="sat-w-"]')).toHaveCount(0);
  await press('Control+Comma');
  await window.getByRole('radio', { name: 'As it is read' }).check();
  await press('Alt+ArrowLeft');
  // Back in its line, the cursor shows the sign there.
  await expect(text.locator('.sat-w-h1')).toHaveText(/^(?:# )?Words$/);
});

test('B31 undo takes back words, in the text and in a cell', async () => {
  const { window } = running;
  await clear();
  await window.keyboard.type('two plain words', { delay: 60 });
  await expect.poll(kept).toBe('two plain words');
  await press('Control+z');
  await expect.poll(kept).toBe('two plain');
  await write('| a |\n| - |\n| 1 |\n\nx');
  await text.getByRole('gridcell').click();
  await press('End');
  await window.keyboard.type(' more words', { delay: 60 });
  await expect.poll(kept).toContain('| 1 more words |');
  await press('Control+z');
  await expect.poll(kept).toContain('| 1 more |');
  await expect(text.getByRole('gridcell')).toBeFocused();
});

test('B34 all that looks like details of a person is listed', async () => {
  const { window } = running;
  await write(Array.from({ length: 6 }, (_, at) => `Write to jane.smith${at}@acme.co.uk.`).join('\n\n'));
  await expect(window.locator('#text-personal .sat-strip')).toHaveCount(6);
  await clear();
});

test('B22 what is made bold, italic or tidy is drawn so', async () => {
  const { window } = running;
  const read = window.locator('.sat-readtext');
  await write('**Owner:** grants **team**');
  await press('Control+a', 'Control+b');
  await expect.poll(kept).toBe('**Owner: grants team**');
  await write('unbelievable');
  await press('Home', 'ArrowRight', 'ArrowRight');
  for (let letter = 0; letter < 7; letter += 1) await press('Shift+ArrowRight');
  await press('Control+i');
  await expect.poll(kept).toBe('un*believa*ble');
  await press('Control+e');
  await expect(read.locator('em')).toHaveText('believa');
  await press('Control+e');
  await write('1. First step\n\n   |a|b|\n   |-|-|\n   |1|22222|\n\n2. Second step');
  await press('Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await press('Control+Shift+P');
  await expect(window.getByRole('combobox', { name: 'Type a command, pack, page or note' })).toBeFocused();
  await window.keyboard.type('tidy the table');
  await press('Enter');
  await expect
    .poll(kept)
    .toBe('1. First step\n\n   | a   | b     |\n   | --- | ----- |\n   | 1   | 22222 |\n\n2. Second step');
  await press('Control+e');
  await expect(read.locator('ol > li')).toHaveCount(2);
  await expect(read.locator('ol td')).toHaveText(['1', '22222']);
  await press('Control+e');
});

test('B21 a window that closes while a paste is on its way keeps its words', async () => {
  const { home } = running;
  await clear();
  await copy(running.app, { html: PARAGRAPHS, text: 'Answers' });
  await press('Control+v');
  await running.window.keyboard.type('typed');
  await running.close();
  running = await launchApp({ ...OPEN, home });
  expect(await kept()).toMatch(/(?:Answers|59\*\* of the suppliers\.\n\n)typed$/);
});
