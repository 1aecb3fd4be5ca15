import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPicture } from '#domain/picture/picture.ts';
import { PNG } from '#support/make-pack.ts';
import { gifOf, jpegOf, nestedUses, pngOf, SVG_BOMBS, svgOf, webpOf } from '#support/pictures-made.ts';
import { processorMs } from '#support/processor-time.ts';
import { sharedPath } from '#support/shared.ts';
import { sourceFiles } from '#support/source-files.ts';
import { typeByName } from '#tool/lint/image-type.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (mark) => mark.charCodeAt(0));
const codes = (content: Uint8Array): readonly string[] => checkPicture(content).faults.map(({ code }) => code);
const of = (content: string): unknown => {
  const [fault] = checkPicture(bytes(content)).faults;
  return fault?.code === 'costly' ? fault.of : fault?.code === 'active' ? fault.what : fault?.code;
};

describe('B3 a picture is what its bytes are', () => {
  test.each([
    ['PNG', PNG, { type: 'image/png', size: { width: 1, height: 1 } }],
    ['GIF', gifOf(3, 2), { type: 'image/gif', size: { width: 3, height: 2 } }],
    ['JPEG', jpegOf(3, 2), { type: 'image/jpeg', size: { width: 3, height: 2 } }],
    ['WebP', webpOf([3, 2], [3, 2]), { type: 'image/webp', size: { width: 3, height: 2 } }],
    ['WebP without a canvas', webpOf(null, [3, 2]), { type: 'image/webp', size: { width: 3, height: 2 } }],
    [
      'SVG',
      bytes(svgOf('<path d="M0 0h4v2z"/>', 'viewBox="0 0 4 2"')),
      { type: 'image/svg+xml', size: { width: 4, height: 2 } },
    ],
    [
      'SVG after much',
      bytes(
        '\ufeff<?xml version="1.0"?>\n<!-- a --><!DOCTYPE svg PUBLIC "a" "b">\n<svg xmlns="http://www.w3.org/2000/svg" width="3px" height="2"/>',
      ),
      { type: 'image/svg+xml', size: { width: 3, height: 2 } },
    ],
  ])('%s', (_, content, expected) => expect(checkPicture(content)).toEqual({ ...expected, faults: [] }));

  test.each([
    ['HTML', bytes('<html><svg/></html>')],
    ['text', bytes('svg')],
    ['nothing', bytes('')],
    ['a PDF', bytes('%PDF-1.7')],
    ['an AVIF', latin('\x00\x00\x00\x1cftypavif\x00\x00\x00\x00')],
    ['a drawing that is compressed', latin('\x1f\x8b\x08\x00')],
  ])('%s is none', (_, content) =>
    expect(checkPicture(content)).toEqual({ type: null, faults: [{ code: 'unknown' }] }),
  );
});

