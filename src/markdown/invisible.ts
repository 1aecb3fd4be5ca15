/**
 * Characters that cannot be seen and that change or hide what is read: bidi embeddings, overrides and isolates,
 * zero-width marks, fillers that look like nothing, tags, control characters.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u115f\u1160\u180e\u200b-\u200d\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\p{Surrogate}|[\u{1d173}-\u{1d17a}\u{e0000}-\u{e01ef}]/u;

const EACH = new RegExp(INVISIBLE.source, 'gu');
/** Scripts whose spelling needs joiners. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*$/u;
const PICTURE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u;
/** The flags of England, Scotland and Wales are a black flag and tags. */
const FLAG = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}/gu;

/** The text without invisible characters, and each of them that was there, as `U+202E`. */
export function withoutInvisible(text: string): { readonly text: string; readonly found: readonly string[] } {
  if (!INVISIBLE.test(text)) return { text, found: [] };
  const found: string[] = [];
  const flags = [...text.matchAll(FLAG)].map((flag) => [flag.index, flag.index + flag[0].length] as const);
  let flag = 0;
  const clean = text.replace(EACH, (mark: string, at: number) => {
    while (flag < flags.length && (flags[flag]?.[1] ?? 0) <= at) flag += 1;
    const inFlag = flag < flags.length && (flags[flag]?.[0] ?? 0) <= at;
    if (inFlag || isNeeded(mark, text, at)) return mark;
    found.push(`U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    return mark === '\u2028' || mark === '\u2029' ? ' ' : /\p{Surrogate}/u.test(mark) ? '\ufffd' : '';
  });
  return { text: clean, found };
}

/** The text without invisible characters. */
export const visibleText = (text: string): string => withoutInvisible(text).text;

function isNeeded(mark: string, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at);
  if (mark === '\u200d') {
    const after = text.slice(at + 1, at + 3);
    return JOINING.test(before) || (PICTURE.test(before) && /^\p{Emoji}/u.test(after));
  }
  if (mark === '\u200c') return JOINING.test(before);
  const code = mark.codePointAt(0) ?? 0;
  // Variants of a Chinese character; after anything else they only hide data.
  if (code >= 0xe0100) return /\p{Script=Han}$/u.test(before);
  return false;
}
