/** A person's own highlights on pages of guidance. */
export const highlights = {
  'highlight.tool': 'Highlight',
  'highlight.added': 'Highlighted: “{words}”',
  'highlight.not': 'These words cannot be highlighted where they stand. Select them with the mouse.',
  'highlight.choose': 'Choose a sentence to highlight',
  'highlight.label': 'Words of the sentence',
  'highlight.list': 'Sentences',
  'highlight.of': 'Sentences of “{heading}”',
  'highlight.nothing': 'No sentence here has these words.',
  'highlight.side': 'Your highlights',
  'highlight.gone': 'no longer there',
  'highlight.remove': 'Remove',
  'highlight.remove.of': 'Remove the highlight of “{words}”',
  'highlight.removed': 'The highlight is removed',
  'highlight.context': 'Highlights',
  'highlight.context.gone': '{words} (no longer there)',
} as const;
