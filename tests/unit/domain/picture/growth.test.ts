import { expect, test } from 'vitest';
import { checkPicture } from '#domain/picture/picture.ts';
import { svgOf } from '#support/pictures-made.ts';
import { processorMs } from '#support/processor-time.ts';

/** Each with a part that is repeated: what a pattern over it might go back over. */
const MADE: Readonly<Record<string, (times: number) => string>> = {
  elements: (n) => svgOf('<g/>'.repeat(n / 4)),
  text: (n) => svgOf(`<text>${'a b '.repeat(n)}</text>`),
  'a path': (n) => svgOf(`<path d="${'M 1 2 '.repeat(n)}"/>`),
  'marks of numbers': (n) => svgOf(`<path d="${'-'.repeat(n)}"/>`),
  exponents: (n) => svgOf(`<path d="${'1e'.repeat(n)}"/>`),
  'one long number': (n) => svgOf(`<g stroke-dasharray="${'1'.repeat(n)}x"/>`),
  dashes: (n) => svgOf(`<g stroke-dasharray="${'1 '.repeat(n)}x"/>`),
  'rules of style': (n) => svgOf(`<style>${'a{fill:red}'.repeat(n / 20)}</style>`),
  'comments that end': (n) => svgOf(`<style>${'/**/'.repeat(n)}</style>`),
  'comments that do not': (n) => svgOf(`<style>${'/*'.repeat(n)}</style>`),
  'blocks that do not end': (n) => svgOf(`<style>${'@media x{'.repeat(n)}</style>`),
  'blocks that end': (n) => svgOf(`<style>${'@media x{}'.repeat(n)}</style>`),
  selectors: (n) => svgOf(`<style>${'a '.repeat(n)}{fill:red}</style>`),
  declarations: (n) => svgOf(`<g style="${'fill:red;'.repeat(n)}"/>`),
  'quotes in declarations': (n) => svgOf(`<g style="${"fill:'".repeat(n)}"/>`),
  brackets: (n) => svgOf(`<g fill="${'('.repeat(n)}"/>`),
  'addresses without an end': (n) => svgOf(`<g fill="url(${' '.repeat(n)}"/>`),
  'many addresses': (n) => svgOf(`<g fill="${'url(#a) '.repeat(n)}"/>`),
  'many addresses in quotes': (n) => svgOf(`<g fill="${"url('#a".repeat(n)}"/>`),
  'an address of spaces': (n) => svgOf(`<use href="${' '.repeat(n)}x"/>`),
  functions: (n) => svgOf(`<g filter="${'blur(1px) '.repeat(n)}"/>`),
  'one long word': (n) => svgOf(`<g filter="${'a'.repeat(n)}"/>`),
  classes: (n) => svgOf(`<g class="${'a '.repeat(n)}"/>`),
  'the same id': (n) => svgOf(`${'<g id="a"/>'.repeat(n / 10)}${'<use href="#a"/>'.repeat(20)}`),
  'letters by number': (n) => svgOf(`<text>${'&#65;'.repeat(n)}</text>`),
  'spaces in a tag': (n) => svgOf(`<g${' '.repeat(n)}/>`),
  'what stands before it': (n) => `${'<!-- -->'.repeat(n)}${svgOf('')}`,
  'a doctype': (n) => `<!DOCTYPE svg [${']  '.repeat(n)}>${svgOf('')}`,
};

/** The best of three, which another program on the machine spoils least. */
function timeOf(content: string): number {
  const bytes = new TextEncoder().encode(content);
  return Math.min(...[1, 2, 3].map(() => processorMs(() => checkPicture(bytes))));
}

test.each(Object.entries(MADE))('B3 the time of the check grows with the file alone: %s', (_, made) => {
  timeOf(made(2_000));
  const [once, eight] = [timeOf(made(8_000)), timeOf(made(64_000))];
  // Eight times as long; sixty-four times where it is not linear.
  expect(eight).toBeLessThan(Math.max(once, 20) * 32);
});

test('B3 what is quadratic in a raster picture is not there either', () => {
  const bytes = new Uint8Array(5_000_000).fill(0xff);
  for (const start of ['\x89PNG\r\n\x1a\n', 'GIF89a', '\xff\xd8\xff', 'RIFF____WEBP']) {
    for (let at = 0; at < start.length; at += 1) bytes[at] = start.charCodeAt(at);
    // Not a measure: what is quadratic takes minutes here.
    expect(processorMs(() => checkPicture(bytes))).toBeLessThan(5_000);
  }
});
