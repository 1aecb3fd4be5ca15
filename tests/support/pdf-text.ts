// What a PDF of Chromium's printing says, read without a tool. Such files keep every object in the open, deflate their
// streams and name glyphs by numbers, which each font's `ToUnicode` map turns into letters. Not a reader of any PDF.
import { inflateSync } from 'node:zlib';

/** The text of each sheet in the order it is drawn, without white space: where lines break is the layout's matter. */
export function pdfSheets(pdf: Buffer): readonly string[] {
  const objects = readObjects(pdf);
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const letters = (font: string): ReadonlyMap<number, string> => {
    const known = fonts.get(font);
    if (known) return known;
    const map = readLetters(objects.get(refOf(objects.get(font)?.head ?? '', 'ToUnicode') ?? '')?.stream ?? '');
    fonts.set(font, map);
    return map;
  };
  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
    .map(({ head }) => {
      const names = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', ref = '']) => [name, ref]));
      const text = drawn(objects.get(refOf(head, 'Contents') ?? '')?.stream ?? '', (name) =>
        letters(names.get(name) ?? ''),
      );
      // Which letters are drawn as one is the font's matter: `ﬁ` is f and i.
      return text.replace(/[\ufb00-\ufb06]/g, (joined) => joined.normalize('NFKC'));
    });
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function readObjects(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/\n(\d+) 0 obj\n((?:(?!endobj)[\s\S])*?)(?:\bstream\r?\n|endobj)/g)) {
    const [whole, number = '', head = ''] = match;
    if (whole.endsWith('endobj')) objects.set(number, { head, stream: '' });
    else {
      const start = match.index + whole.length;
      const bytes = pdf.subarray(start, start + Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0));
      const stream = head.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
      objects.set(number, { head, stream: stream.toString('latin1') });
    }
  }
  return objects;
}

const refOf = (head: string, name: string): string | undefined => new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1];

function readLetters(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  const units = (hex: string): readonly number[] => (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>/g))
      letters.set(Number.parseInt(glyph, 16), String.fromCharCode(...units(to)));
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const start = Number.parseInt(from, 16);
      const [letter = 0] = units(first);
      for (let glyph = start; glyph <= Number.parseInt(to, 16); glyph += 1)
        letters.set(glyph, String.fromCharCode(letter + glyph - start));
    }
  }
  return letters;
}

function drawn(content: string, lettersOf: (font: string) => ReadonlyMap<number, string>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, font, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) letters = lettersOf(font);
    for (const glyph of hex?.match(/.{4}/g) ?? []) text += letters.get(Number.parseInt(glyph, 16)) ?? '';
  }
  return text.replace(/[\s\u00a0\u00ad]+/g, '');
}