describe('B3 a picture that cannot be drawn is refused by its header', () => {
  test('30,000 pixels square are too many, 16,000 are not', () => {
    expect(checkPicture(pngOf(30_000, 30_000)).faults).toEqual([{ code: 'large', width: 30_000, height: 30_000 }]);
    expect(codes(pngOf(16_000, 16_000))).toEqual([]);
    expect(codes(jpegOf(30_000, 30_000))).toEqual(['large']);
    expect(codes(gifOf(30_000, 30_000))).toEqual(['large']);
    expect(codes(webpOf([30_000, 30_000], [9, 9]))).toEqual(['large']);
    expect(codes(pngOf(1_200, 40_000))).toEqual([]);
    expect(codes(pngOf(2_000_000_000, 1))).toEqual(['large']);
  });

  test.each([
    [
      'a frame larger than its screen',
      gifOf(9, 9, [
        [9, 9],
        [60_000, 60_000],
      ]),
      'large',
    ],
    [
      'many frames',
      gifOf(
        9,
        9,
        Array.from({ length: 3_000 }, () => [9, 9]),
      ),
      'frames',
    ],
    [
      'large frames',
      gifOf(
        9_000,
        9_000,
        Array.from({ length: 60 }, () => [9_000, 9_000]),
      ),
      'frames',
    ],
    ['many frames of a PNG', pngOf(9, 9, { frames: 3_000 }), 'frames'],
    ['many passes', jpegOf(9, 9, 500), 'frames'],
    ['no size', pngOf(0, 9), 'damaged'],
    ['a header cut short', PNG.subarray(0, 20), 'damaged'],
    ['a header and nothing else', latin('\xff\xd8\xff\xe0'), 'damaged'],
    ['two headers', Buffer.concat([pngOf(9, 9).subarray(0, 33), pngOf(9, 9).subarray(8)]), 'damaged'],
    ['two frame headers', Buffer.concat([jpegOf(9, 9).subarray(0, 21), jpegOf(60_000, 60_000).subarray(2)]), 'damaged'],
    ['a GIF without a frame', gifOf(9, 9, []), 'damaged'],
    ['a WebP without a picture', webpOf([9, 9], null), 'damaged'],
  ])('%s', (_, content, code) => expect(codes(content)).toEqual([code]));

  test('what stops in the middle is drawn as far as it goes, and known', () => {
    expect(checkPicture(pngOf(9, 9, { whole: false }))).toMatchObject({ cut: true, faults: [] });
    expect(checkPicture(jpegOf(9, 9).subarray(0, -2))).toMatchObject({ cut: true, faults: [] });
    expect(checkPicture(gifOf(9, 9).subarray(0, -1))).toMatchObject({ cut: true, faults: [] });
  });
});

describe('B3 a drawing that would cost a window its life is refused', () => {
  test.each(Object.entries(SVG_BOMBS))('%s', (_, content) => {
    expect(content.length).toBeLessThan(450_000);
    const took = processorMs(() => {
      expect(checkPicture(bytes(content)).faults.map(({ code }) => code)).toEqual([
        expect.stringMatching(/^(?:costly|large)$/),
      ]);
    });
    // Not a measure: what is not linear takes minutes here.
    expect(took).toBeLessThan(5_000);
  });

  test('what is large and honest is not', () => {
    expect(of(nestedUses(3, 10))).toBeUndefined();
    expect(of(svgOf('<rect width="1" height="1"/>'.repeat(20_000)))).toBeUndefined();
    expect(
      of(svgOf(`<path stroke-dasharray="4 2" d="${'L 10 20 '.repeat(3_000).replace('L', 'M')}"/>`)),
    ).toBeUndefined();
    const shadow =
      '<filter id="f"><feGaussianBlur in="SourceAlpha" stdDeviation="3"/><feOffset dx="2" dy="2" result="o"/><feMerge><feMergeNode in="o"/><feMergeNode in="SourceGraphic"/></feMerge></filter>';
    expect(of(svgOf(`${shadow}${'<rect width="90" height="40" filter="url(#f)"/>'.repeat(50)}`))).toBeUndefined();
    const gradient = '<linearGradient id="g"><stop offset="0"/><stop offset="1"/></linearGradient>';
    expect(
      of(svgOf(`${gradient}<g fill="url(#g)">${'<rect width="9" height="9"/>'.repeat(5_000)}</g>`)),
    ).toBeUndefined();
  });

  test('nor are maps, charts and meshes as programs write them', () => {
    const walk = 'l1 2 -2 1 3-2-1-1';
    expect(
      of(svgOf(`<path fill="#cde" stroke="#fff" d="M9 9${walk.repeat(15_000)}z"/>`, 'viewBox="0 0 960 500"')),
    ).toBeUndefined();
    const cell = '<path d="M9 9h4v4h-4z" clip-path="url(#c)" style="fill: #440154"/>';
    expect(
      of(
        svgOf(
          `<clipPath id="c"><rect x="9" y="9" width="357" height="266"/></clipPath>${cell.repeat(5_000)}`,
          'width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6"',
        ),
      ),
    ).toBeUndefined();
    const dashed = `<path d="M9 9${walk.repeat(1_000)}" style="fill: none; stroke-dasharray: 5.55,2.4; stroke-width: 1.5"/>`;
    expect(of(svgOf(dashed.repeat(16), 'viewBox="0 0 864 864"'))).toBeUndefined();
    const words = '<text font-family="Arial" font-size="12" x="9" y="9">Some twenty letters.</text>';
    expect(of(svgOf(words.repeat(1_000), 'viewBox="0 0 900 600"'))).toBeUndefined();
  });

  test('nor are the styles of drawing programs', () => {
    const style =
      '#m .node rect, #m .a > path:first-child, text tspan + tspan, g:not(.b) .c, g:nth-child(2n + 1), [id="a ~ b"] { fill: red }';
    expect(of(svgOf(`<style>${style.repeat(40)}</style>${'<g class="c"/>'.repeat(2_000)}`))).toBeUndefined();
  });

  test('a picture inside it is looked at as well', () => {
    const image = (content: Uint8Array) =>
      svgOf(`<image width="9" height="9" href="data:image/png;base64,${Buffer.from(content).toString('base64')}"/>`);
    expect(of(image(PNG))).toBeUndefined();
    expect(of(image(pngOf(30_000, 30_000)))).toBe('pictures');
    expect(of(image(pngOf(9_000, 9_000)))).toBe('pictures');
    expect(of(image(bytes(svgOf('<g/>'))))).toBe('pictures');
  });
});

