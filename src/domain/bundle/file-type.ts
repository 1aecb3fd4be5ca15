const ANY = 'application/octet-stream';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['csv', 'text/csv'],
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['json', 'application/json'],
  ['pdf', 'application/pdf'],
]);

/** The kind of a file by its name; where that tells nothing, as it is said to be: others say the same of every file. */
export const fileType = (said: string, name: string): string =>
  TYPES.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? (said === '' ? ANY : said);
