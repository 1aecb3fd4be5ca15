import type { BundleFile } from './imported-note.ts';

/** A picture or file of a note, and where it lies beside the text; `null` where it is not at hand. */
export interface PlacedFile {
  readonly name: string;
  readonly sha256: string;
  readonly place: string | null;
}

/** Words of others with `file:HASH` in place of pictures that stood written out in them, and these. */
export interface WrittenOut {
  readonly text: string;
  readonly pictures: readonly BundleFile[];
}

/** What a bundle needs and values cannot do by themselves. All of it is pure. */
export interface Conversions {
  /** SHA-256 of text as UTF-8, in small hexadecimal. */
  readonly hash: (text: string) => string;
  /** Markdown as safe HTML; `null` where it is too much for that. Its pictures are called by name or by hash. */
  readonly toHtml: (markdown: string, files: readonly PlacedFile[]) => string | null;
  /**
   * Text that others wrote as Markdown: HTML, Markdown, or plain words; nothing of it is loaded or run.
   * @param format what it is said to be, as a media type; empty where nothing is said
   * @param imageOf how a picture is called in the note, by its address in the HTML
   */
  readonly fromProse: (text: string, format: string, imageOf: (src: string) => string | null) => string;
  readonly picturesIn: (text: string) => WrittenOut;
  /** A comment of others, which is shown as it is written: HTML as its words, all else as it is. */
  readonly fromComment: (text: string, format: string) => string;
  /** What a person reads of a short text of others, on one line and without the marks of Markdown or HTML. */
  readonly words: (text: string, format: string) => string;
  /** Text without characters that cannot be seen. */
  readonly visible: (text: string) => string;
  /** Front matter, read, and what follows it. */
  readonly frontMatter: (source: string) => { readonly front: unknown; readonly body: string };
}
