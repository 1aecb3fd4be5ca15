import { createHash } from 'node:crypto';
import type { Conversions } from '#domain/bundle/conversions.ts';
import { takeFrontMatter } from '#markdown/front-matter.ts';
import { visibleText } from '#markdown/invisible.ts';
import { parsePage } from '#markdown/parse.ts';
import type { ParseContext } from '#markdown/parsed-page.ts';
import { plainText } from '#markdown/plain-text.ts';
import { fromComment, fromProse } from '#markdown/prose.ts';
import { noteHtml } from './note-html.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Characters of a short text; a bundle may have thousands of them. */
const SHORT = 2_000;
/** Without one of these nothing is a mark. */
const MARKS = /[#*_`[\]<>|~\\]|^[ \t]*[-+=\d]/m;

/** What is shown as one line has neither links nor pictures. */
const NOWHERE: ParseContext = {
  resolveLink: () => ({ kind: 'dead', reason: '' }),
  resolveImage: () => ({ kind: 'dead', reason: '' }),
};

function words(given: string, format: string): string {
  const markdown = fromProse(given.slice(0, SHORT), format, () => null);
  const page = MARKS.test(markdown) ? parsePage(`\n${markdown}`, NOWHERE) : null;
  const text = page === null || page.unshown ? markdown : plainText(page.tree);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // A heading and the items under it are read one after the other.
  const isOne = lines.length === 1;
  return lines.map((line) => (isOne || /[.,:;!?…]$/.test(line) ? line : `${line}.`)).join(' ');
}

/** What bundles need, from the one Markdown pipeline and from Node. */
export const conversions: Conversions = {
  hash: sha256,
  fromProse,
  picturesIn: (text) => ({ text, pictures: [] }),
  fromComment,
  toHtml: noteHtml,
  words,
  visible: visibleText,
  frontMatter: (source) => {
    const { frontMatter, body } = takeFrontMatter(source);
    return { front: frontMatter !== null && 'data' in frontMatter ? frontMatter.data : null, body };
  },
};
