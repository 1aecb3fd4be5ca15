/** What a picture says in words: all of it can be read without seeing the picture. */
export interface Spoken {
  /** The message, as a caption. */
  readonly title: string;
  /** What the figures count: "Share who answered, in %". */
  readonly unit: string;
  readonly summary: string;
  readonly heads: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}
