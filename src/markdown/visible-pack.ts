import type { GlossaryTerm } from '#domain/glossary.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import type { PageBody } from '#domain/pack/page.ts';
import { visibleText } from './invisible.ts';

/** What a pack says of itself, so that all of it can be seen: such words stand inside sentences of the app. */
export const visibleManifest = (manifest: Manifest): Manifest => ({
  ...manifest,
  ...visibleIn(manifest, ['title', 'version', 'publisher', 'summary', 'licence', 'notes']),
});

/** A page's facts and the words of its sections. Its tree is made so when it is sanitised. */
export const visiblePage = <Page extends Pick<PageBody, 'meta' | 'sections'>>(page: Page): Page => ({
  ...page,
  meta: {
    ...page.meta,
    ...visibleIn(page.meta, ['title', 'summary', 'jurisdiction', 'owner', 'status']),
    audience: page.meta.audience.map(visibleText),
    ask: page.meta.ask.map(visibleText),
    tags: page.meta.tags.map(visibleText),
    sources: page.meta.sources.map((source) => ({ ...source, ...visibleIn(source, ['title', 'publisher']) })),
  },
  sections: page.sections.map((section) => ({ ...section, ...visibleIn(section, ['heading', 'text']) })),
});

/** The same of a page in words alone. */
export const visibleWords = <Page extends Pick<PageBody, 'sections'> & { readonly title: string }>(
  page: Page,
): Page => ({
  ...page,
  title: visibleText(page.title),
  sections: page.sections.map((section) => ({ ...section, ...visibleIn(section, ['heading', 'text']) })),
});

/** Terms that nobody can see are left out. */
export const visibleTerms = (terms: readonly GlossaryTerm[]): GlossaryTerm[] =>
  terms
    .map((term) => ({
      ...term,
      ...visibleIn(term, ['term', 'expansion', 'meaning']),
      see_also: term.see_also.map(visibleText),
    }))
    .filter(({ term }) => term.trim() !== '');

/** Those of the named fields that are there. */
function visibleIn<Key extends string>(
  of: Readonly<Partial<Record<Key, string | undefined>>>,
  keys: readonly Key[],
): Partial<Record<Key, string>> {
  const clean: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const said = of[key];
    if (said !== undefined) clean[key] = visibleText(said);
  }
  return clean;
}
