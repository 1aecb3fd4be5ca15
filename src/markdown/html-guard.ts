import type { Root } from 'hast';
import type { Position } from 'unist';
import type { UnshownReason } from '#domain/pack/page.ts';
import { ELEMENTS, REMOVED_WHOLE, UNWRAPPED } from './allow-list.ts';
import type { Report } from './report.ts';

type Raw = { readonly type: 'raw'; value: string; readonly position?: Position };

const VOID = new Set('area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '));
/** An end tag of these may be left out: a next one closes them. */
const SELF_CLOSING = new Set('p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt'.split(' '));
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Without its end tag each of these takes the rest of the page with it. */
const SWALLOWERS = new Set(REMOVED_WHOLE.filter((name) => !VOID.has(name)));

/** Parts of a drawing that end where they begin. */
const DRAWN = new Set(
  'animate animatetransform circle ellipse image line path polygon polyline rect set stop use'.split(' '),
);

const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>]|$)([^>]*)(>?)/gi;

/** The same with the names of any vocabulary: what is read opens them all. */
const ANY_TAG = /<(\/?)([a-z][^\s/>]*)([^>]*)(>?)/gi;

/** Depth of HTML in one page, length of one tag, and parts that unclosed formatting may multiply into. */
const MOST_DEPTH = 100;
const LONGEST_TAG = 20_000;
const MOST_COPIES = 2_000_000;
/** Tags of other vocabularies that end where they begin there, and stay open in HTML until what is around them ends. */
const MOST_LOOSE = 500;

/**
 * Looks at a tree's raw HTML before it is read. A tag that would swallow the rest of the page (`<title>` in a
 * sentence, an `<iframe>` that never ends) is taken out of the way: a bare one was meant as words and becomes words,
 * one with attributes goes, and so does a `<b>` or a link that never ends. A tag that HTML does not know and that never ends (`<your name>`) was words too. Says
 * when the HTML is built to cost more than a page may.
 */
export function guardHtml(tree: Root, report: Report): UnshownReason | null {
  const raws: Raw[] = [];
  let nodes = 0;
  const collect = (node: Root | Root['children'][number]): void => {
    nodes += 1;
    if ((node.type as string) === 'raw') raws.push(node as unknown as Raw);
    if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(tree);
  freeSwallowed(raws, report);
  return costOf(raws, nodes);
}

function freeSwallowed(raws: readonly Raw[], report: Report): void {
  const lastEnd = new Map<string, number>();
  raws.forEach((raw, index) => {
    for (const tag of raw.value.matchAll(TAG)) {
      if (tag[1] === '/') lastEnd.set((tag[2] ?? '').toLowerCase(), index * STRIDE + tag.index);
    }
  });
  raws.forEach((raw, index) => {
    raw.value = raw.value.replace(TAG, (tag: string, slash: string, given: string, rest: string, ...more) => {
      const name = given.toLowerCase();
      const offset = more[1] as number;
      if (slash === '/' || VOID.has(name)) return tag;
      if ((lastEnd.get(name) ?? -1) > index * STRIDE + offset && name !== 'plaintext') return tag;
      if (name === 'a' && !/\bhref\b/i.test(rest)) return `${tag}</a>`;
      if (!FORMATTING.has(name) && isHarmless(name)) return tag;
      if (DRAWN.has(name) && /\S\s*\/$/.test(rest)) return tag;
      if (!FORMATTING.has(name) && !SWALLOWERS.has(name)) return `&lt;${tag.slice(1)}`;
      if ((name === 'svg' || name === 'math') && rest.endsWith('/')) return tag;
      if (rest.trim() === '' && !FORMATTING.has(name)) return `&lt;${tag.slice(1)}`;
      report.dropped.push({ what: `<${name}>`, position: report.place(raw) });
      return '';
    });
  });
}

const isHarmless = (name: string): boolean => ELEMENTS.has(name) || UNWRAPPED.has(name);

/** More than any page has characters, so that places in different nodes compare as numbers. */
const STRIDE = 10_000_000;

function costOf(raws: readonly Raw[], nodes: number): UnshownReason | null {
  const open = new Map<string, number>();
  let depth = 0;
  let formatting = 0;
  let mostFormatting = 0;
  let tags = 0;
  let loose = 0;
  for (const raw of raws) {
    for (const [tag, slash, given = '', rest = ''] of raw.value.matchAll(ANY_TAG)) {
      const name = given.toLowerCase();
      tags += 1;
      if (tag.length > LONGEST_TAG) return 'too-many-parts';
      if (VOID.has(name) || SELF_CLOSING.has(name)) continue;
      if (name.includes(':') && rest.endsWith('/')) {
        loose += 1;
        if (loose > MOST_LOOSE) return 'too-deep';
        continue;
      }
      const count = open.get(name) ?? 0;
      if (slash === '/' && count === 0) continue;
      const step = slash === '/' ? -1 : 1;
      open.set(name, count + step);
      depth += step;
      if (FORMATTING.has(name)) formatting += step;
      mostFormatting = Math.max(mostFormatting, formatting);
      if (depth > MOST_DEPTH) return 'too-deep';
    }
  }
  return mostFormatting * (tags + nodes) > MOST_COPIES ? 'too-many-parts' : null;
}
