// A person who has only the keyboard: keys go to the window, and what they hear is what has the focus.
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';

export interface Focused {
  /** As it is labelled; its words where it has no label. */
  readonly name: string;
  readonly id: string;
  /** It lies in the window, nothing covers it, and a ring is drawn around it or within it. */
  readonly inSight: boolean;
}

/** What has the focus now. */
export const focused = (window: Page): Promise<Focused> =>
  window.evaluate(() => {
    const node = document.activeElement as HTMLElement | null;
    if (!node || node === document.body) return { name: '', id: '', inSight: false };
    const labelled = node.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const words =
      node.getAttribute('aria-label') ??
      (labelled.length > 0
        ? labelled.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
        : ((node as HTMLInputElement).labels?.[0]?.textContent ?? node.textContent ?? ''));
    const box = node.getBoundingClientRect();
    // Of something larger than the window its beginning is enough.
    const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
    const y = box.y + Math.min(box.height / 2, 12);
    const top = document.elementFromPoint(x, y);
    const ring = [node, node.closest('.cm-editor'), node.nextElementSibling, node.parentElement].some((one) => {
      if (!one) return false;
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
    const over = top !== null && (node.contains(top) || top.contains(node) || node.closest('label')?.contains(top));
    return {
      name: words.replace(/\s+/g, ' ').trim().slice(0, 200),
      id: node.id,
      inSight: y >= 0 && y < innerHeight && over === true && ring,
    };
  });

/** Goes on with a key until something with this name, or this id after a `#`, has the focus. It must be in sight then. */
export async function goOn(window: Page, to: string | RegExp, key = 'Tab', most = 40): Promise<number> {
  const heard: string[] = [];
  for (let step = 1; step <= most; step += 1) {
    await window.keyboard.press(key);
    const now = await focused(window);
    heard.push(`${now.name || '?'} #${now.id}`);
    const isIt =
      typeof to === 'string'
        ? to.startsWith('#')
          ? now.id === to.slice(1)
          : now.name === to
        : to.test(now.name) || to.test(`#${now.id}`);
    if (!isIt) continue;
    await expect.poll(async () => (await focused(window)).inSight, { message: `${now.name} is in sight` }).toBe(true);
    return step;
  }
  throw new Error(`${key} does not come to ${to} in ${most} presses:\n${heard.join('\n')}`);
}

/** Goes on to something and presses Enter there. */
export async function choose(window: Page, to: string | RegExp, key = 'Tab', most = 40): Promise<void> {
  await goOn(window, to, key, most);
  await window.keyboard.press('Enter');
}

/** A tool of a text; where the row has no room for it, "More" is opened first. */
export async function textTool(window: Page, name: string): Promise<Locator> {
  const bar = window.getByRole('toolbar', { name: 'Text tools' });
  const tool = bar.getByRole('button', { name, exact: true });
  if (!(await tool.isVisible())) await bar.getByRole('button', { name: 'More text tools' }).press('Enter');
  return tool;
}

/** Goes on by F6 to the part of the window beside the page. */
export async function toSide(window: Page): Promise<void> {
  for (let step = 0; step < 6; step += 1) {
    await window.keyboard.press('F6');
    if (await window.evaluate(() => document.activeElement?.localName === 'aside')) return;
  }
  throw new Error('F6 does not come to the side');
}

/** To the templates, as a person with the keyboard comes there. */
export async function toTemplates(window: Page): Promise<void> {
  await window.keyboard.press('Control+Shift+p');
  await expect(window.locator('dialog input')).toBeFocused();
  await window.keyboard.type('Start from a template');
  await expect(window.locator('dialog [role="option"]').first()).toHaveText(/Start from a template/);
  await window.keyboard.press('Enter');
  await expect(window.locator('h1')).toHaveText('Start from a template');
}
