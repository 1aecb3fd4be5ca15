/** The editor of a note's text. */
export const editor = {
  'editor.tools': 'Text tools',
  'editor.cancel': 'Cancel',
  'editor.link.words': 'words of the link',
  'editor.table.size': 'Size of the new table',
  'editor.table.columns': 'Columns',
  'editor.table.rows': 'Rows',
  'editor.table.insert': 'Insert table',
  'editor.table.column': 'Column {number}',
  'editor.table.wrong': 'Enter a number from 1 to {columns} for columns and from 1 to {rows} for rows.',
  'editor.tooLong':
    'The text of a note has room for {most, number} characters. What you added last did not fit. The rest is as it was. Put it into a second note.',
} as const;
