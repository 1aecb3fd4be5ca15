import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { goTo } from './address.ts';
import type { RunningApp } from './app.ts';
import { strangeOnPage } from './dom-parts.ts';
import { chooseNext } from './file-dialog.ts';

/** A person's own key for "Next page of this pack", which has none at first. */
export const NEXT_PAGE = { shortcuts: { nextPage: 'F8' } } as const;

/** What a page looked like once it was drawn. */
export interface OpenedPage {
  readonly page: string;
  readonly title: string;
  /** Milliseconds from the key or click to the paint. */
  readonly ms: number;
  /** Letters and digits of its words. */
  readonly letters: number;
  /** The last words of it. */
  readonly tail: string;
  readonly headings: readonly string[];
  readonly pictures: number;
  /** Pictures of the pack that the window could not draw. */
  readonly broken: number;
  /** Why it is not shown, as the reader says it. */
  readonly unshown: string | null;
  /** Template code left in its words, outside code. */
  readonly templates: readonly string[];
  /** Elements and attributes that have no place on a page. */
  readonly strange: readonly string[];
  readonly last: boolean;
}

interface Opening {
  readonly path: string;
  readonly ms: number;
}

/** What was measured of an installation, in milliseconds from the key that agreed to it. */
export interface InstallTimes {
  readonly install: number;
  /** From installed to searchable. */
  readonly index: number;
}

/** Installs a pack by the system's dialog and waits until it can be searched. */
export async function installPack(running: RunningApp, file: string, title: string): Promise<InstallTimes> {
  const { window } = running;
  if (new URL(window.url()).pathname !== '/packs') await goTo(window, '/packs');
  const close = window.locator('.packs-strip > button');
  for (let left = await close.count(); left > 0; left -= 1) await close.first().click();
  await chooseNext(running, [file]);
  await window.evaluate((name) => {
    const times: { asked: number; installed: number; ready: number } = { asked: 0, installed: 0, ready: 0 };
    Object.assign(globalThis, { installTimes: times });
    addEventListener('keydown', (event) => (times.asked = event.timeStamp), { capture: true });
    const look = (): void => {
      const row = [...document.querySelectorAll('.packs-table tbody tr')].find(
        (one) => one.querySelector('a')?.textContent === name,
      );
      if (!row) return;
      times.installed ||= performance.now();
      // The index marks the moment at which it holds every pack.
      const ready = performance.getEntriesByName('search-ready').at(-1)?.startTime ?? 0;
      if (ready < times.asked || !row.textContent?.includes('Ready to read and search')) return;
      times.ready ||= ready;
      watch.disconnect();
      clearInterval(also);
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true, characterData: true });
    const also = setInterval(look, 100);
  }, title);
  await window.keyboard.press('Control+o');
  const over = window.locator('.packs-strip .sat-strip:not(.sat-strip--info)').last();
  await expect(over).toBeVisible({ timeout: 60_000 });
  expect(await over.textContent()).toContain('is installed.');
  const times = await window
    .waitForFunction(
      () => {
        const { installTimes } = globalThis as unknown as {
          installTimes: { asked: number; installed: number; ready: number };
        };
        return installTimes.ready > 0 ? installTimes : null;
      },
      null,
      { timeout: 60_000 },
    )
    .then((handle) => handle.jsonValue());
  if (!times) throw new Error('The pack never became ready');
  return { install: times.installed - times.asked, index: Math.max(0, times.ready - times.installed) };
}

/** Writes down, in the window itself, when each page was painted after the key or click that asked for it. */
const recordOpenings = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const known = globalThis as unknown as { openings?: Opening[] };
    if (known.openings) return;
    const openings: Opening[] = [];
    known.openings = openings;
    let asked = 0;
    let article = document.querySelector('.sat-article');
    for (const kind of ['keydown', 'click'] as const)
      addEventListener(kind, (event) => (asked = event.timeStamp), true);
    new MutationObserver(() => {
      const now = document.querySelector('.sat-article');
      if (now === article) return;
      article = now;
      if (!now) return;
      const path = location.pathname;
      // A frame callback runs before the paint, a task from there after it.
      requestAnimationFrame(() => setTimeout(() => openings.push({ path, ms: performance.now() - asked })));
    }).observe(document, { childList: true, subtree: true });
  });

/**
 * Reads a whole pack in its order, from its first page, by the key for the next page. `each` is called with every
 * page that stands.
 */
export async function walkPack(
  { window }: RunningApp,
  pack: string,
  first: string,
  each: (opened: OpenedPage) => Promise<void> | void = () => undefined,
): Promise<readonly OpenedPage[]> {
  await recordOpenings(window);
  await goTo(window, `/read/${pack}/${first}`);
  const opened: OpenedPage[] = [];
  for (let before = 0; ; ) {
    const { count, ...page } = await look(window, before);
    before = count;
    opened.push(page);
    await each(page);
    if (page.last) return opened;
    await window.keyboard.press('F8');
  }
}

async function look(window: Page, before: number): Promise<OpenedPage & { readonly count: number }> {
  const opening = await window
    .waitForFunction(
      (count) => {
        const { openings } = globalThis as unknown as { openings: readonly Opening[] };
        return openings.length > count ? { ...openings.at(-1), count: openings.length } : null;
      },
      before,
      { timeout: 30_000 },
    )
    .then((handle) => handle.jsonValue());
  const { ms = 0, count = before } = opening ?? {};
  const facts = await window.evaluate(async () => {
    // A pack that has just come is looked at again when it can be searched.
    for (let turn = 0; turn < 1_000 && !document.querySelector('.sat-article'); turn += 1)
      await new Promise((done) => setTimeout(done, 10));
    const article = document.querySelector('.sat-article');
    const prose = document.querySelector('.sat-prose, .reader-unshown__do');
    // The bytes of pictures come from the store after the words.
    const coming = '.sat-prose img:not([src]), .sat-picture--coming';
    for (let turn = 0; turn < 200 && document.querySelector(coming); turn += 1)
      await new Promise((done) => setTimeout(done, 10));
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.sat-prose img')];
    const drawn = await Promise.all(
      pictures.map((picture) =>
        picture.decode().then(
          () => true,
          () => false,
        ),
      ),
    );
    const templates: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('.sat-prose') ?? document.createElement('p'), 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('code, pre')) continue;
      for (const [mark] of (node.nodeValue ?? '').matchAll(/\{\{.{0,40}|\{%.{0,40}|<%.{0,40}/g)) templates.push(mark);
    }
    return {
      page: decodeURIComponent(location.pathname.split('/').at(-1) ?? ''),
      title: document.querySelector('#main h1')?.textContent ?? '',
      letters: (prose?.textContent ?? '').replace(/[^\p{L}\p{N}]/gu, '').length,
      tail: (prose?.textContent ?? '').slice(-60).trim(),
      headings: [...document.querySelectorAll('.sat-prose [data-section]')].map((one) => one.textContent ?? ''),
      pictures: pictures.length,
      broken: drawn.filter((one) => !one).length,
      unshown: document.querySelector('.reader-unshown__do')
        ? (article?.querySelector('.sat-strip b')?.textContent ?? '')
        : null,
      templates,
      last: document.querySelector('.reader-neighbours__next a') === null,
    };
  });
  return { ...facts, ms, strange: await window.evaluate(strangeOnPage), count };
}
