export const shell = {
  'app.name': 'Satchel',
} as const;
