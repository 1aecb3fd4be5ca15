import { deflateSync } from 'node:zlib';

/** A chunk of a PNG without a true checksum: only its place counts. */
const chunk = (name: string, bytes: Uint8Array = new Uint8Array(0)): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, Buffer.from(name), bytes, Buffer.alloc(4)]);
};

/** A PNG that says it is so large; `frames` of a moving one. */
export function pngOf(width: number, height: number, { frames = 0, whole = true } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...Array.from({ length: frames }, () => chunk('fcTL', new Uint8Array(26))),
    chunk('IDAT', deflateSync(Buffer.alloc(10))),
    ...(whole ? [chunk('IEND')] : []),
  ]);
}

const big = (value: number): readonly number[] => [value >> 8, value & 255];
const small = (value: number): readonly number[] => [value & 255, value >> 8];

/** A JPEG that says it is so large, with so many passes. */
export const jpegOf = (width: number, height: number, scans = 1): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xc2, 0, 11, 8, ...big(height), ...big(width), 1, 1, 0x11, 0],
    ...Array.from({ length: scans }, () => [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xff, 0, 3]).flat(),
    ...[0xff, 0xd9],
  ]);

/** A GIF whose screen and whose frames are so large. */
export const gifOf = (width: number, height: number, frames = [[width, height]]): Buffer =>
  Buffer.from([
    ...Buffer.from('GIF89a'),
    ...[...small(width), ...small(height), 0, 0, 0],
    ...frames.flatMap(([wide = 0, high = 0]) => [0x2c, 0, 0, 0, 0, ...small(wide), ...small(high), 0, 2, 1, 0, 0]),
    0x3b,
  ]);

