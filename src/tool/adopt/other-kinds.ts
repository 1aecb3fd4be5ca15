/** Kinds of files that hold words for people but are no Markdown, by the end of their name. */
const KINDS: readonly (readonly [kind: string, ends: string])[] = [
  ['reStructuredText', 'rst rest'],
  ['AsciiDoc', 'adoc asciidoc asc'],
  ['HTML', 'html htm xhtml mht mhtml shtml'],
  [
    'a template',
    'njk liquid erb haml slim hbs ejs pug jade twig j2 jinja jinja2 mustache gohtml tmpl astro vue svelte',
  ],
  ['plain text', 'txt text'],
  ['a notebook', 'ipynb'],
  ['a document of an office program', 'doc docx docm odt rtf pages ott dotx'],
  ['a table of an office program', 'xls xlsx xlsm ods csv tsv numbers'],
  ['slides', 'ppt pptx odp key'],
  ['PDF', 'pdf'],
  ['LaTeX', 'tex latex ltx bib'],
  ['Org', 'org'],
  ['Textile', 'textile'],
  ['MediaWiki text', 'mediawiki wiki'],
  ['Creole', 'creole'],
  ['DITA or DocBook', 'dita ditamap dbk docbook'],
  ['an R script of text', 'rnw rtex snw'],
  ['pod', 'pod'],
  ['an e-book', 'epub mobi azw3'],
  ['an outline', 'opml'],
  ['a help file', 'chm'],
];

const BY_END = new Map(KINDS.flatMap(([kind, ends]) => ends.split(' ').map((end) => [end, kind] as const)));

/** Why a file that holds words is passed over; `null` for files that nobody reads (code, data, pictures, styles). */
export function otherKind(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/^(?:requirements|robots|humans|security|cmakelists|constraints)[\w.-]*\.txt$/.test(name)) return null;
  const end = /\.([^.]+)$/.exec(name)?.[1] ?? '';
  const kind = BY_END.get(end);
  return kind === undefined ? null : `it is ${kind}, not Markdown`;
}
