import { createHash } from 'node:crypto';
import type { Conversions } from '#domain/bundle/conversions.ts';
import { takeFrontMatter } from '#markdown/front-matter.ts';
import { visibleText } from '#markdown/invisible.ts';
import { fromComment, fromProse } from '#markdown/prose.ts';
import { noteHtml } from './note-html.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What bundles need, from the one Markdown pipeline and from Node. */
export const conversions: Conversions = {
  hash: sha256,
  fromProse,
  fromComment,
  toHtml: noteHtml,
  visible: visibleText,
  frontMatter: (source) => {
    const { frontMatter, body } = takeFrontMatter(source);
    return { front: frontMatter !== null && 'data' in frontMatter ? frontMatter.data : null, body };
  },
};
