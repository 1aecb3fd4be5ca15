import { expect, type Locator, test } from '@playwright/test';
import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { copy } from '#support/clipboard.ts';
import { storedNotes } from '#support/note-rows.ts';

let running: RunningApp;
let text: Locator;
test.describe.configure({ mode: 'serial' });
const OPEN = { settings: { welcomed: true }, size: { width: 1280, height: 800 } } as const;
test.beforeAll(async () => {
  running = await launchApp({ ...OPEN, home: await newHome() });
  await running.window.keyboard.press('Control+n');
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

test('B22 what is made bold, italic or tidy is drawn so', async () => {
  const { window } = running;
  const write = async (words: string): Promise<void> => {
    await clear();
    await copy(running.app, { text: words });
    await press('Control+v');
  };
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
