/** What a bundle needs and values cannot do by themselves. All of it is pure. */
export interface Conversions {
  /** SHA-256 of text as UTF-8, in small hexadecimal. */
  readonly hash: (text: string) => string;
  /**
   * Markdown as safe HTML; `null` where it is too much for that.
   * @param imageOf where a picture lies in the bundle, by what the Markdown calls it
   */
  readonly toHtml: (markdown: string, imageOf: (src: string) => string | null) => string | null;
  /**
   * HTML that others wrote as Markdown; nothing of it is loaded or run.
   * @param imageOf how a picture is called in the note, by its address in the HTML
   */
  readonly fromHtml: (html: string, imageOf: (src: string) => string | null) => string;
  /** Text without characters that cannot be seen. */
  readonly visible: (text: string) => string;
  /** Front matter, read, and what follows it. */
  readonly frontMatter: (source: string) => { readonly front: unknown; readonly body: string };
}
