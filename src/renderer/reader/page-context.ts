import { createContext } from 'react';
import type { KnownTerm } from '#domain/glossary.ts';

/** What the parts of a page need to know about the page they stand on. */
export interface PageFacts {
  readonly pack: string;
  readonly page: string;
  readonly title: string;
  /** What a term means on this page. */
  readonly termOf: (term: string) => KnownTerm | undefined;
  /** One line that says where words come from; of a section where its heading is given. */
  readonly cite: (heading?: string) => string;
}

export const PageContext = createContext<PageFacts>({
  pack: '',
  page: '',
  title: '',
  termOf: () => undefined,
  cite: () => '',
});
