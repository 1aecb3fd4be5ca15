import { PICTURE_LIMITS } from '#domain/picture/limits.ts';
import type { CostOf, PictureFault } from '#domain/picture/verdict.ts';

const figure = (number: number): string => number.toLocaleString('en-GB');

const COSTS: Readonly<Record<CostOf, string>> = {
  elements: 'elements',
  nesting: 'elements in elements',
  references: 'parts that refer to parts',
  points: 'points',
  letters: 'text',
  dashes: 'dashes',
  filters: 'filters, masks and layers',
  paints: 'gradients, patterns and large areas',
  pictures: 'pictures inside it',
  numbers: 'size in one of its numbers',
  styles: 'rules of style',
};

/** What a picture is that it may not be, after “Unexpected”. */
export function faultWords(fault: PictureFault): string {
  switch (fault.code) {
    case 'unknown':
      return 'content (no picture)';
    case 'damaged':
      return 'content that breaks off or is not whole';
    case 'large':
      return `size of ${figure(fault.width)} by ${figure(fault.height)} pixels`;
    case 'frames':
      return `number of ${figure(fault.frames)} pictures in one`;
    case 'active':
      return fault.what;
    case 'costly':
      return `amount of ${COSTS[fault.of]}`;
  }
}

/** What is expected in its place. */
export function faultExpected(fault: PictureFault): string {
  switch (fault.code) {
    case 'large':
      return `at most ${figure(Math.sqrt(PICTURE_LIMITS.pixels))} by ${figure(Math.sqrt(PICTURE_LIMITS.pixels))}`;
    case 'active':
      return 'shapes and text only';
    case 'costly':
    case 'frames':
      return 'a picture that every laptop can draw';
    default:
      return 'a whole picture';
  }
}
