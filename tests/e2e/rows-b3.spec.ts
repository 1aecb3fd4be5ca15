// Pictures that would cost the window its life are words, wherever they come from and wherever they are drawn.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sha256 } from '#pack/blob.ts';
import type { FileToPack } from '#pack/write/pack-entries.ts';
import { goTo } from '#support/address.ts';
import { launchApp, newHome } from '#support/app.ts';
import { makePack, PNG, pageBody, pageFile, temporaryFolder } from '#support/make-pack.ts';
import { writeNotes } from '#support/note-rows.ts';
import { sampleNote } from '#support/notes-made.ts';
import { bundleAt } from '#support/notes-to-share.ts';
import { nestedUses, pngOf, SVG_BOMBS } from '#support/pictures-made.ts';
import { look } from '#support/share-walk.ts';
import { expect, test } from '#support/window-test.ts';

const READ = { settings: { welcomed: true }, size: { width: 1280, height: 800 } } as const;
const BOMB = Buffer.from(nestedUses(10, 10));
const HUGE = pngOf(30_000, 30_000);
const LOST = pngOf(8, 8).subarray(0, 40);

const image = (path: string, type: FileToPack['type'], bytes: Buffer): FileToPack => ({
  path,
  kind: 'image',
  type,
  bytes,
});
const SHOWN: readonly (readonly [FileToPack, string])[] = [
  [image('images/dot.png', 'image/png', PNG), ''],
  [image('images/dot.jpg', 'image/jpeg', Buffer.concat([PNG, Buffer.from(' ')])), ''],
  [image('images/uses.svg', 'image/svg+xml', BOMB), 'drawing it would take too long'],
  [
    image('images/filter.svg', 'image/svg+xml', Buffer.from(SVG_BOMBS['a filter with octaves, radius and blur'] ?? '')),
    'drawing it would take too long',
  ],
  [image('images/lying.png', 'image/png', Buffer.concat([BOMB, Buffer.from('\n')])), 'drawing it would take too long'],
  [image('images/huge.png', 'image/png', HUGE), 'it is 30,000 by 30,000 pixels large'],
  [image('images/cut.png', 'image/png', LOST), 'its file is damaged'],
  [image('images/text.png', 'image/png', Buffer.from('no picture')), 'it is of no kind that Satchel draws'],
];

/** A page that shows pictures, each with its path as its words. */
function pageOf(images: readonly FileToPack[]) {
  const body = pageBody('page-1');
  const children = images.map(({ path, bytes }) => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [
      {
        type: 'element',
        tagName: 'img',
        properties: { src: `blob/${sha256(bytes)}`, alt: `Words of ${path}`, width: '400', height: '300' },
        children: [],
      },
    ],
  }));
  return { ...body, tree: { type: 'root', children } } as typeof body;
}

const lives = (window: Page): Promise<number> => window.evaluate(() => 1 + 1);

test('B3 pictures of a pack that cost too much are words on its page, also in a profile that has them already', async () => {
  const folder = await temporaryFolder();
  const files = SHOWN.map(([file]) => file);
  const pack = await folder.write(
    'bombs.satchel',
    await makePack([pageFile(pageOf(files)), ...files], { id: 'bombs', title: 'Bombs' }),
  );
  const home = await newHome();
  const expectWords = async (window: Page, old: boolean) => {
    const article = window.locator('.sat-prose');
    for (const [{ path }, why] of SHOWN) {
      const words = `A picture cannot be shown here, because ${why}. It shows: Words of ${path}`;
      if (why !== '') await expect(article.getByText(words, { exact: true })).toBeVisible();
    }
    await expect(article.locator('img')).toHaveCount(2);
    for (const picture of await article.locator('img').all())
      await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1);
    expect([old, await lives(window)]).toEqual([old, 2]);
  };
  const first = await launchApp({ ...READ, home, args: [pack] });
  try {
    await expect(first.window.locator('.packs-strip')).toContainText('is installed');
    await goTo(first.window, '/read/bombs/page-1');
    await expectWords(first.window, false);
    // As an older Satchel kept them: every byte, of the type that was said.
    await first.window.evaluate(
      (kept) =>
        new Promise<void>((resolve, reject) => {
          const asked = indexedDB.open('satchel-packs');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const rows = asked.result.transaction('images', 'readwrite');
            for (const { sha256: hash, type, bytes } of kept)
              rows.objectStore('images').put({ sha256: hash, type, bytes: Uint8Array.from(bytes) });
            rows.oncomplete = () => resolve();
          };
        }),
      files.map(({ bytes, type }) => ({ sha256: sha256(bytes), type, bytes: [...bytes] })),
    );
  } finally {
    await first.close();
  }
  const again = await launchApp({ home, size: READ.size });
  try {
    await expect(again.window.locator('.sat-prose')).toBeVisible();
    await expectWords(again.window, true);
  } finally {
    await again.close();
    await folder.remove();
  }
});

