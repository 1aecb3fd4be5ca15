/** Notes among what a search finds. */
export const found = {
  'found.note': 'Note',
  'found.type': 'Kind',
  'found.type.guidance': 'Guidance',
  'found.type.note': 'Notes',
  'found.section.plan': 'Plan',
  'found.section.text': 'Observations',
  'found.section.results': 'Results',
  'found.section.decision': 'Decision',
  'found.place': 'Notes › {section}',
  'found.place.note': 'Notes',
  'found.decided.persevere': 'Decided: persevere',
  'found.decided.adapt': 'Decided: adapt',
  'found.decided.stop': 'Decided: stop',
  'found.decided.testMore': 'Decided: test more',
  'found.why.title': 'Its title has {words}.',
  'found.why.tags': 'One of its tags has {words}.',
  'found.why.elsewhere':
    '{count, plural, one {{words} stands elsewhere in the note.} other {{words} stand elsewhere in the note.}}',
  'found.why.missing': '{count, plural, one {{words} is not in the note.} other {{words} are not in the note.}}',
  'palette.note.plain': 'note',
  'palette.note': 'note, {status}',
} as const;
