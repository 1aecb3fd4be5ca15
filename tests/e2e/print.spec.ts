import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { launchApp, type RunningApp } from '#support/app.ts';
import { pdfSheets } from '#support/pdf-text.ts';
import { settled } from '#support/settled.ts';
import { expect, test } from '#support/window-test.ts';

/** A picture, tables and terms; tables and a checklist. Both have live sources, a review date and a next check. */
const PAGES = ['/read/engage-early/why-talk-to-the-market', '/read/engage-early/keep-it-fair'] as const;
/** The width that A4 leaves between usual margins, css px. */
const PAPER = 687;

async function print({ app }: RunningApp): Promise<Buffer> {
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: false,
    });
    return pdf?.toString('base64');
  });
  return Buffer.from(bytes ?? '', 'base64');
}

const bare = (text: string): string => text.replace(/[\s\u00a0\u00ad]+/g, '');

/** What must be on paper: the title, every block of the page, every source with its address. */
const wanted = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((element) => element.innerText);
    return [
      ...texts('#main h1, .sat-lead'),
      ...texts('.sat-prose :is(h2, h3, p, li, th, td)'),
      ...texts('.reader-sources h2'),
      ...[...document.querySelectorAll<HTMLElement>('.reader-sources li')].map((item) => {
        const link = item.querySelector('a');
        return link ? item.innerText.replace(link.innerText, `${link.innerText} (${link.href})`) : item.innerText;
      }),
    ];
  });

for (const theme of ['light', 'dark'] as const) {
  test(`a printed page has all its words and nothing of the window, with the ${theme} theme`, async () => {
    const running = await launchApp({
      settings: { welcomed: true, theme },
      today: '2026-11-23',
      size: { width: 1280, height: 800 },
    });
    try {
      const { window } = running;
      for (const address of PAGES) {
        await goTo(window, address);
        await expect(window.locator('.sat-prose')).toBeVisible();
        await settled(window);
        await expect(window.locator('.sat-picture--coming')).toHaveCount(0);
        const words = await wanted(window);
        expect(words.length).toBeGreaterThan(60);

        const pdf = await print(running);
        // PRINT_TO=/some/folder/ keeps the PDFs, to be looked at.
        if (process.env.PRINT_TO)
          writeFileSync(`${process.env.PRINT_TO}${address.split('/').at(-1)}-${theme}.pdf`, pdf);
        const sheets = pdfSheets(pdf);
        const paper = sheets.join('');
        expect(sheets.length).toBeGreaterThan(1);
        expect(words.filter((text) => !paper.includes(bare(text)))).toEqual([]);
        expect(paper).toContain(bare('Engage early 2026.11, OFFICIAL. Reviewed 16 November 2026. Due a check on'));
        for (const chrome of [
          'Search guidance',
          'Settings',
          'On this page',
          'About this page',
          'Bookmark',
          'is installed',
        ])
          expect(paper).not.toContain(bare(chrome));
      }
    } finally {
      await running.close();
    }
  });
}

test('on paper words are black on white in the dark theme too, nothing is cut and rows stay whole', async () => {
  const running = await launchApp({
    settings: { welcomed: true, theme: 'dark', contrast: 'more' },
    today: '2026-11-23',
    size: { width: 1280, height: 800 },
  });
  try {
    const { window } = running;
    const debug = await window.context().newCDPSession(window);
    for (const address of PAGES) {
      await goTo(window, address);
      // None is on its way before there is a page.
      await settled(window);
      await expect(window.locator('.sat-picture--coming')).toHaveCount(0);
      await window.emulateMedia({ media: 'print' });
      const size = { width: PAPER, height: 1000, deviceScaleFactor: 1, mobile: false };
      await debug.send('Emulation.setDeviceMetricsOverride', size);
      const found = await window.evaluate((width) => {
        const shown = [...document.querySelectorAll<HTMLElement>('body, body *')].filter((element) =>
          element.checkVisibility({ visibilityProperty: true }),
        );
        const name = (element: Element) => `${element.localName}.${element.className}`;
        const style = (element: Element) => getComputedStyle(element);
        return {
          paper: style(document.body).backgroundColor,
          light: shown.filter((one) => style(one).color !== 'rgb(0, 0, 0)').map(name),
          cut: shown.filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.vh')).map(name),
          scrolls: shown.filter((one) => /auto|scroll/.test(style(one).overflow)).map(name),
          chrome: shown.filter((one) => one.closest('.sat-top, .sat-side, .sat-insp, .sat-status, nav')).map(name),
          torn: shown
            .filter((one) => one.matches('tr, .sat-callout, .sat-picture, .sat-checklist li'))
            .filter((one) => style(one).breakInside !== 'avoid')
            .map(name),
          alone: shown.filter((one) => one.matches('.reader-heading') && style(one).breakAfter !== 'avoid').map(name),
        };
      }, PAPER);
      expect(found).toEqual({
        paper: 'rgb(255, 255, 255)',
        light: [],
        cut: [],
        scrolls: [],
        chrome: [],
        torn: [],
        alone: [],
      });
      await debug.send('Emulation.clearDeviceMetricsOverride');
      await window.emulateMedia({ media: null });
    }
  } finally {
    await running.close();
  }
});