test('B3 pictures of a note are what their bytes are: in its text, beside it, on paper, in a file that is looked at, and when one is added', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-pictures-'));
  const drawing = { sha256: sha256(BOMB), name: 'a.svg', type: 'image/svg+xml', size: BOMB.length, alt: 'A drawing' };
  const lying = { ...drawing, sha256: sha256(HUGE), name: 'b.png', type: 'image/png', size: HUGE.length, alt: 'A map' };
  const note = sampleNote({
    title: 'With pictures',
    text: `Words.\n\n![The map](file:${lying.sha256})\n\n![The drawing](file:${drawing.sha256})`,
    files: [
      drawing,
      { ...lying, alt: 'The map' },
      { ...lying, sha256: sha256(LOST), size: LOST.length, name: 'c.png' },
    ],
  });
  const bundle = await bundleAt(
    join(folder, 'theirs.eln'),
    [{ ...note, id: note.id.replace(/.$/, '0') }],
    'OFFICIAL',
    new Map([BOMB, HUGE, LOST].map((bytes) => [sha256(bytes), bytes])),
  );
  const running = await launchApp(READ);
  const { window } = running;
  try {
    await window.evaluate(
      async (kept) => {
        const { satchel } = globalThis as unknown as {
          satchel: { call: Record<string, (bytes: Uint8Array) => Promise<unknown>> };
        };
        for (const bytes of kept) await satchel.call['files:keep']?.(Uint8Array.from(bytes));
      },
      [BOMB, HUGE, LOST].map((bytes) => [...bytes]),
    );
    await writeNotes(window, [note]);
    await window.reload();
    const map = 'because it is 30,000 by 30,000 pixels large. It shows: The map';
    await goTo(window, `/note/${note.id}?view=print`);
    const paper = window.locator('.sharing-paper');
    await expect(paper.getByText(map)).toBeVisible();
    await expect(paper.getByText(/because drawing it would take too long\. It shows: The drawing/)).toBeVisible();
    await expect(paper.getByText(/because its file is damaged\. It shows: A map/)).toBeVisible();
    await expect(paper.locator('img, [data-coming]')).toHaveCount(0);
    expect(await lives(window)).toBe(2);

    await goTo(window, `/note/${note.id}`);
    await expect(window.locator('.note-file').getByText('because its file is damaged.')).toBeVisible();
    const chooser = window.locator('input[type="file"][accept^="image/png"]').first();
    await chooser.setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: HUGE });
    await expect(
      window.getByText('“plan.png” was not added. It has more pixels than can be drawn.').first(),
    ).toBeVisible();
    await window.getByRole('textbox', { name: 'Observations' }).focus();
    await window.keyboard.press('Control+e');
    await expect(window.getByText(map).first()).toBeVisible();
    expect(await lives(window)).toBe(2);

    await look(running, bundle);
    await expect(window.locator('.sharing-arrival__pictures').getByText(map)).toBeVisible();
    expect(await lives(window)).toBe(2);
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
