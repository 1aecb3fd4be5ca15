import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2, A and AA, and best practice: all that the acceptance row names. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * Runs axe on what the window shows now. One line a finding: rule, impact, where. The script comes in through the
 * debugger, as the content policy takes no other.
 */
export async function axeFindings(window: Page): Promise<readonly string[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe.source);
  return window.evaluate(async (tags) => {
    const { axe: inWindow } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inWindow.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => `${id} (${impact}): ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
    );
  }, TAGS);
}

/** The same in light and in dark; animations have none to wait for. */
export async function axeInBoth(window: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    for (const line of await axeFindings(window)) found.push(`${colorScheme}: ${line}`);
  }
  await window.emulateMedia({ colorScheme: null });
  return found;
}
