import { PICTURE_LIMITS } from './limits.ts';
import { tooCostly } from './svg-cost.ts';
import { readSvg } from './svg-document.ts';
import { numbersIn } from './svg-values.ts';
import type { PictureFault, PictureVerdict } from './verdict.ts';

const { svg: MOST } = PICTURE_LIMITS;

/** A drawing begins with its element; before it stand at most a declaration, comments and a doctype. */
export function isSvg(text: string): boolean {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let turn = 0; turn < 40; turn += 1) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    const end = ENDS.find(([start]) => text.slice(at, at + start.length).toUpperCase() === start);
    if (!end) break;
    // The inner part of a doctype is refused later, with a word for it.
    const inner = end[0] === '<!DOCTYPE' ? text.indexOf('[', at) : -1;
    const plain = text.indexOf(end[1], at);
    const to = inner >= 0 && inner < plain ? text.indexOf(']', inner) : at;
    const close = text.indexOf(end[1], Math.max(to, at));
    if (close < 0 || to < 0) return false;
    at = close + end[1].length;
  }
  return /^<(?:[\w-]+:)?svg[\s>/]/.test(text.slice(at, at + 80));
}

const ENDS = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
] as const;

/** Holds a drawing beside what is allowed in one. `inside` looks at a picture that it carries. */
export function svgVerdict(text: string, inside: (address: string) => PictureVerdict): PictureVerdict {
  const drawing = readSvg(text);
  const faults: PictureFault[] = [...drawing.faults];
  const size = sizeOf(drawing.root);
  if (faults.length === 0) {
    const of = tooCostly(drawing, (address) => {
      const { faults: own, size: pixels } = inside(address);
      if (own.length > 0) faults.push({ code: 'costly', of: 'pictures' });
      return pixels ? pixels.width * pixels.height : 0;
    });
    if (of !== null) faults.push({ code: 'costly', of });
    if (size) {
      const { width, height } = size;
      const isWide = Math.max(width, height) > MOST.side || width * height > PICTURE_LIMITS.pixels;
      if (isWide || Math.max(width / height, height / width) > MOST.ratio) {
        faults.push({ code: 'large', width, height });
      }
    }
  }
  return { type: 'image/svg+xml', ...(size ? { size } : {}), faults };
}

/** By width and height in pixels, else by the view box. */
function sizeOf(root: Readonly<Record<string, string>>): PictureVerdict['size'] {
  const side = (name: string): number => {
    const found = /^\s*([\d.]+(?:e[+-]?\d+)?)(?:px)?\s*$/i.exec(root[name] ?? '');
    return found ? Number(found[1]) : 0;
  };
  const [, , boxWidth = 0, boxHeight = 0] = numbersIn(root['viewBox'] ?? '');
  const isBoth = side('width') > 0 && side('height') > 0;
  const width = Math.round(isBoth ? side('width') : side('width') || boxWidth);
  const height = Math.round(isBoth ? side('height') : side('height') || boxHeight);
  return width > 0 && height > 0 ? { width, height } : undefined;
}
