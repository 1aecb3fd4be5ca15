/** What happened, what was not touched, what to do. The bold fact is `<code>`, the rest `<code>.more`. */
export const problems = {
  'problem.file-unreadable': '“{file}” could not be read.',
  'problem.file-unreadable.more':
    'Nothing on this laptop has changed. Check that the file is still there and that you may open it, then try again.',
  'problem.file-lost': '“{file}” is not on this laptop.',
  'problem.file-lost.more': 'The note names it, and nothing in the note has changed. Ask whoever sent the note for it.',
  'problem.file-unwritable': '“{file}” could not be written.',
  'problem.file-unwritable.more':
    'Nothing in Satchel has changed, and what stood in its place is as it was. Check that there is space and that you may write there, or choose another folder.',
  'problem.not-a-pack': '“{file}” is not a Satchel pack.',
  'problem.not-a-pack.more': 'Nothing on this laptop has changed. Choose another file, or ask for the pack again.',
  'problem.pack-damaged': '“{file}” was not installed: {part} is not what the file itself says it holds.',
  'problem.pack-damaged.more': 'Nothing on this laptop has changed. Ask for the pack again from another place.',
  'problem.pack-truncated': '“{file}” was not installed: the file stops before its end.',
  'problem.pack-truncated.more':
    'Nothing on this laptop has changed. Copy the file again, all of it, and try once more.',
  'problem.pack-too-new': '“{file}” was not installed: it was made for a newer Satchel.',
  'problem.pack-too-new.more':
    'It uses pack format {format, number}. Nothing on this laptop has changed. Ask your IT team for the newest Satchel.',
  'problem.pack-too-large': '“{file}” was not installed: it is larger than Satchel opens ({limit}).',
  'problem.pack-too-large.more': 'Nothing on this laptop has changed. Ask the publisher for a smaller pack.',
  'problem.pack-too-costly': '“{file}” was not installed: reading it takes more time or memory than a pack may.',
  'problem.pack-too-costly.more': 'Nothing on this laptop has changed. Ask the publisher for a smaller pack.',
  'problem.pack-unsafe':
    '“{file}” was not opened: {reason, select, name {a file in it has an unsafe name} duplicate {two files in it have the same name} encrypted {it is locked with a password} symlink {it holds a link to another file} ratio {it would unpack to far more than its size} sizelie {a file in it is not the size it says} toomanyentries {it holds too many files} unlistedfile {it holds a file that its own list does not name} other {it is not safe}}.',
  'problem.pack-unsafe.more':
    'Nothing on this laptop has changed. Tell the publisher, and ask for the pack again from a place you trust.',
  'problem.pack-empty': '“{file}” was not installed: it has no pages.',
  'problem.pack-empty.more': 'Nothing on this laptop has changed. Ask the publisher for a whole pack.',
  'problem.pack-same': '{pack} {version} is installed already.',
  'problem.pack-same.more': 'Nothing on this laptop has changed.',
  'problem.pack-older': '{pack} {version} was not installed: it is older than {installed}, which you have.',
  'problem.pack-older.more': 'Nothing on this laptop has changed.',
  'problem.pack-not-newer':
    '{pack} {version} was not installed: it has the same release number as {installed}, which you have, but other content.',
  'problem.pack-not-newer.more':
    'Nothing on this laptop has changed. Ask the publisher for a release with a higher number.',
  'problem.pack-stopped': 'The installation of {pack} was stopped.',
  'problem.pack-stopped.more': 'What was installed before is untouched.',
  'problem.pack-declined': '{pack} {version} was not installed, as you chose.',
  'problem.pack-declined.more': 'Nothing on this laptop has changed.',
  'problem.not-a-bundle': '“{file}” holds no notes that Satchel can read.',
  'problem.not-a-bundle.more':
    'Nothing on this laptop has changed. Choose another file, or ask for the notes again as an .eln file.',
  'problem.bundle-damaged': '“{file}” was not opened: {part} in it cannot be read.',
  'problem.bundle-damaged.more':
    'Nothing on this laptop has changed. Copy the file again, all of it, or ask for it again.',
  'problem.bundle-too-new': '“{file}” was not opened: it was made with a newer Satchel.',
  'problem.bundle-too-new.more':
    'It uses note format {format, number}. Nothing on this laptop has changed. Ask your IT team for the newest Satchel.',
  'problem.bundle-too-large': '“{file}” is larger than a file of notes may be ({limit}).',
  'problem.bundle-too-large.more': 'Nothing on this laptop has changed. Divide the notes over several files.',
  'problem.bundle-part-too-large': '“{file}” was not opened: {part} in it holds more than Satchel reads ({limit}).',
  'problem.bundle-part-too-large.more':
    'Nothing on this laptop has changed. Ask whoever sent it for the notes in smaller files.',
  'problem.bundle-too-costly':
    '“{file}” was not opened: reading it takes more time or memory than a file of notes may.',
  'problem.bundle-too-costly.more':
    'Nothing on this laptop has changed. Ask whoever sent it for the notes in smaller files.',
  'problem.bundle-unsafe':
    '“{file}” was not opened: {reason, select, name {a file in it has a name that leads out of it or hides what it is} duplicate {two files in it have the same name} encrypted {it is locked with a password} symlink {it holds a link to another file} ratio {it would unpack to far more than its size} sizelie {a file in it is not the size it says} toomanyentries {it holds too many files} other {it is not safe}}.',
  'problem.bundle-unsafe.more':
    'Nothing on this laptop has changed. Tell whoever sent it, and ask for the notes again from a place you trust.',
  'problem.share-stopped': '“{file}” was not written: it was stopped.',
  'problem.share-stopped.more': 'Nothing has left, and no part of the file was kept. Your notes have not changed.',
  'problem.no-space': 'There is not enough space on this laptop.',
  'problem.no-space.more': 'Nothing already installed has changed. Free about {needed, number} MB and try again.',
  'problem.disk-low': 'The disk is full.',
  'problem.disk-low.more':
    'Your words are still here, and Satchel keeps them in their second copy as long as that takes them. Free {needed, number} MB, or save a copy to another drive. Do not close Satchel before.',
  'problem.note-newer': '“{title}” was not changed: a newer Satchel wrote it.',
  'problem.note-newer.more': 'It can be read and shared here. Change it with the newer Satchel.',
  'problem.marking-unknown': '“{title}” does not leave: it is marked “{marking}”, which this Satchel does not know.',
  'problem.marking-unknown.more': 'Share it with the newer Satchel that wrote it.',
  'problem.guidance-only': 'Satchel was opened for guidance only.',
  'problem.guidance-only.more': 'Your notes are not touched. Close Satchel and open it again to write.',
  'problem.read-only': 'Satchel was opened for reading only.',
  'problem.read-only.more':
    'It may not write to its folder on this laptop, so nothing there has changed. Ask your IT team for the right to write to it, and start Satchel again.',
  'problem.in-use': 'Satchel is open on {host}, so nothing can be written here.',
  'problem.in-use.more':
    'What was saved before has not changed. Copy what you wrote here, close Satchel there, and start it here again.',
  'problem.store-unavailable': 'Satchel cannot open its library on this laptop.',
  'problem.store-unavailable.more':
    'Nothing was deleted. Close every Satchel window and start it again. If this stays, ask your IT team to look at the space and the rights on the disk.',
  'problem.note-gone': 'This note was deleted in another window.',
  'problem.note-gone.more': 'Your words are still here. Save a copy of them elsewhere, or copy them into a new note.',
  'problem.journal-unwritable': 'The second copy of your words could not be written to the disk.',
  'problem.journal-unwritable.more':
    'Your text is still in this window, and what was saved before has not changed. Save a copy elsewhere; if this stays, ask your IT team to look at the disk and the rights on it.',
  'problem.snapshot-unwritable': 'The backup could not be written.',
  'problem.snapshot-unwritable.more':
    'Your notes and earlier backups have not changed. Check that the disk or the network folder is there and that you may write to it; Satchel tries again by itself.',
  'problem.snapshot-damaged': 'The backup “{file}” is damaged.',
  'problem.snapshot-damaged.more': 'Nothing has changed, and the file was left where it is. Choose an older backup.',
  'problem.snapshot-too-new': 'The backup “{file}” was made by a newer Satchel.',
  'problem.snapshot-too-new.more':
    'It uses backup format {format, number}. Nothing has changed. Ask your IT team for the newest Satchel.',
  'problem.link-refused': 'This address is not opened: {address}',
  'problem.link-refused.more': 'Satchel opens web addresses that begin with https and email addresses only.',
  'problem.ticket-unknown': 'This file is no longer waiting.',
  'problem.ticket-unknown.more': 'Nothing on this laptop has changed. Choose it again.',
  'problem.call-refused': 'Satchel did not do that.',
  'problem.call-refused.more': 'Nothing on this laptop has changed. If it happens again, restart Satchel.',
} as const;
