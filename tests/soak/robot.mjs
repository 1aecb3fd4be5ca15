import { end } from '../../scripts/runtime/launch.mjs';
import { OLDEST_LOST } from './kill.mjs';
import { goTo, journalled, newNote, shown, stored, textBox, writeOn } from './note-window.mjs';
import { openProfile } from './profile.mjs';

/** @typedef {import('playwright-core').Page} Page */

const MINUTES = 2;
const NOTES = 3;

/** @typedef {'type' | 'paste' | 'undo' | 'field' | 'elsewhere' | 'back' | 'reload' | 'bin'} Way */

/** How often each is done, of all of them. @type {readonly (readonly [number, Way])[]} */
const SHARES = [
  [12, 'type'],
  [2, 'paste'],
  [1, 'undo'],
  [3, 'field'],
  [4, 'elsewhere'],
  [1, 'back'],
  [1, 'reload'],
  [2, 'bin'],
];
const WAYS = SHARES.flatMap(([share, way]) => Array.from({ length: share }, () => way));

/** What a person does with a note, hastily. */
class Robot {
  /** Words that must be in a note, with the time when they were written. @type {Map<string, Map<string, number>>} */
  expected = new Map();
  /** @type {string[]} */
  wrong = [];
  /** @type {Record<string, number>} */
  done = {};
  /** @type {string[]} */
  trail = [];
  #number = 0;

  /** @param {import('playwright-core').ElectronApplication} app @param {Page} page */
  constructor(app, page) {
    this.app = app;
    this.page = page;
    this.id = '';
  }

