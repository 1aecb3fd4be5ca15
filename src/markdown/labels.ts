/** Words that the pipeline itself puts into a page, in the page's language: they are part of what was written. */
export type Labels = {
  readonly footnotes: string;
  readonly footnote: (number: string) => string;
  readonly back: (number: string) => string;
  readonly callouts: Readonly<Record<CalloutKind, string>>;
};

export const CALLOUTS = ['law', 'warning', 'tip', 'note', 'important', 'example'] as const;
export type CalloutKind = (typeof CALLOUTS)[number];

const english: Labels = {
  footnotes: 'Footnotes',
  footnote: (number) => `Footnote ${number}`,
  back: (number) => `Back to the text at footnote ${number}`,
  callouts: {
    law: 'Law',
    warning: 'Warning',
    tip: 'Tip',
    note: 'Note',
    important: 'Important',
    example: 'Example',
  },
};

const welsh: Labels = {
  footnotes: 'Troednodiadau',
  footnote: (number) => `Troednodyn ${number}`,
  back: (number) => `Yn ôl i’r testun wrth droednodyn ${number}`,
  callouts: {
    law: 'Y gyfraith',
    warning: 'Rhybudd',
    tip: 'Awgrym',
    note: 'Nodyn',
    important: 'Pwysig',
    example: 'Enghraifft',
  },
};

export const labelsFor = (lang: string | undefined): Labels => (/^cy\b/i.test(lang ?? '') ? welsh : english);
