import type { Element } from 'hast';
import { styleOf } from './style.ts';

type Sign = (number: number) => string;

const A = 'a'.charCodeAt(0);

const letters: Sign = (number) => {
  let text = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    text = String.fromCharCode(A + ((left - 1) % 26)) + text;
  }
  return text;
};

const ROMAN = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
});

const roman: Sign = (number) => {
  let text = '';
  let left = number;
  for (const [sign, worth] of ROMAN) {
    text += sign.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return text;
};

const upper =
  (sign: Sign): Sign =>
  (number) =>
    sign(number).toUpperCase();

/** By the names of styles, and by the `type` of a list, which tells large letters from small ones. */
const SIGNS: Readonly<Record<string, Sign>> = {
  'lower-alpha': letters,
  'lower-latin': letters,
  'upper-alpha': upper(letters),
  'upper-latin': upper(letters),
  'lower-roman': roman,
  'upper-roman': upper(roman),
  a: letters,
  A: upper(letters),
  i: roman,
  I: upper(roman),
};

/** The largest number that programs still write so. */
const LARGEST = 3_999;

/** How an item of a numbered list is lettered, such as "c." for 3; `null` where it is a number. */
export function letterOf(list: Element, item: Element, number: number): string | null {
  if (number < 1 || number > LARGEST) return null;
  const name = signNameOf(list, item);
  const sign = Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined;
  return sign ? `${sign(number)}.` : null;
}

/** How the signs of a list look at an item, by the name of a style or a `type`; empty where nothing is said. */
export const signNameOf = (list: Element, item: Element): string => nameOf(item) || nameOf(list);

function nameOf(element: Element): string {
  const style = styleOf(element);
  const said = `${style.get('list-style-type') ?? ''} ${style.get('list-style') ?? ''}`;
  return /decimal|(?:lower|upper)-(?:alpha|latin|roman)/.exec(said)?.[0] ?? String(element.properties.type ?? '');
}
