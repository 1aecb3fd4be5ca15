import { addressOf, goTo } from '#support/address.ts';
import type { RunningApp } from '#support/app.ts';
import { settled } from '#support/settled.ts';
import { openForStates } from '#support/states.ts';
import { expect, type Page, test } from '#support/window-test.ts';

let running: RunningApp;
let window: Page;
test.beforeAll(async () => {
  running = await openForStates();
  ({ window } = running);
});
test.afterAll(() => running.close());

const title = () => window.locator('#main [data-screen-title]');

/** Follows a link with the keyboard. */
async function follow(link: ReturnType<Page['locator']>): Promise<void> {
  await link.focus();
  await window.keyboard.press('Enter');
}

test('U1 focus: every new screen on its h1, with its name in the window’s title', async () => {
  const addresses = [
    '/library?stage=shape',
    '/library?pack=engage-early',
    '/library?pack=not-here',
    '/library',
    '/read/engage-early/why-talk-to-the-market',
    '/read/engage-early/keep-it-fair',
    '/read/odd-pack/nothing-much',
    '/read/odd-pack/too-deep',
    '/read/odd-pack/no-such-page',
    '/packs',
    '/settings',
    '/help',
    '/search?q=xyzzyplugh',
    '/search?q=supplier',
  ];
  for (const address of addresses) {
    await goTo(window, address);
    await expect(title(), address).toBeFocused();
    const words = (await title().innerText()).replaceAll(/\s+/g, ' ');
    await expect(window, address).toHaveTitle(`${words} - Satchel`);
  }
});

test('U1 focus: an address with a section on that heading, in sight', async () => {
  for (const address of [
    '/read/engage-early/keep-it-fair#the-meeting-log',
    '/read/engage-early/keep-it-fair#when-it-goes-wrong',
    '/read/engage-early/what-the-law-lets-you-talk-about#ready-to-engage',
    '/settings#keyboard',
  ]) {
    await goTo(window, address);
    const focused = window.locator('#main :focus');
    await expect(focused, address).toBeInViewport();
    const names = await focused.evaluate((node) => [node.id, node.getAttribute('data-section')]);
    expect(names, address).toContain(address.slice(address.indexOf('#') + 1));
  }
});

test('U1 focus: Back on the link that was followed, wherever it stands', async () => {
  const from: readonly (readonly [address: string, link: string])[] = [
    ['/library', '.sat-stages a >> nth=3'],
    ['/library', '.library-pack a >> nth=1'],
    ['/library?pack=engage-early', '.library-pages a >> nth=6'],
    ['/read/engage-early/why-talk-to-the-market', '.sat-prose a[href^="/read/"] >> nth=2'],
    ['/read/engage-early/keep-it-fair', '.sat-prose a[href^="/read/"] >> nth=-1'],
    [
      '/read/engage-early/what-the-law-lets-you-talk-about',
      '.sat-prose a[href="/read/engage-early/publish-a-uk2-notice"] >> nth=0',
    ],
    ['/read/engage-early/keep-it-fair', '.reader-neighbours a >> nth=-1'],
    ['/read/engage-early/keep-it-fair', '.govuk-breadcrumbs a >> nth=1'],
    ['/read/engage-early/keep-it-fair', '.sat-ctx a >> nth=0'],
    ['/read/engage-early/keep-it-fair', '.sat-insp .sat-outline a >> nth=3'],
    ['/search?q=supplier', '#results [data-result] >> nth=7'],
    ['/help', '.sat-place >> nth=0'],
  ];
  for (const [address, selector] of from) {
    const name = `${selector} on ${address}`;
    await goTo(window, address);
    const link = window.locator(selector);
    await link.focus();
    await settled(window);
    const place = await link.boundingBox();
    const href = await link.getAttribute('href');
    await follow(link);
    await expect.poll(() => addressOf(window), name).toBe(href);
    await expect(window.locator('#main :focus'), name).toBeVisible();
    await window.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => addressOf(window), name).toBe(address);
    await expect(window.locator(':focus'), name).toHaveAttribute('href', href ?? '');
    await expect(window.locator(':focus'), name).toBeInViewport();
    // The very link: other links on the screen may lead to the same place.
    await expect
      .poll(async () => Math.round((await window.locator(':focus').boundingBox())?.x ?? -1), name)
      .toBe(Math.round(place?.x ?? -2));
    await expect
      .poll(async () => Math.abs(((await window.locator(':focus').boundingBox())?.y ?? -1e6) - (place?.y ?? 1e6)), name)
      .toBeLessThan(3);
  }
});

test('U1 focus: a result on its section heading', async () => {
  await goTo(window, '/library');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('the meeting log');
  const first = window.locator('#results [data-result]').first();
  await expect(first).toContainText('meeting log', { ignoreCase: true });
  const heading = await first.innerText();
  await window.keyboard.press('Enter');
  await expect(window.locator('#main :is(h2, h3, h4):focus, #main [data-section]:focus')).toContainText(heading);
  await expect(window.locator('#main :focus')).toBeInViewport();
});

test('U1 focus: palette and keyboard list take it and give it back', async () => {
  await goTo(window, '/library?pack=engage-early');
  const opener = window.locator('.library-pages a').nth(2);
  for (const [keys, inside] of [
    ['Control+Shift+p', '.sat-palette input'],
    ['?', 'dialog.sat-dialog h2'],
  ] as const) {
    await opener.focus();
    await window.keyboard.press(keys);
    await expect(window.locator(inside)).toBeFocused();
    // Focus stays inside, however often Tab is pressed.
    for (let turn = 0; turn < 12; turn += 1) {
      await window.keyboard.press('Tab');
      expect(
        await window.evaluate(
          () => document.activeElement?.closest('dialog') ?? document.activeElement === document.body,
        ),
      ).toBeTruthy();
    }
    await window.keyboard.press('Escape');
    await expect(window.locator('dialog')).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});
