/** Characters that cannot be seen, that turn the reading direction, or that name a place on Windows. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufffd\\]|^[A-Za-z]:|\p{Surrogate}/u;
const LONGEST = 1_000;

/** A path as it lies in a bundle, for comparing: others write `a//b` and `./a`. */
export const tidyPath = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/^(?:\.\/)+/, '');

/** A path inside an archive that leads out of it, or that two systems would read differently. */
export function isUnsafePath(path: string): boolean {
  if (path === '' || path.length > LONGEST || path.startsWith('/') || FORBIDDEN.test(path)) return true;
  if (path === '~' || path.startsWith('~/')) return true;
  return tidyPath(path)
    .replace(/\/$/, '')
    .split('/')
    .some((step) => step === '' || /^\.{1,2}[ .]*$/.test(step));
}

/** Paths that one of our systems would take for the same file have the same key. */
export const samePathKey = (path: string): string =>
  tidyPath(path).replace(/\/$/, '').normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
