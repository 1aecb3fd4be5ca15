/** Pictures and files that belong to a note and do not stand in its text. */
export const noteFiles = {
  'noteFiles.title': 'Pictures and files',
  'noteFiles.more': 'They belong to this note and do not stand in its text.',
  'noteFiles.save': 'Save a copy',
  'noteFiles.save.label': 'Save a copy: {name}',
  'noteFiles.saved': 'A copy of “{name}” is saved.',
  'noteFiles.missing': 'This picture is not on this laptop.',
} as const;
