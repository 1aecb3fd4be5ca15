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
    'What is shown of {count, plural, one {it} other {them}} may be older, or absent. Nothing was deleted: Satchel keeps what it has and tries again at each start. “Save everything to a file” under Backups has {count, plural, one {its last words too, if the disk gives them} other {their last words too, if the disk gives them}}. Ask your IT team to look at the disk.',
  'safety.refused': 'Your notes could not be compared with their second copy.',
  'safety.guidanceOnly': 'You are reading guidance only.',
  'safety.guidanceOnly.more':
    'Your notes are not shown and not touched. Close Satchel and open it again to go back to them.',
  'safety.notices': 'About this start',
  'safety.reading': 'Satchel was opened for reading only.',
  'safety.reading.more':
    'It may not write to its folder, {folder}. You can read and search your notes and packs. What you change is not kept. Ask your IT team for the right to write there, and start Satchel again.',
  'safety.held': 'Satchel is open on {host}, since {when}.',
  'safety.held.more':
    'Here you can read everything as it was last saved; what you change is not kept. To write here, close Satchel on {host} and start it here again. If {host} is switched off for good, or is what this computer was called before, choose “Write here instead”.',
  'safety.held.take': 'Write here instead …',
  'safety.taken': 'Satchel was opened for writing on {host}, {when}.',
  'safety.taken.more':
    'Nothing more can be saved here. What was saved before has not changed. What you wrote since is in this window alone: copy it, then close Satchel here.',
  'safety.notOpened': '{why, select, safe {Satchel was started safely.} other {Satchel did not end as usual.}}',
  'safety.notOpened.more':
    '{screen, select, search {A search} read {A page of guidance} notes {The list of notes} new {A new note} note {A note} share {The sharing of notes} import {The import of notes} packs {The list of packs} backups {The list of backups} settings {The settings} help {The help} other {A screen}} was open. It was not opened again by itself{why, select, safe {} other {, in case it was the cause}}. What you saved is still here.',
  'safety.notOpened.open': 'Open it',
  'safety.unsteady': 'The disk that Satchel keeps your words on is slow or may go away.',
  'safety.unsteady.more':
    'Nothing was lost. If it is a network folder or a stick, do not take it away while Satchel is open, and ask your IT team for a place on this laptop: {folder}',
  'safety.low': 'This laptop has only {free} free.',
  'safety.low.more':
    'A full disk can damage Satchel’s store, so nothing is written to it now: you can read everything. What you type in a note goes into its second copy as long as that takes it. Free at least {needed}, and Satchel goes on by itself.',
  'safety.copy': 'Save a copy elsewhere',
  'safety.again': 'Try again',
  'safety.copy.saved': 'The copy was saved.',
  'safety.close': 'Close this message',
} as const;
