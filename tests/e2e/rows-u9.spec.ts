import type { Page } from 'playwright-core';
import { launchApp } from '#support/app.ts';
import { searchReady } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

/** Few, so that the suite stays short. Of the questions the first three would move if the first were not held. */
const TYPED = [
  'do I have to publish a notice after',
  'forgot to publish a notice',
  'questions to ask suppliers',
  'who can I talk to before a tender',
  'concept viability session',
  'synthetic data',
  'confidence interval',
  'techUK',
];

/** The text of every section, by its address, as it lies in the store. */
const readTexts = (window: Page): Promise<Readonly<Record<string, string>>> =>
  window.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    interface Body {
      readonly key: string;
      readonly page: string;
      readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
    }
    const db = await done(indexedDB.open('satchel-packs'));
    const bodies: Body[] = await done(db.transaction('bodies').objectStore('bodies').getAll());
    db.close();
    return Object.fromEntries(
      bodies.flatMap(({ key, page, sections }) =>
        sections.map(({ id, heading, text }) => [
          `/read/${key.split('@')[0]}/${page}${id === '' ? '' : `#${encodeURIComponent(id)}`}`,
          `${heading} ${text}`,
        ]),
      ),
    );
  });

test('U9 the first result does not move while the same word is completed', async () => {
  test.setTimeout(300_000);
  const { window, close } = await launchApp({ settings: { welcomed: true }, size: { width: 1280, height: 800 } });
  try {
    await window.locator('.library-pack a').nth(1).waitFor();
    await searchReady(window);
    const texts = await readTexts(window);
    const moved: string[] = [];
    let letters = 0;
    let gone = 0;
    for (const words of TYPED) {
      await window.keyboard.press('Control+k');
      await window.keyboard.press('Control+a');
      await window.keyboard.press('Backspace');
      let first = '';
      let typed = '';
      for (const letter of words) {
        typed += letter;
        letters += 1;
        await window.keyboard.type(letter);
        // The list of these very words stands.
        await expect(window.locator('[data-answers]')).toHaveAttribute('data-answers', typed);
        const link = window.locator('#results [data-result]').first();
        const now = (await link.count()) > 0 ? ((await link.getAttribute('href')) ?? '') : '';
        const before = first;
        first = now;
        const word = typed.slice(typed.lastIndexOf(' ') + 1);
        // A new word may bring another first result; the word being completed may not, while the first still has it.
        // One or two letters are not yet a word: what they begin is anything. From three on the first result stays.
        if (word.length <= 3 || before === '' || now === before) continue;
        const has = new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'iu').test(texts[before] ?? '');
        if (has) moved.push(`“${typed}”: ${before} became ${now}`);
        else gone += 1;
      }
    }
    console.log(`U9: ${letters} letters, ${moved.length} moves, ${gone} firsts left because they lack the word`);
    expect(moved).toEqual([]);
  } finally {
    await close();
  }
});
