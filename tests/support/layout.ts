import type { Page } from 'playwright-core';

/**
 * What makes the window scroll sideways or is lost at its right edge, one line each. A region that scrolls inside
 * itself is allowed when it is meant to: it takes focus, so that keys scroll it.
 */
export const sideways = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => {
    const name = (node: Element): string => {
      const classes = [...node.classList].map((one) => `.${one}`).join('');
      return `${node.tagName.toLowerCase()}${node.id === '' ? '' : `#${node.id}`}${classes}`;
    };
    const wide = document.documentElement.clientWidth;
    const found: string[] = [];
    const page = document.scrollingElement;
    if (page && page.scrollWidth > wide) found.push(`the page is ${page.scrollWidth} wide in ${wide}`);
    const root = document.querySelector('dialog[open]') ?? document.body;
    for (const node of root.querySelectorAll<HTMLElement>('*')) {
      if (!node.checkVisibility({ visibilityProperty: true }) || node.closest('.vh, .govuk-skip-link, svg')) continue;
      const style = getComputedStyle(node);
      const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
      if (scrolls && node.scrollWidth > node.clientWidth + 1 && node.tabIndex < 0)
        found.push(`${name(node)} scrolls ${node.scrollWidth} in ${node.clientWidth} and takes no focus`);
      const box = node.getBoundingClientRect();
      if (box.width === 0 || (box.right <= wide + 1 && box.left >= -1)) continue;
      let parent = node.parentElement;
      let meant = false;
      while (parent && !meant) {
        const around = getComputedStyle(parent);
        meant = (around.overflowX === 'auto' || around.overflowX === 'scroll') && parent.tabIndex >= 0;
        parent = parent.parentElement;
      }
      if (!meant)
        found.push(`${name(node)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} in ${wide}`);
    }
    return found.slice(0, 20);
  });

/** Sets the spacing of WCAG 1.4.12 on everything while some work is done. A constructed sheet: the policy takes no other. */
export async function withSpacedText<T>(window: Page, work: () => Promise<T>): Promise<T> {
  const sheet = await window.evaluateHandle(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      *:not(svg, svg *) {
        line-height: 1.5 !important;
        letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important;
      }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
  });
  const found = await work();
  await window.evaluate((spaced) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== spaced);
  }, sheet);
  return found;
}

/**
 * Words that are cut off by a box around them, that spill over the edge of their control, or that lie on other words.
 * One line each.
 */
export const clipped = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => {
    interface Line {
      readonly text: string;
      readonly node: Text;
      readonly box: DOMRect;
    }
    const found = new Set<string>();
    const root = document.querySelector('dialog[open]') ?? document.body;
    const short = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 40);
    const inside = (box: DOMRect, around: DOMRect): boolean =>
      box.left >= around.left - 1.5 &&
      box.right <= around.right + 1.5 &&
      box.top >= around.top - 1.5 &&
      box.bottom <= around.bottom + 1.5;
    const seen = (node: Element): boolean =>
      node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      node.closest('.vh, .govuk-skip-link:not(:focus), option, script, style') === null;

    const lines: Line[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!(node instanceof Text) || !parent || node.data.trim() === '' || !seen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        // A trailing space has no ink.
        if (box.width > 1.5) lines.push({ text: short(node.data), node, box });
      }
    }

    for (const { text, node, box } of lines) {
      let floats = false;
      // What a box inside scrolls can be reached, whatever a box further out hides.
      let freeX = false;
      let freeY = false;
      for (
        let around = node.parentElement;
        around && around !== document.documentElement;
        around = around.parentElement
      ) {
        const { overflowX, overflowY, position } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        const name = `${around.tagName.toLowerCase()}.${around.className}`;
        freeX ||= /auto|scroll/.test(overflowX) && around.scrollWidth > around.clientWidth;
        freeY ||= /auto|scroll/.test(overflowY) && around.scrollHeight > around.clientHeight;
        const cutX = overflowX !== 'visible' && !freeX && (box.left < edge.left - 1.5 || box.right > edge.right + 1.5);
        const cutY = overflowY !== 'visible' && !freeY && (box.top < edge.top - 1.5 || box.bottom > edge.bottom + 1.5);
        if ((cutX || cutY) && !floats) found.add(`“${text}” is cut off by ${name}`);
        const control = 'button, .govuk-tag, .sat-badge, kbd, select, summary, .sat-place, th, td';
        if (around.matches(control) && !inside(box, edge) && !floats && !freeX && !freeY)
          found.add(`“${text}” spills over ${name}`);
        if (position === 'fixed' || position === 'absolute') floats = true;
      }
    }

    // Words on words: lines of different text that share more than a few pixels and belong to the same layer.
    const layer = (node: Node): Element | null => {
      for (let around = node.parentElement; around; around = around.parentElement) {
        const { position, overflowY } = getComputedStyle(around);
        if (position === 'absolute' || position === 'fixed' || position === 'sticky') return around;
        if (overflowY === 'auto' || overflowY === 'scroll') return around;
      }
      return null;
    };
    const layers = new Map<Element | null, Line[]>();
    for (const line of lines) {
      const at = layer(line.node);
      layers.set(at, [...(layers.get(at) ?? []), line]);
    }
    for (const some of layers.values()) {
      const sorted = some.toSorted((a, b) => a.box.top - b.box.top);
      for (const [at, one] of sorted.entries()) {
        for (const other of sorted.slice(at + 1)) {
          if (other.box.top > one.box.bottom) break;
          if (other.node === one.node) continue;
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          // Boxes of tall inline letters touch between lines; ink does not.
          const least = Math.min(one.box.height, other.box.height);
          if (across > 3 && down > least * 0.5) found.add(`“${one.text}” lies on “${other.text}”`);
        }
      }
    }

    // Words typed into a field or chosen in it.
    for (const field of root.querySelectorAll<HTMLSelectElement | HTMLInputElement>(
      'select, input:not([type=checkbox], [type=radio])',
    )) {
      if (!seen(field)) continue;
      if (field.clientHeight < Number.parseFloat(getComputedStyle(field).fontSize))
        found.add(`${field.id} is lower than its letters`);
    }
    return [...found].slice(0, 12);
  });
