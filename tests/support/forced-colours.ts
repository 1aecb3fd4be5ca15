import type { Page } from 'playwright-core';

/**
 * With the system's contrast theme on: what cannot be told from its surroundings. One line each. A control shows an
 * edge, an underline or words in the colour of links; the one that is current shows more than its neighbours do;
 * marks have a colour of their own; nothing that only colour told is left.
 */
export const unseen = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => {
    const found: string[] = [];
    const root = document.querySelector('dialog[open]') ?? document.body;
    const shown = (node: Element) =>
      node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      node.closest('.vh, .govuk-skip-link:not(:focus)') === null;
    const nameOf = (node: Element) =>
      `${node.localName}.${node.className} “${(node.getAttribute('aria-label') ?? node.textContent ?? '').trim().slice(0, 30)}”`;
    const clear = (colour: string) => colour === 'transparent' || /^rgba\(.*,\s*0\)$/.test(colour);
    const behind = (node: Element): string => {
      for (let around: Element | null = node; around; around = around.parentElement) {
        const colour = getComputedStyle(around).backgroundColor;
        if (!clear(colour)) return colour;
      }
      return getComputedStyle(document.documentElement).backgroundColor;
    };
    const edges = (node: Element, pseudo?: string): boolean => {
      const style = getComputedStyle(node, pseudo);
      const ground = node.parentElement ? behind(node.parentElement) : '';
      return (['Top', 'Right', 'Bottom', 'Left'] as const).some((side) => {
        const colour = style[`border${side}Color`];
        return (
          Number.parseFloat(style[`border${side}Width`]) >= 1 &&
          style[`border${side}Style`] !== 'none' &&
          !clear(colour) &&
          colour !== ground
        );
      });
    };
    /** How a thing looks, without its place. */
    const look = (node: Element): string => {
      const style = getComputedStyle(node);
      return [
        style.borderLeftColor,
        style.borderTopColor,
        style.borderBottomColor,
        style.outlineStyle === 'none' ? '' : style.outlineColor,
        style.fontWeight,
        style.color,
        behind(node),
      ].join();
    };

    // Controls.
    for (const node of root.querySelectorAll('a[href], button, summary, select, input, textarea')) {
      // Focus has rules of its own, and tests.
      if (!shown(node) || node.contains(document.activeElement)) continue;
      const style = getComputedStyle(node);
      const icon = node.querySelector('svg');
      const iconSeen = icon !== null && shown(icon) && getComputedStyle(icon).stroke !== behind(node);
      const line = [node, ...node.querySelectorAll('*')].some((one) =>
        getComputedStyle(one).textDecorationLine.includes('underline'),
      );
      const wordsSeen = style.color !== behind(node) && (node.textContent ?? '').trim() !== '';
      const inList = node.closest('nav, .sat-ctx, .sat-outline, header') !== null;
      const drawn = node.matches('input, select, textarea')
        ? edges(node) || edges(node, '::before') || node.closest('.in') !== null
        : line || edges(node) || iconSeen || (inList && wordsSeen);
      if (!drawn) found.push(`${nameOf(node)} cannot be told from words`);
    }

    // What is current, pressed or selected, beside its neighbours.
    for (const node of root.querySelectorAll(
      '[aria-current]:not(.govuk-breadcrumbs__list-item), [aria-pressed="true"], [aria-selected="true"], tr.is-sel',
    )) {
      if (!shown(node)) continue;
      // In a table it is the row that shows it.
      const row = node.closest('tr') ?? node;
      const list = row.closest('ul, ol, tbody, [role="listbox"]');
      const other = [...(list?.querySelectorAll(row.localName) ?? [])].find(
        (one) => one !== row && shown(one) && !one.matches('[aria-current], [aria-selected="true"], .is-sel'),
      );
      if (other && look(other) === look(row)) found.push(`${nameOf(row)} looks like ${nameOf(other)}`);
    }

    // Ticks.
    for (const node of root.querySelectorAll('input:checked')) {
      if (!shown(node)) continue;
      const style = getComputedStyle(node, '::after');
      const ground = behind(node);
      const tick =
        style.content !== 'none' &&
        ((style.borderLeftWidth !== '0px' && !clear(style.borderLeftColor) && style.borderLeftColor !== ground) ||
          (!clear(style.backgroundColor) && style.backgroundColor !== ground));
      if (getComputedStyle(node).appearance === 'none' && !tick) found.push(`${nameOf(node)} shows no tick`);
    }

    // Marks, tags, strips, boxes, meters.
    for (const node of root.querySelectorAll('mark')) {
      if (
        shown(node) &&
        getComputedStyle(node).backgroundColor === behind(node.parentElement ?? node) &&
        !node.closest(':focus')
      )
        found.push(`${nameOf(node)} is not marked`);
    }
    for (const node of root.querySelectorAll(
      '.govuk-tag, .sat-badge, .sat-strip, .sat-callout, .sat-meter, .sat-pop, dialog, kbd, .sat-panel, .sat-missing',
    )) {
      if (shown(node) && !edges(node)) found.push(`${nameOf(node)} has no edge`);
    }
    for (const node of root.querySelectorAll('.sat-meter > i')) {
      if (shown(node) && node.clientWidth > 0 && behind(node) === behind(node.parentElement ?? node))
        found.push(`${nameOf(node)} is not filled`);
    }
    for (const node of root.querySelectorAll('svg.i')) {
      if (shown(node) && getComputedStyle(node).stroke === behind(node))
        found.push(`${nameOf(node)} has the colour of its ground`);
    }
    // Behind words the theme draws a ground of its own, whatever theirs is.
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    const focused = document.activeElement;
    if (focused?.matches('a, button') && getComputedStyle(focused).color === canvas)
      found.push(`${nameOf(focused)} loses its words with the focus`);
    return found.slice(0, 15);
  });
