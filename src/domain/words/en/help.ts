export const help = {
  'help.title': 'Help',
  'help.lead': 'Everything in Satchel works with no network',
  'help.find': 'Find something',
  'help.find.1':
    'Type a question or a few words in the box at the top. Results come as you type. {search} takes you to the box from anywhere.',
  'help.find.2':
    'Arrow down goes to the results, Enter opens one, Escape goes back to the box. Enter in the box opens the first result.',
  'help.find.3':
    'Part of a word, an acronym or a near spelling is enough. Tick a pack or a stage beside the results to see fewer.',
  'help.find.4':
    'If you want to be strict: words in quotation marks must stand side by side, -word must not be there, title:word must be in a heading, and stage:buy must be the stage of the page. It is never needed.',
  'help.read': 'Read a page',
  'help.read.1':
    'A result opens at the section that was found. The list beside the page shows its other sections. {back} takes you back to where you were.',
  'help.read.2':
    'Each page says who owns it, when it was reviewed and when it is due a check. A page past its check says so at the top.',
  'help.read.3':
    'Sources open in your browser, after you have seen the full address. You can copy the address instead.',
  'help.read.4': 'Words with a dotted line are explained: point at one, or go to it with the Tab key.',
  'help.notes': 'Write a note',
  'help.notes.1':
    '{newNote} begins a note: a title and an empty page. “Make it an experiment” adds a plan, steps and checks, keeps every word and can be undone. Or start from a template, or from any section of a page of guidance. Beside an experiment stands what the next step still asks for; each line leads to its field.',
  'help.notes.2':
    'There is nothing to save by hand. “Saved” at the bottom left means that your words are on the disk twice. If it says “Not saved”, go on writing and use “Save a copy elsewhere”.',
  'help.notes.3':
    'In the text, {preview} shows it as it is read, and {cite} puts in a section of guidance. Satchel tells you when that guidance changes.',
  'help.notes.4':
    'To hand a note over, open it and choose Share. You choose its marking, and see what leaves and what stays before a file is written. Satchel makes a backup each day by itself, on this laptop.',
  'help.packs': 'Add a pack',
  'help.packs.1':
    'A pack is a file whose name ends in .satchel. It may come by email, on a USB stick or from a shared folder.',
  'help.packs.2': 'Drop it on the window, open it from its folder, or press {install} and choose it.',
  'help.packs.3':
    'Satchel asks before it installs a pack that did not come with it. It checks that the file is whole, not yet who made it. If a file is not right, what you have stays as it is.',
  'help.packs.link': 'See the packs on this laptop',
  'help.keyboard': 'Use the keyboard',
  'help.keyboard.1': '{palette} finds any command, pack or page by name, and shows its keys.',
  'help.keyboard.2':
    '{next} moves between the parts of the window: bar, places, page, side panel, status. {places} hides the places, {side} the side panel.',
  'help.keyboard.3': 'All keys can be changed in Settings. Single keys can be switched off.',
  'help.keyboard.list': 'Open the keyboard list',
  'help.keyboard.settings': 'Change a shortcut',
  'help.larger': 'Make it easier to read',
  'help.larger.1':
    '{larger} and {smaller} change the size of everything, {normal} goes back to the usual size. In Settings you can change the size of guidance alone, the colours and the contrast.',
  'help.larger.link': 'Colours and text',
  'help.wrong': 'When something is wrong',
  'help.wrong.1':
    'Satchel says what happened, what was not touched and what to do. A page that cannot be shown does not stop the others.',
  'help.wrong.2':
    'If a screen stops, go to another place, or close Satchel and open it again: it goes on where you were.',
} as const;