/** A WebP with a canvas, and a still picture inside of its own size. */
export function webpOf(canvas: readonly [number, number] | null, still: readonly [number, number] | null): Buffer {
  const three = (value: number): readonly number[] => [value & 255, (value >> 8) & 255, value >> 16];
  const part = (name: string, bytes: readonly number[]): readonly number[] => [
    ...Buffer.from(name),
    ...small(bytes.length),
    0,
    0,
    ...bytes,
    ...(bytes.length % 2 ? [0] : []),
  ];
  const inside = [
    ...(canvas ? part('VP8X', [0, 0, 0, 0, ...three(canvas[0] - 1), ...three(canvas[1] - 1)]) : []),
    ...(still ? part('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...small(still[0]), ...small(still[1]), 0, 0]) : []),
  ];
  return Buffer.from([...Buffer.from('RIFF'), ...small(inside.length + 4), 0, 0, ...Buffer.from('WEBP'), ...inside]);
}

/** A drawing with these parts. */
export const svgOf = (parts: string, attributes = 'width="400" height="300"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${parts}</svg>`;

/** Groups that each use the one before so many times: `wide` to the power of `deep`. */
export const nestedUses = (deep: number, wide: number): string => {
  const levels = Array.from(
    { length: deep },
    (_, at) => `<g id="a${at + 1}">${`<use xlink:href="#a${at}" x="1"/>`.repeat(wide)}</g>`,
  );
  return svgOf(
    `<defs><g id="a0"><rect width="1" height="1"/></g>${levels.join('')}</defs><use xlink:href="#a${deep}"/>`,
  );
};

/** A chain of paint, masks or whatever else names the one before, each for several shapes. */
const chained = (deep: number, wide: number, level: (at: number, shapes: string) => string, name: string): string =>
  svgOf(
    Array.from({ length: deep }, (_, at) =>
      level(at, `<rect width="9" height="9"${at === 0 ? '' : ` ${name}="url(#a${at - 1})"`}/>`.repeat(wide)),
    ).join('') + `<rect width="9" height="9" ${name}="url(#a${deep - 1})"/>`,
  );

const DOTS = Array.from({ length: 400 }, (_, at) => `${at},${at % 7}`).join(' ');
const MANY = 'M0 0 L1000000 0 '.repeat(20);

/** As many parts, each made for its place in the row. */
const row = (times: number, made: (at: number) => string): string =>
  Array.from({ length: times }, (_, at) => made(at)).join('');
/** Curves across the whole picture, none like the one before. */
const curves = (times: number): string =>
  `M0 0${row(times, (at) => `C${(at * 97) % 400} ${(at * 61) % 300} ${(at * 53) % 400} 300 ${(at * 31) % 400} 0`)}`;
const FULL = 'width="400" height="300"';
const GRADIENT = '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>';

/** Drawings of a few kilobytes that would cost a window its life, or minutes; by what is too much in them. */
export const SVG_BOMBS: Readonly<Record<string, string>> = {
  uses: nestedUses(10, 10),
  'uses of itself': svgOf('<g id="a"><use href="#a"/></g>'),
  'uses round two corners': svgOf('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
  'a long chain of uses': svgOf(
    Array.from({ length: 2_000 }, (_, at) => `<g id="a${at}"><use href="#a${at + 1}"/></g>`).join(''),
  ),
  patterns: chained(8, 10, (at, shapes) => `<pattern id="a${at}" width="9" height="9">${shapes}</pattern>`, 'fill'),
  masks: chained(6, 10, (at, shapes) => `<mask id="a${at}">${shapes}</mask>`, 'mask'),
  'clip paths': chained(8, 10, (at, shapes) => `<clipPath id="a${at}">${shapes}</clipPath>`, 'clip-path'),
  markers: svgOf(
    `<marker id="a0"><path d="M0 0h1"/></marker>${[1, 2, 3].map((at) => `<marker id="a${at}"><polyline points="${DOTS}" marker-mid="url(#a${at - 1})"/></marker>`).join('')}<polyline points="${DOTS}" marker-mid="url(#a3)"/>`,
  ),
  'paint handed down': svgOf(
    `<pattern id="p" width="9" height="9">${'<rect width="1" height="1"/>'.repeat(2_000)}</pattern><g fill="url(#p)">${'<rect width="1" height="1"/>'.repeat(2_000)}</g>`,
  ),
  'paint by style': svgOf(
    `<style>rect { fill: url(#p) }</style><pattern id="p" width="9" height="9">${'<circle r="1"/>'.repeat(2_000)}</pattern>${'<rect width="1" height="1"/>'.repeat(2_000)}`,
  ),
  'a filter with octaves, radius and blur': svgOf(
    '<filter id="f"><feTurbulence baseFrequency="0.9" numOctaves="1000" result="a"/><feMorphology in="a" radius="900"/><feGaussianBlur stdDeviation="500"/></filter><rect width="3000" height="3000" filter="url(#f)"/>',
  ),
  'a filter of many steps': svgOf(
    `<filter id="f">${'<feGaussianBlur stdDeviation="90"/>'.repeat(300)}</filter><rect width="9" height="9" filter="url(#f)"/>`,
  ),
  'a filter that takes each result twice': svgOf(
    `<filter id="f">${Array.from(
      { length: 30 },
      (_, at) => `<feBlend in="r${at - 1}" in2="r${at - 1}" result="r${at}"/>`,
    )
      .join('')
      .replace('in="r-1" in2="r-1"', '')}</filter><rect filter="url(#f)"/>`,
  ),
  'a filter on everything': svgOf(
    `<style>*{filter:url(#f)}</style><filter id="f"><feGaussianBlur stdDeviation="9"/></filter>${'<rect width="9" height="9"/>'.repeat(2_000)}`,
  ),
  'a filter without an element': svgOf(`${'<rect width="99" height="99" style="filter:blur(90px)"/>'.repeat(2_000)}`),
  'a region of a filter': svgOf(
    '<filter id="f" width="100000%" height="100000%"><feFlood/></filter><rect width="9" height="9" filter="url(#f)"/>',
  ),
  dashes: svgOf(`<path stroke="red" stroke-dasharray="0.001" d="${MANY}"/>`),
  'dashes handed down, in exponents': svgOf(`<g style="stroke-dasharray: 1e-5 1e-5"><line x2="1000000" y2="9"/></g>`),
  'dashes of a length that is only said': svgOf('<path stroke-dasharray="1" pathLength="900000000" d="M0 0h9"/>'),
  'lamps on filters': svgOf(
    `<filter id="f">${'<feDiffuseLighting><fePointLight x="1" y="1" z="9"/></feDiffuseLighting>'.repeat(19)}</filter>${'<rect width="900" height="700" filter="url(#f)"/>'.repeat(9)}`,
  ),
  'dashes on the screen, handed down': svgOf(
    `<g stroke-dasharray="5">${'<path vector-effect="non-scaling-stroke" transform="scale(1000000)" d="M0 0h1v1"/>'.repeat(900)}</g>`,
  ),
  'dashes round letters': svgOf(
    `<g stroke-dasharray="0.01" font-size="900">${'<text transform="translate(9 600)">B</text>'.repeat(900)}</g>`,
  ),
  'a huge font': svgOf('<text font-size="9000000">A</text>'),
  'a huge number': svgOf('<rect width="1e300" height="9"/>'),
  letters: svgOf(`<defs><text id="t">${'word '.repeat(2_000)}</text></defs>${'<use href="#t"/>'.repeat(200)}`),
  nesting: svgOf(`${'<g>'.repeat(5_000)}${'</g>'.repeat(5_000)}`),
  elements: svgOf('<g/>'.repeat(100_001)),
  'a page without an end': svgOf('<rect width="1" height="1"/>', 'viewBox="0 0 1 1000000"'),
  'groups that shine through': svgOf(
    `<style>.a { opacity: .9 }</style>${'<g class="a"><path d="M0 0h9"/><path/></g>'.repeat(2_500)}`,
  ),
  'a style for what comes after': svgOf(`<style>.x ~ g { fill: red }</style>${'<g/>'.repeat(40_000)}`),
  'a style for what has something after it': svgOf(`<style>g:has(~ .x) { fill: red }</style>${'<g/>'.repeat(40_000)}`),
  'a style in a style': svgOf(`<style>g:not(.x ~ g) { fill: red }</style>${'<g/>'.repeat(40_000)}`),
  'a style for what lies deep': svgOf(
    `<style>.x > g g > g g > g g > g { fill: red }</style>${'<g>'.repeat(90)}${'<g/>'.repeat(5_000)}${'</g>'.repeat(90)}`,
  ),
  'a style for parts of long values': svgOf(
    `<style>${`[d*="${'0 '.repeat(400)}1"] { fill: red }`.repeat(100)}</style><path d="M0 0${' 0'.repeat(50_000)}"/>`,
  ),
  'gradients over everything': svgOf(`${GRADIENT}${`<rect ${FULL} fill="url(#g)"/>`.repeat(6_000)}`),
  'gradients along wide lines': svgOf(
    `${GRADIENT}<g stroke-width="900">${'<rect width="1" height="1" stroke="url(#g)"/>'.repeat(6_000)}</g>`,
  ),
  'blurs without an element': svgOf(`<rect ${FULL} style="filter:blur(20px)"/>`.repeat(240)),
  'clip paths of many curves': svgOf(
    row(
      6,
      (at) => `<clipPath id="c${at}"><path d="${curves(2_000)}"/></clipPath><rect ${FULL} clip-path="url(#c${at})"/>`,
    ),
  ),
  'many clip paths of curves': svgOf(
    row(
      90,
      (at) => `<clipPath id="c${at}"><path d="${curves(120)}"/></clipPath><rect ${FULL} clip-path="url(#c${at})"/>`,
    ),
  ),
  'stroked curves': svgOf(`<path fill="none" stroke="red" stroke-width="30" d="${curves(15_000)}"/>`),
  'filled curves': svgOf(`<path d="${curves(15_000)}"/>`),
  'round corners of a wide line': svgOf(
    `<path stroke="red" stroke-width="300" stroke-linejoin="round" d="M0 0${'l1 2l-1-2'.repeat(20_000)}"/>`,
  ),
  blanks: svgOf(`<text xml:space="preserve">${' '.repeat(300_000)}</text>`),
  'a huge pattern that is turned': svgOf(
    `<pattern id="p" width="3000" height="3000" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><circle r="900"/></pattern>${`<rect ${FULL} fill="url(#p)"/>`.repeat(300)}`,
  ),
  'a tiny pattern': svgOf(
    `<pattern id="p" width="1" height="1" patternUnits="userSpaceOnUse"><path d="M0 0h.5"/></pattern>${`<rect ${FULL} fill="url(#p)"/>`.repeat(2_000)}`,
  ),
  'one mask on many': svgOf(`<mask id="m"><rect ${FULL}/></mask>${`<rect ${FULL} mask="url(#m)"/>`.repeat(900)}`),
  'layers in layers': svgOf(`${'<g opacity=".9">'.repeat(90)}<path/><path/>${'</g>'.repeat(90)}`),
  'blends with what is below': svgOf(`<rect ${FULL} style="mix-blend-mode:luminosity"/>`.repeat(900)),
  'many rectangles': svgOf(
    `<g id="a">${'<rect width="1" height="1"/>'.repeat(3_000)}</g>${'<use href="#a"/>'.repeat(29)}`,
  ),
  'many paths, used often': svgOf(
    `<g id="a">${'<path stroke="red" d="M0 0c9 0 0 9 9 9s9 0 9-9"/>'.repeat(400)}</g>${'<use href="#a"/>'.repeat(450)}`,
  ),
  'symbols of a size of their own': svgOf(
    `<symbol id="a" viewBox="0 0 9 9"><path d="M0 0h9"/></symbol>${'<use href="#a" width="9" height="9"/>'.repeat(9_000)}`,
  ),
  'letters of every size': svgOf(row(2_000, (at) => `<text y="99" font-size="${9 + at / 100}">abcdefghij</text>`)),
  'letters of every family': svgOf(row(2_000, (at) => `<text y="99" font-family="f${at}">abcdefghij</text>`)),
  'letters, each in its place': svgOf(`<text y="99" x="${'9 8 '.repeat(9_000)}">${'ab'.repeat(9_000)}</text>`),
  'letters along a path': svgOf(
    `<path id="p" d="${curves(200)}"/>${'<text><textPath href="#p">a word or two</textPath></text>'.repeat(500)}`,
  ),
  'a filter that looks far': svgOf(
    `<filter id="f"><feMorphology radius="40"/></filter>${`<rect ${FULL} filter="url(#f)"/>`.repeat(4)}`,
  ),
  'a filter that looks far once it is drawn large': svgOf(
    '<filter id="f"><feMorphology radius="5"/></filter><rect width="4" height="3" filter="url(#f)"/>',
    'viewBox="0 0 4 3"',
  ),
  'a filter that weighs its neighbours': svgOf(
    `<filter id="f"><feConvolveMatrix order="9" kernelMatrix="${'1 '.repeat(81)}"/></filter>${`<rect ${FULL} filter="url(#f)"/>`.repeat(4)}`,
  ),
  'filters in filters': svgOf(
    `<filter id="f"><feGaussianBlur stdDeviation="5"/></filter>${'<g filter="url(#f)">'.repeat(24)}<rect ${FULL}/>${'</g>'.repeat(24)}`,
  ),
  'a huge side': svgOf('<rect width="1" height="1"/>', 'width="90000" height="90000"'),
};
