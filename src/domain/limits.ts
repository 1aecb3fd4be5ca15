/** Limits that keep one bad file from costing more than itself. Sizes in bytes unless the name says otherwise. */
export const LIMITS = {
  /** A page's Markdown source. */
  pageSource: 512 * 1024,
  /** Nodes in a page's tree after sanitising. */
  pageNodes: 60_000,
  /** Depth of a page's tree: lists in quotes in lists. */
  pageDepth: 64,
  /** Time to parse one page, milliseconds. */
  pageParseMs: 5_000,
  /** A page's stored body (tree and sections) as JSON. */
  pageBody: 4 * 1024 * 1024,
  /** Front matter of one page. */
  frontMatter: 64 * 1024,
  /** One picture. */
  image: 10 * 1024 * 1024,
  /** One picture or other file of a note. */
  noteFile: 10 * 1024 * 1024,
  /** Entries in one archive. */
  archiveEntries: 20_000,
  /** Entries in one bundle of notes. */
  bundleEntries: 10_000,
  /** A whole bundle, expanded, and the file itself. */
  bundleExpanded: 500 * 1024 * 1024,
  /** All texts of a bundle that are read: its metadata, its records, its Markdown. */
  bundleText: 128 * 1024 * 1024,
  /** Values that all JSON of a bundle may hold: each takes some hundred bytes of memory. */
  bundleValues: 2_000_000,
  /** Values in one JSON text. */
  jsonValues: 400_000,
  /** Terms in all glossaries of one pack. */
  packTerms: 5_000,
  /** All glossaries of one pack. */
  packGlossary: 1024 * 1024,
  /** A whole pack, expanded. */
  packExpanded: 500 * 1024 * 1024,
  /** The archive file itself. */
  packFile: 500 * 1024 * 1024,
  /** Expanded size of one blob divided by its compressed size. */
  blobRatio: 100,
  /** The manifest. */
  manifest: 16 * 1024 * 1024,
  /** What changed from one release to the next, in one file; larger ones are no gain over file by file. */
  deltaBundle: 16 * 1024 * 1024,
  /** A search query, in characters. */
  query: 500,
  /** What an installation leaves free on the disk. */
  leftFree: 64 * 1024 * 1024,
  /** One answer of pack rows across IPC. */
  packPart: 256 * 1024,
} as const;
