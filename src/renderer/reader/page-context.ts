import { createContext } from 'react';
import type { GlossaryTerm } from '#domain/glossary.ts';

/** What the parts of a page need to know about the page they stand on. */
export interface PageFacts {
  readonly pack: string;
  readonly page: string;
  readonly title: string;
  readonly terms: ReadonlyMap<string, GlossaryTerm>;
  /** One line that says where words come from; of a section where its heading is given. */
  readonly cite: (heading?: string) => string;
}

export const PageContext = createContext<PageFacts>({
  pack: '',
  page: '',
  title: '',
  terms: new Map(),
  cite: () => '',
});