  #word() {
    this.#number += 1;
    return `r${this.#number}`;
  }

  /** @param {string} word */
  #wrote(word) {
    this.expected.get(this.id)?.set(word, Date.now());
    this.trail.push(word);
  }

  async begin() {
    this.id = await newNote(this.page);
    this.expected.set(this.id, new Map());
    await writeOn(this.page, this.id);
    await this.page.keyboard.press('Enter');
  }

  async type() {
    for (let left = Math.random() * 8; left > 0; left -= 1) {
      const word = this.#word();
      await this.page.keyboard.type(`${word} `);
      this.#wrote(word);
    }
  }

  async paste() {
    const word = this.#word();
    const text = `${`${word} `.repeat(1 + Math.random() * 200)}\n`;
    await this.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
    await this.page.keyboard.press('ControlOrMeta+V');
    this.#wrote(word);
  }

  /** What is undone need not be there; what is on the screen then, must. */
  async undo() {
    for (let left = Math.random() * 4; left > 0; left -= 1) await this.page.keyboard.press('ControlOrMeta+Z');
    if (Math.random() < 0.5) await this.page.keyboard.press('ControlOrMeta+Shift+Z');
    await this.#takeWhatIsShown();
  }

  async #takeWhatIsShown() {
    const text = await shown(this.page);
    const words = this.expected.get(this.id) ?? new Map();
    for (const word of [...words.keys()]) if (!has(text, word)) words.delete(word);
    await this.page.keyboard.press('ControlOrMeta+End');
    // The last word may be half there.
    await this.page.keyboard.press('Space');
  }

  /** Another field, in the midst of a save of the text. */
  async field() {
    const boxes = this.page.locator('#main').getByRole('textbox');
    const box = boxes.nth(Math.floor(Math.random() * (await boxes.count())));
    const isText = (await box.getAttribute('aria-label')) === 'Observations' || (await box.getAttribute('readonly'));
    if (!isText && (await box.isEditable())) {
      await box.focus();
      await this.page.keyboard.type(`${this.#word()} `);
    }
    await textBox(this.page).focus();
    await this.page.keyboard.press('ControlOrMeta+End');
  }

  /** To another note or the same again, by way of some screen. */
  async elsewhere() {
    const way = ['/library', '/notes', '/search?q=supplier', '/notes?bin=1', ''][Math.floor(Math.random() * 5)];
    if (way) await goTo(this.page, way);
    const ids = [...this.expected.keys()];
    this.id = ids[Math.floor(Math.random() * ids.length)] ?? this.id;
    await writeOn(this.page, this.id);
    this.#look('on the screen', await shown(this.page), 0);
  }

  /** Some note into the bin and out of it, while its last words are still on their way. */
  async bin() {
    const main = this.page.locator('#main');
    await goTo(this.page, '/notes');
    const boxes = main.locator('tbody input[type=checkbox]');
    await boxes.nth(Math.floor(Math.random() * (await boxes.count()))).check();
    await main.getByRole('button', { name: 'to the bin' }).click();
    await goTo(this.page, '/notes?bin=1');
    await main
      .getByRole('button', { name: /^Put .* back$/ })
      .first()
      .click();
    await writeOn(this.page, this.id);
    this.#look('on the screen after the bin', await shown(this.page), 0);
  }

  async back() {
    await goTo(this.page, '/notes');
    await this.page.goBack();
    await writeOn(this.page, this.id);
    this.#look('on the screen after Back', await shown(this.page), 0);
  }

  /** As a window that is made anew after a crash; the newest words may be gone. */
  async reload() {
    const time = Date.now();
    await this.page.reload();
    await this.page.locator('h1').waitFor();
    await writeOn(this.page, this.id);
    this.#look('after a reload', await shown(this.page), time - OLDEST_LOST);
    await this.#takeWhatIsShown();
    for (const id of this.expected.keys())
      this.#look('in the store', (await stored(this.page, id))?.note.text ?? '', time - OLDEST_LOST, id);
    for (const [id, words] of this.expected) {
      const text = (await stored(this.page, id))?.note.text ?? '';
      for (const word of [...words.keys()]) if (!has(text, word)) words.delete(word);
    }
  }

  /** @param {string} where @param {string} text @param {number} before 0 for all @param {string} [id] */
  #look(where, text, before, id = this.id) {
    const words = [...(this.expected.get(id) ?? [])];
    const lost = words.filter(([word, time]) => (before === 0 || time < before) && !has(text, word));
    if (lost.length === 0) return;
    const trail = this.trail.slice(-40).join(' ');
    this.wrong.push(`Not ${where}: ${lost.map(([word]) => word).join(' ')}, after … ${trail}`);
  }

  /** Screen, store and journal of every note. */
  async agree() {
    for (const id of this.expected.keys()) {
      this.id = id;
      await writeOn(this.page, id);
      await this.page.waitForTimeout(1_500);
      const [screen, row, line] = [
        await shown(this.page),
        await stored(this.page, id),
        await journalled(this.page, id),
      ];
      this.#look('on the screen at the end', screen, 0);
      if (row?.note.text !== screen) this.wrong.push('Screen and store have different texts.');
      if (JSON.stringify(row?.note) !== JSON.stringify(line?.fields)) this.wrong.push('Store and journal differ.');
    }
  }
}

/** @param {string} text @param {string} word */
const has = (text, word) => new RegExp(`\\b${word}\\b`).test(text);

/** @type {import('../../scripts/soak.mjs').Row} */
export async function soakRobot(bench, progress) {
  const { app, page } = await openProfile(bench).start();
  /** @type {string[]} */
  const errors = [];
  app.context().on('weberror', (event) => errors.push(String(event.error())));
  const robot = new Robot(app, page);
  for (let note = 0; note < NOTES; note += 1) await robot.begin();
  const ends = Date.now() + MINUTES * 60_000;
  while (Date.now() < ends && robot.wrong.length === 0) {
    const way = WAYS[Math.floor(Math.random() * WAYS.length)] ?? 'type';
    robot.trail.push(way);
    await robot[way]();
    robot.done[way] = (robot.done[way] ?? 0) + 1;
    await page.waitForTimeout(Math.random() < 0.2 ? Math.random() * 900 : Math.random() * 60);
    progress(`${Math.round((ends - Date.now()) / 1000)} s left`);
  }
  await robot.agree();
  await end(app);
  return { figures: robot.done, wrong: [...robot.wrong, ...errors] };
}
