import { LIMITS } from '#domain/limits.ts';

/** Whether HTML says more than its plain text. What only has lines and looks is pasted as the text. */
export const saysMore = (html: string): boolean => html.length <= LONGEST_HTML && (TAGS.test(html) || LOOKS.test(html));

const TAGS =
  /<(?:h[1-6]|ul|ol|li|dl|table|tr|td|b|strong|i|em|a|blockquote|pre|code|kbd|hr|img|del|s|strike|ins|u|sup|sub|math|m:omath|input)[\s>]|mso-list:/i;
/** Bold, slanted, struck, underlined, raised or lowered by its style. */
const LOOKS =
  /\b(?:font-weight:\s{0,3}(?:bold|[6-9]00)|font-style:\s{0,3}(?:italic|oblique)|text-decoration(?:-line)?:\s{0,3}(?:line-through|underline)|vertical-align:\s{0,3}(?:su(?:per|b)\b|[-+]?[.\d])|font-variant-position:|position:\s{0,3}relative|mso-text-raise:)/i;

/** Word's looks make most of its HTML; they go before its limit as a page counts. */
const LONGEST_HTML = LIMITS.pageSource * 8;
