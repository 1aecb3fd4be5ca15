/** A path as it lies in an archive, for comparing: others write `a//b` and `./a`. */
export const tidyPath = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/^(?:\.\/)+/, '');

/** Paths that one of our systems would take for the same file have the same key. */
export const samePathKey = (path: string): string =>
  tidyPath(path).replace(/\/$/, '').normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
