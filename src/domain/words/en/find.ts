/** Finding words in a page or a text. */
export const find = {
  'find.count': '{all, plural, =0 {Not found} other {{at, number} of {all, number}}}',
  'find.next': 'Next found word',
  'find.previous': 'Previous found word',
  'find.close': 'Close find',
} as const;
