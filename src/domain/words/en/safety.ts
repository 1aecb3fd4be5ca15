/** How what people wrote is kept, and brought back. */
export const safety = {
  'safety.second': '{title} (second copy)',
  'safety.restored': '{count, plural, one {# note was} other {# notes were}} restored.',
  'safety.restored.more':
    'Satchel’s window did not have what you last saved. It came from the second copy that is kept on this laptop. Nothing was lost.',
  'safety.copies':
    '{count, plural, one {# note had other words here: they are kept beside it as a second copy.} other {# notes had other words here: they are kept beside them as second copies.}}',
  'safety.unread': 'The last words of {count, plural, one {# note} other {# notes}} could not be read.',
  'safety.unread.more':
    'What is shown of {count, plural, one {it} other {them}} may be older, or absent. Nothing was deleted: Satchel tries again at each start. Ask your IT team to look at the disk.',
  'safety.refused': 'Your notes could not be compared with their second copy.',
  'safety.close': 'Close this message',
} as const;
