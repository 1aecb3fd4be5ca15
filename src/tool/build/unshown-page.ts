import type { UnshownReason } from '#domain/pack/page.ts';
import { takeFrontMatter } from '#markdown/front-matter.ts';
import { visibleText } from '#markdown/invisible.ts';
import type { UnshownPage } from '#markdown/parsed-page.ts';
import { countWords } from '#markdown/plain-text.ts';

/** A page that could not be parsed: its source as one section of text, and why. */
export function unshownPage(source: string, unshown: UnshownReason): UnshownPage {
  const { frontMatter, body } = takeFrontMatter(source);
  const text = visibleText(body).trim();
  const nothing = { headings: [], anchors: [], links: [], images: [], dropped: [] };
  return {
    ...nothing,
    unshown,
    frontMatter,
    sections: [{ id: '', heading: '', level: 1, text }],
    words: countWords(text),
  };
}