describe('B3 what a drawing may hold is on a list', () => {
  test.each([
    ['<script>1</script>', 'element <script>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>', 'element <script>'],
    ['<g onclick="1"/>', 'handler onclick'],
    ['<g\nONLOAD = "1"/>', 'handler ONLOAD'],
    ['<g ev:event="click" xmlns:ev="http://www.w3.org/2001/xml-events"/>', 'attribute ev:event'],
    ['<g invented="1"/>', 'attribute invented'],
    ['<foreignObject><p/></foreignObject>', 'element <foreignObject>'],
    ['<p xmlns="http://www.w3.org/1999/xhtml"/>', 'element <p>'],
    ['<a href="data:text/html,x"/>', 'address "data:text/html,x"'],
    ['<use href="https://example.com"/>', 'address "https://example.com"'],
    ['<a xlink:href=" java&#115;cript:1"/>', 'address " javascript:1"'],
    ['<use href="other.svg#a"/>', 'address "other.svg#a"'],
    ['<use href="#a%62"/>', 'address "#a%62"'],
    ['<image href="data:image/svg+xml;base64,AA"/>', 'address "data:image/svg+xml;base64,AA"'],
    ['<image href="https://example.com/a.png"/>', 'address "https://example.com/a.png"'],
    ['<g xml:base="https://example.com"/>', 'attribute xml:base'],
    ['<set attributeName="href" to="javascript:1"/>', 'element <set>'],
    ['<animateTransform dur="1s"/>', 'element <animateTransform>'],
    ['<feImage href="#a"/>', 'element <feImage>'],
    ['<style>@import "a.css";</style>', 'style "@import"'],
    ['<style>@font-face{src:url(data:font/woff;base64,AA)}</style>', 'style "@font-face"'],
    ['<style>@keyframes a{to{fill:red}} g{animation:a 1s}</style>', 'style "@keyframes"'],
    ['<g style="animation:a 1s infinite"/>', 'style "animation"'],
    ['<g style="--a:1"/>', 'style "--a"'],
    ['<g style="fill:var(--a)"/>', 'style "var(--a)"'],
    ['<g style="background-image:url(#a)"/>', 'style "background-image"'],
    ['<path fill="url(https://example.com/a)"/>', 'style "url(https://example.com/a)"'],
    ['<path style="fill:u\\72l(//a)"/>', 'escape in a style'],
    ['<path style="fill:u&#92;72l(//a)"/>', 'escape in a style'],
    ['<path stroke-dasharray="/*99999*/0.001"/>', 'comment in a style'],
    ['<style><![CDATA[ <!-- ]]></style><script/><!-- -->', 'element <script>'],
  ])('%s', (part, what) => {
    const { faults } = checkPicture(bytes(svgOf(`\n${part}`)));
    expect(faults.map((fault) => (fault.code === 'active' ? fault.what : fault.code))).toContain(what);
  });

  test.each([
    ['entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', 'entities'],
    [
      'entities of entities',
      `<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${svgOf('<text>&c;</text>')}`,
      'entities',
    ],
    ['an entity that nobody named', svgOf('<text>&nbsp;</text>'), 'entities'],
    ['a style sheet from outside', `<?xml-stylesheet href="a.css"?>${svgOf('')}`, 'style sheet from outside'],
    ['another encoding', `<?xml version="1.0" encoding="UTF-7"?>${svgOf('')}`, 'another encoding than UTF-8'],
    ['what is not whole', svgOf('<g>').slice(0, -6), 'damaged'],
    ['what no reader of XML takes', '<svg xmlns="http://www.w3.org/2000/svg" a=1/>', 'damaged'],
    ['no vocabulary', '<svg width="9" height="9"/>', 'damaged'],
  ])('%s', (_, content, what) => expect(of(content)).toBe(what));

  test('other encodings by their bytes, and the place of what is refused', () => {
    expect(checkPicture(Buffer.concat([bytes(svgOf('')), Buffer.of(0xff)])).faults).toEqual([
      { code: 'active', what: 'bytes that are not UTF-8', at: 0 },
    ]);
    const text = svgOf('<g>\n  <script/></g>');
    expect(checkPicture(bytes(text)).faults).toEqual([
      { code: 'active', what: 'element <script>', at: text.indexOf('<script') },
    ]);
  });

  test('a plain picture may have gradients, its own style, text, what drawing programs leave, and embedded pictures', () => {
    const plain = `<title>Only one: a\\b</title><style>/* a */ .a, g > rect:hover {fill:url(#g); font-family: "A;B"} @media print { .b { fill: red } }</style>
      <linearGradient id="g" xlink:href="#h"/><linearGradient id="h"><stop offset="1" style="stop-color:#fff;stop-opacity:.5"/></linearGradient>
      <use xlink:href="#a"/><path class="a" fill='url("#g")' d="M0 0"/><image href="data:image/png;base64,${PNG.toString('base64')}"/><text>on = off</text>
      <sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="base" pagecolor="#fff"/>
      <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><a href="#g"><circle r="1"/></a>
      <a href="https://www.gov.uk/"><text>a</text></a><a xlink:href="other.svg#b"/><a href="mailto:a@b.uk"/>`;
    expect(checkPicture(bytes(svgOf(plain))).faults).toEqual([]);
  });
});

