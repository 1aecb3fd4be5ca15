import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '#support/shared.ts';
import { typeByContent, typeByName } from '#tool/lint/image-type.ts';
import { activeParts } from '#tool/lint/svg.ts';
import { PNG, SVG } from './pack-in-memory.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (mark) => mark.charCodeAt(0));

describe('the type of a picture', () => {
  test.each([
    ['a.PNG', 'image/png'],
    ['a.b.jpeg', 'image/jpeg'],
    ['x/a.svg', 'image/svg+xml'],
    ['a.bmp', null],
    ['png', null],
  ])('by name: %s', (name, type) => expect(typeByName(name)).toBe(type));

  test.each([
    ['PNG', PNG, { type: 'image/png', size: { width: 1, height: 1 } }],
    ['GIF', latin('GIF89a\x03\x00\x02\x00'), { type: 'image/gif', size: { width: 3, height: 2 } }],
    [
      'JPEG',
      latin('\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x0b\x08\x00\x02\x00\x03xxxx'),
      { type: 'image/jpeg', size: { width: 3, height: 2 } },
    ],
    ['JPEG cut short', latin('\xff\xd8\xff\xe0'), { type: 'image/jpeg' }],
    [
      'WebP',
      latin(`RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00\x01\x00\x00`),
      { type: 'image/webp', size: { width: 3, height: 2 } },
    ],
    ['SVG', bytes(SVG), { type: 'image/svg+xml', size: { width: 4, height: 2 } }],
    [
      'SVG after much',
      bytes('\ufeff<?xml version="1.0"?>\n<!-- a --><!DOCTYPE svg PUBLIC "a" "b">\n<svg width="3px" height="2"/>'),
      { type: 'image/svg+xml', size: { width: 3, height: 2 } },
    ],
    ['HTML', bytes('<html><svg/></html>'), null],
    ['text', bytes('svg'), null],
    ['nothing', bytes(''), null],
  ])('by content: %s', (_name, content, expected) => expect(typeByContent(content)).toEqual(expected));
});

describe('what an SVG may not do', () => {
  const inside = (part: string): Uint8Array => bytes(`<svg xmlns="http://www.w3.org/2000/svg">\n${part}</svg>`);

  test.each([
    ['<script>1</script>', 'element <script>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>', 'element <script>'],
    ['<g onclick="1"/>', 'handler onclick'],
    ['<g\nONLOAD = 1/>', 'handler ONLOAD'],
    ['<foreignObject><p/></foreignObject>', 'element <foreignObject>'],
    ['<a href="https://example.com"/>', 'address "https://example.com"'],
    ['<a xlink:href=" java&#115;cript:1"/>', 'address " javascript:1"'],
    ['<use href="other.svg#a"/>', 'address "other.svg#a"'],
    ['<image href="data:image/svg+xml;base64,AA"/>', 'address "data:image/svg+xml;base64,AA"'],
    ['<set attributeName="href" to="javascript:1"/>', 'element <set>'],
    ['<style>@import "a.css";</style>', 'style "@import"'],
    ['<path fill="url(https://example.com/a)"/>', 'style "url(https://example.com/a"'],
    ['<path style="fill:u\\72l(//a)"/>', 'escape in a style'],
    ['<path style="fill:u&#114;l(//a)"/>', 'escape in a style'],
    ['<style><![CDATA[ <!-- ]]></style><script/><!-- -->', 'element <script>'],
  ])('%s', (part, what) => expect(activeParts(inside(part)).map((one) => one.what)).toContain(what));

  test('the place is told', () => {
    expect(activeParts(inside('\n  <script/>'))).toEqual([{ line: 3, column: 3, what: 'element <script>' }]);
  });

  test('entities and other encodings', () => {
    expect(activeParts(bytes('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'))[0]?.what).toBe('entities');
    expect(activeParts(Uint8Array.of(0xff, 0xfe, 0x3c))[0]?.what).toBe('bytes that are not UTF-8');
  });

  test('a plain picture may have gradients, its own style, text and embedded pictures', () => {
    const plain = `<title>Only one: a\\b</title><style>.a{fill:url(#g)}</style><use xlink:href="#a"/>
      <path fill='url("#g")' d="M0 0"/><image href="data:image/png;base64,iVBORw0KGgo="/><text>on = off</text>`;
    expect(activeParts(inside(plain))).toEqual([]);
    expect(activeParts(bytes(SVG))).toEqual([]);
  });

  const hostile = sharedPath('hostile/images');
  describe.skipIf(hostile === null)('pictures that were made to attack', () => {
    for (const name of hostile === null ? [] : readdirSync(hostile)) {
      test(name, () => {
        const content = readFileSync(`${hostile}/${name}`);
        if (name.endsWith('.svg')) expect(activeParts(content)).not.toEqual([]);
        else expect(typeByContent(content)?.type).toBe(typeByName(name));
      });
    }
  });
});
