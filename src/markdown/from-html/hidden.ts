import type { Element } from 'hast';
import { classesOf, type Style } from './style.ts';

/** Never seen as words, whatever it holds. */
const NEVER = new Set(
  'area base basefont datalist frame frameset head link map meta noembed noframes noscript optgroup param rp script source style template title track wbr'.split(
    ' ',
  ),
);
/** Words that web pages hold for screen readers only. */
const UNSEEN =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|mw-editsection)(?:\s|$)|mjx-assistive-mml/i;

/** Whether a person sees nothing of an element where it comes from. */
export function isHidden(element: Element, style: Style): boolean {
  const { tagName, properties } = element;
  if (NEVER.has(tagName)) return true;
  if (properties.hidden === true || properties.hidden === '') return true;
  if (tagName === 'dialog' && properties.open !== true && properties.open !== '') return true;
  if (UNSEEN.test(classesOf(element))) return true;
  if (style.size === 0) return false;
  return (
    style.get('display')?.startsWith('none') === true ||
    /^(?:hidden|collapse)/.test(style.get('visibility') ?? '') ||
    style.get('mso-hide') === 'all' ||
    /^0(?:\.0*)?(?:px|pt|em|%)?(?:\s|!|$)/.test(style.get('font-size') ?? '') ||
    /^0(?:\.0*)?%?(?:\s|!|$)/.test(style.get('opacity') ?? '') ||
    isClipped(style)
  );
}

/** The ways in which pages keep words for screen readers out of sight. */
function isClipped(style: Style): boolean {
  const clip = style.get('clip') ?? '';
  if (/^rect\((?:[01](?:px)?[\s,]*){4}\)/.test(clip)) return true;
  if (/^inset\((?:50|100)%/.test(style.get('clip-path') ?? '')) return true;
  const isAway = /^(?:absolute|fixed)/.test(style.get('position') ?? '');
  return isAway && /^-\d{4,}/.test(style.get('left') ?? style.get('top') ?? '');
}
