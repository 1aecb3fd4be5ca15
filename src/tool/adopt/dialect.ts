import type { Draft } from './draft.ts';

/** What a dialect may ask and say while it rewrites one page. */
export interface DialectContext {
  /** The page's path in the folder. */
  readonly path: string;
  /** Reports: on this line of the source file this was found, and this became of it. Said for every change of sense. */
  readonly note: (line: number, found: string, done: string) => void;
  /** The page's front matter as it was written. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** The address of a picture of the folder, from its root with a leading `/`; `null` where there is none. */
  readonly findImage: (path: string) => string | null;
  /** The address, from the root, of the page that an address, a title or a name means; `null` where there is none. */
  readonly findPage: (wanted: string) => string | null;
  /** The address, from the root, of what carries a label (`(name)=`, `{#name}`) anywhere in the folder. */
  readonly findLabel: (label: string) => FoundLabel | null;
}

export interface FoundLabel {
  readonly address: string;
  /** Words of the heading that carries it, else the page's title. */
  readonly words: string;
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
