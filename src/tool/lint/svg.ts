import { decodeText } from './folder-reader.ts';
import { placer } from './prose.ts';

export interface ActivePart {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

const ELEMENTS =
  /<\s*(?:[\w-]+:)?(script|foreignObject|iframe|object|embed|audio|video|handler|listener|set|animate\w*|discard|meta|link|base|canvas|img)\b/gi;
const HANDLER = /[\s"'/](on[a-z]{3,})\s*=/gi;
const ADDRESS =
  /[\s"'](?:(?:[\w-]+:)?href|src|from|to|values|by|xml:base|data|action|formaction)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;
const STYLE = /@import\b|@font-face\b|expression\s*\(|-moz-binding|url\(\s*["']?\s*(?!["'#\s)])[^)]{0,200}/gi;

/**
 * What of an SVG can run, fetch or hide: scripts, handlers, HTML inside, animation, entities, style sheets from
 * outside, addresses other than a place in the picture itself or an embedded PNG, JPEG, GIF or WebP. It reads the
 * text and not a tree, comments too, so that no parser sees what it does not.
 */
export function activeParts(bytes: Uint8Array): ActivePart[] {
  const text = decodeText(bytes);
  if (text === null) return [{ line: 1, column: 1, what: 'bytes that are not UTF-8' }];
  const parts: { at: number; what: string }[] = [];
  const look = (pattern: RegExp, what: (found: RegExpExecArray) => string | null): void => {
    for (const found of text.matchAll(pattern)) {
      const name = what(found);
      if (name !== null) parts.push({ at: found.index, what: name });
      if (parts.length >= MOST) return;
    }
  };
  look(/<!(?:DOCTYPE\b[^<>[]*\[|ENTITY\b)/gi, () => 'entities');
  look(/<\?xml-stylesheet\b/gi, () => 'style sheet from outside');
  look(ELEMENTS, (found) => `element <${found[1]}>`);
  look(HANDLER, (found) => `handler ${found[1]}`);
  look(ADDRESS, (found) => {
    const address = unescaped(found[1] ?? found[2] ?? found[3] ?? '');
    return isInside(found[0], address) ? null : `address "${address.slice(0, 40)}"`;
  });
  look(STYLE, (found) => `style "${found[0].slice(0, 40)}"`);
  // Escapes of CSS and of XML can spell any of these.
  const styles = [...text.matchAll(/<style\b(?:(?!<style\b)[\s\S])*?<\/style|=\s*"[^"]*"|=\s*'[^']*'/gi)];
  for (const { 0: style, index } of styles) {
    const plain = style.includes('&') ? unescaped(style) : style;
    const hidden = /\\[0-9a-z]/i.test(plain) || (plain !== style && plain.match(STYLE) !== null);
    if (hidden && parts.length < MOST) parts.push({ at: index, what: 'escape in a style' });
  }
  const placeAt = placer(text);
  return parts.sort((a, b) => a.at - b.at).map(({ at, what }) => ({ ...placeAt(at), what }));
}

/** Parts that are said; one is enough to refuse the picture. */
const MOST = 20;

/** Attributes of animation hold values, not addresses; only what looks like an address counts there. */
function isInside(attribute: string, address: string): boolean {
  const clean = address.replace(/[\s\p{C}]/gu, '');
  if (clean === '' || clean.startsWith('#')) return true;
  if (/^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]*$/i.test(clean)) return true;
  const isLink = /(?:href|src|base|action|data)\s*=/i.test(attribute);
  return !isLink && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(clean);
}

const unescaped = (text: string): string =>
  text.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi,
    (whole, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
