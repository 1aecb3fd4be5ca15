/** Guidance that is read beside a note. */
export const beside = {
  'beside.label': 'Guidance beside the note',
  'beside.lead': 'Read beside your note',
  'beside.close': 'Close this guidance',
  'beside.whole': 'Open the whole page',
  'beside.announce': '{title} stands beside the note',
  'beside.missing': 'This page is not on this laptop',
  'beside.unshown': 'This page cannot be shown here. Open the whole page to see what can be read of it.',
  'beside.open': 'Open beside “{title}”',
  'beside.read': 'Read beside',
  'beside.read.of': 'Read beside: {title}',
  'beside.noLink': 'Nothing was opened. Go to a link to guidance, then press Ctrl and Enter.',
  'beside.noNote': 'Nothing was opened. Open a note first: guidance then opens beside it.',
} as const;
