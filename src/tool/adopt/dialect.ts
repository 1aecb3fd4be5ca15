import type { Draft } from './draft.ts';

/** What a dialect may ask and say while it rewrites one page. */
export interface DialectContext {
  /** Reports: on this line of the source file this was found, and this became of it. Said for every change of sense. */
  readonly note: (line: number, found: string, done: string) => void;
  /** The page's front matter as it was written. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** The address of a picture of the folder, from its root with a leading `/`; `null` where there is none. */
  readonly findImage: (path: string) => string | null;
}

/**
 * One way of writing that is not the Markdown of Satchel, and how it is made readable. Code is left alone. Whatever
 * stands in the page, a dialect takes time in proportion to it.
 */
export interface Dialect {
  /** Kind of the notes it writes. */
  readonly id: string;
  readonly apply: (draft: Draft, context: DialectContext) => Draft;
}
