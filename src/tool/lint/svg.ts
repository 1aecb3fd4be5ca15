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
 * What of an SVG can run, fetch or hide: scripts, handlers, HTML inside, animation, addresses other than a place in
 * the picture itself (pictures embedded as PNG, JPEG, GIF or WebP are allowed), entities, style sheets. Reads the text, so that nothing
 * that a parser might see otherwise is missed; comments are left out of account.
 */
export function activeParts(bytes: Uint8Array): ActivePart[] {
  const text = decoded(bytes);
  if (text === null) return [{ line: 1, column: 1, what: 'bytes that are not UTF-8' }];
  const plain = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' '));
  const parts: { at: number; what: string }[] = [];
  const look = (pattern: RegExp, what: (found: RegExpExecArray) => string | null): void => {
    for (const found of plain.matchAll(pattern)) {
      const name = what(found);
      if (name !== null) parts.push({ at: found.index, what: name });
    }
  };
  look(/<!(?:DOCTYPE\b[^>[]*\[|ENTITY\b)/gi, () => 'entities');
  look(/<\?xml-stylesheet\b/gi, () => 'style sheet from outside');
  look(ELEMENTS, (found) => `element <${found[1]}>`);
  look(HANDLER, (found) => `handler ${found[1]}`);
  look(ADDRESS, (found) => {
    const address = unescaped(found[1] ?? found[2] ?? found[3] ?? '');
    return isInside(found[0], address) ? null : `address "${address.slice(0, 40)}"`;
  });
  look(STYLE, (found) => `style "${found[0].slice(0, 40)}"`);
  // Escapes in a style or an address can spell any of the above.
  look(/\\[0-9a-f]{1,6}/gi, () => 'escape in a style');
  const placeAt = placer(plain);
  return parts
    .sort((a, b) => a.at - b.at)
    .slice(0, 50)
    .map(({ at, what }) => ({ ...placeAt(at), what }));
}

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

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
