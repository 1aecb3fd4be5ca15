import { LIMITS } from '#domain/limits.ts';

/** Whether HTML says more than its plain text. What only has lines and looks is pasted as the text. */
export const saysMore = (html: string): boolean =>
  html.length <= LONGEST_HTML &&
  /<(?:h[1-6]|ul|ol|li|table|tr|b|strong|i|em|a|blockquote|pre|code|hr|img|del|s)[\s>]|mso-list:/i.test(html);

/** Word's looks make most of its HTML; they go before its limit as a page counts. */
const LONGEST_HTML = LIMITS.pageSource * 8;
