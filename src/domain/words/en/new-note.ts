/** Beginning an experiment: from a template, from a blank note, from a section of guidance. */
export const newNote = {
  'new.title': 'New experiment',
  'new.lead': 'Choose how to begin. Everything can be changed later.',
  'new.table': 'Templates',
  'new.column.name': 'Kind of test',
  'new.column.when': 'When to use it',
  'new.column.measures': 'What it measures first',
  'new.blank': 'Blank note',
  'new.blank.when': 'You know what to write, or none of these fits.',
  'new.blank.measures': 'You choose',
  'new.from': 'This begins from “{heading}”.',
  'new.from.more': 'It is in {page}, {pack}. The note will cite it and keep its words as they are today.',
  'new.from.gone': 'The section that this was to begin from is not on this laptop.',
  'new.from.gone.more': 'Its pack may have been removed. A note can be begun all the same, without the citation.',
  'new.keys.begin': 'begin',
} as const;
