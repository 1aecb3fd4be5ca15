import type { Page } from 'playwright-core';
import { goTo } from '#support/address.ts';
import { recordSaid, whatWasSaid } from '#support/live-region.ts';
import { openForStates } from '#support/states.ts';
import { expect, test } from '#support/window-test.ts';

/** At most one message a second; clocks and timers may differ by a little. */
const SECOND = 950;

function expectCalm(said: readonly { readonly at: number; readonly text: string }[]): void {
  for (const [turn, { at, text }] of said.entries()) {
    const before = said[turn - 1];
    if (before) expect(at - before.at, `“${before.text}” then “${text}”`).toBeGreaterThanOrEqual(SECOND);
  }
}

const lastSaid = async (window: Page): Promise<string> => (await whatWasSaid(window)).said.at(-1)?.text ?? '';

test('U2 one polite region, at most one message a second, results told 500 ms after the last key', async () => {
  const running = await openForStates();
  try {
    const { window } = running;
    await recordSaid(window);
    await expect(window.locator('[role="status"], [aria-live="polite"], output, [role="log"]')).toHaveCount(1);
    await expect(window.locator('[role="alert"], [aria-live="assertive"]')).toHaveCount(1);

    // Quick typing: nothing is said before the last key, then one message with the number and the first result.
    await window.keyboard.press('Control+k');
    await window.keyboard.type('who can I talk to before a tender', { delay: 40 });
    const first = window.locator('#results [data-result]').first();
    await expect(window.locator('[data-answers]')).toHaveAttribute('data-answers', 'who can I talk to before a tender');
    await expect.poll(() => lastSaid(window)).toContain(`results. First: ${await first.innerText()}`);
    const typed = await whatWasSaid(window);
    const results = typed.said.filter(({ text }) => /result/.test(text));
    // On a busy machine the typing itself may pause for half a second: then what stands is told, rightly.
    for (const { at, text } of results) {
      const key = typed.keys.findLast((pressed) => pressed <= at) ?? 0;
      expect(at - key, text).toBeGreaterThanOrEqual(490);
    }
    expect(results.length).toBeLessThan(5);
    expect(results.at(-1)?.text).toMatch(/^\d+ results\. First: /);

    // A message that changes nothing is not said again; what is found for other words is.
    await window.keyboard.press('Control+a');
    await window.keyboard.type('xyzzyplugh', { delay: 40 });
    await expect.poll(() => lastSaid(window)).toMatch(/^Nothing found/);

    // Many things at once: the last one wins, and each region holds its tongue for a second.
    await goTo(window, '/read/engage-early/keep-it-fair');
    for (let turn = 0; turn < 6; turn += 1) await window.keyboard.press('Control+d');
    // Each is kept before it is told; the citation comes after the last of them.
    await expect.poll(() => lastSaid(window)).toMatch(/bookmark/i);
    await window.waitForTimeout(1_000);
    await window.keyboard.press('Control+Shift+c');
    await expect.poll(() => lastSaid(window)).toBe('The citation is copied.');

    // Choices in Settings, one after another.
    await goTo(window, '/settings');
    for (const choice of await window.locator('.settings-choice input[type=radio]').all()) await choice.click();
    await expect.poll(() => lastSaid(window)).toMatch(/Saved/);
    await window.waitForTimeout(1_200);

    const { said } = await whatWasSaid(window);
    expect(said.length).toBeGreaterThanOrEqual(4);
    expectCalm(said.filter(({ region }) => region === 'polite'));
    expect(said.filter(({ region }) => region !== 'polite')).toEqual([]);
  } finally {
    await running.close();
  }
});

test('U2 a pack on its way is told at its start and its end, at most once a second', async () => {
  const running = await openForStates();
  try {
    const { window } = running;
    await recordSaid(window);
    await goTo(window, '/packs?pack=experiment-safely');
    await window.locator('.sat-insp section:last-of-type button').click();
    await window.locator('.packs-back button').click();
    await expect.poll(() => lastSaid(window)).toMatch(/is installed/);
    const { said } = await whatWasSaid(window);
    expectCalm(said);
  } finally {
    await running.close();
  }
});
