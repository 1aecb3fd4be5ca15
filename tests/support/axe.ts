import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2, A and AA, and best practice: all that the acceptance row names. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The rules among them whose findings another colour scheme or contrast can change. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * Runs axe on what the window shows now. One line a finding: rule, impact, where. `colours` leaves out what is the same
 * in any other look of the same page. The script comes in through the debugger, as the content policy takes no other.
 */
export async function axeFindings(window: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe.source);
  const runOnly =
    rules === 'all' ? { type: 'tag' as const, values: TAGS } : { type: 'rule' as const, values: OF_COLOUR };
  return window.evaluate(async (only) => {
    const { axe: inWindow } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inWindow.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
      // Style sheets are loaded for experimental rules alone.
      preload: false,
    });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => `${id} (${impact}): ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
    );
  }, runOnly);
}

/** The same in light and in dark; animations have none to wait for. */
export async function axeInBoth(window: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    for (const line of await axeFindings(window, colorScheme === 'light' ? 'all' : 'colours'))
      found.push(`${colorScheme}: ${line}`);
  }
  await window.emulateMedia({ colorScheme: null });
  return found;
}