describe('B3 every picture of real guidance is drawn', () => {
  const corpora = sharedPath('corpora');
  const under = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const files = [...under('content'), ...(corpora === null ? [] : under(corpora))].filter(
    (path) => typeByName(path) !== null,
  );
  test(`${files.length} of them`, () => {
    expect(files.length).toBeGreaterThan(7);
    const refused = files.flatMap((path) => {
      const { type, faults } = checkPicture(readFileSync(path));
      return type === typeByName(path) && faults.length === 0 ? [] : [[path, type, faults]];
    });
    expect(refused).toEqual([]);
  });
});

describe('pictures that were made to attack', () => {
  const hostile = sharedPath('hostile/images');
  test.skipIf(hostile === null)('are refused, or are the plain picture that their name says', () => {
    for (const name of hostile === null ? [] : readdirSync(hostile)) {
      const { type, faults } = checkPicture(readFileSync(`${hostile}/${name}`));
      if (name.endsWith('.svg')) expect([name, faults.length > 0]).toEqual([name, true]);
      else expect([name, type]).toEqual([name, typeByName(name)]);
    }
  });
});

test('B3 a blob: address is made in one place, behind the check', () => {
  const users = sourceFiles('src').filter(({ code }) => /createObjectURL|new Blob\(/.test(code));
  expect(users.map(({ path }) => path).sort()).toEqual([
    'src/renderer/instruments/writing/drawn/drawn-picture.ts',
    'src/renderer/instruments/writing/picture-form.tsx',
    'src/renderer/store/notes/picture-check.ts',
    'src/renderer/ui/blob-image.tsx',
  ]);
});
