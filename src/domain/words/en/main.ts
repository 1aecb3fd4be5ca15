export const main = {
  'main.link.web': 'Open this web address outside Satchel?',
  'main.link.mail': 'Write an e-mail to this address outside Satchel?',
  'main.link.punycode':
    'Look closely: this name is written with letters of more than one alphabet and may look like another one. It is shown here as computers read it.',
  'main.link.mailNote': 'Your mail program opens. Nothing is sent until you send it.',
  'main.link.open': 'Open in browser',
  'main.link.write': 'Write e-mail',
  'main.link.copy': 'Copy address',
  'main.link.cancel': 'Cancel',
  'main.choose.title': 'Install packs',
  'main.choose.button': 'Install',
  'main.choose.packs': 'Satchel packs',
  'main.choose.all': 'All files',
  'main.crash.fact': 'Satchel’s window stopped twice.',
  'main.crash.more':
    'Your packs and settings are safe on this laptop. Load the window again, or close Satchel and start it later. If this goes on, ask your IT team to look at it.',
  'main.crash.again': 'Load again',
  'main.crash.close': 'Close Satchel',
} as const;
