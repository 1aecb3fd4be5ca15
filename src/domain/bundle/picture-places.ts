import { pathsOf } from './crate.ts';

/** The addresses under which a note of another program shows its files. */
export class PicturePlaces {
  readonly #paths = new Map<string, string | null>();
  readonly #ends = new Map<string, string | null>();
  readonly #names = new Map<string, string | null>();
  readonly #hashes = new Set<string>();

  /**
   * @param paths where the file lies, and the one name that only it has
   * @param name how it is shown, which others may be too
   */
  add(sha256: string, paths: readonly string[], name: string): void {
    this.#hashes.add(sha256);
    for (const path of paths) {
      set(this.#paths, path, sha256);
      set(this.#ends, lastOf(path), sha256);
    }
    set(this.#names, name.normalize('NFC'), sha256);
  }

  /**
   * The file that an address means: by its whole path, by its hash, by the end of its path, and by what it is called
   * only at last. Where two files could be meant none is.
   */
  find(src: string): string | null {
    const places = placesIn(src);
    for (const place of places) {
      const path = this.#paths.get(place);
      if (path) return path;
    }
    for (const [hash] of src.toLowerCase().matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)) {
      if (this.#hashes.has(hash)) return hash;
    }
    for (const names of [this.#ends, this.#names]) {
      for (const place of places) {
        const found = names.get(place) ?? names.get(lastOf(place));
        if (found) return found;
      }
    }
    return null;
  }
}

function set(map: Map<string, string | null>, key: string, sha256: string): void {
  if (key === '') return;
  const known = map.get(key);
  map.set(key, known === undefined || known === sha256 ? sha256 : null);
}

const lastOf = (path: string): string => path.split('/').at(-1) ?? '';

/** The paths that an address may mean: itself, and what it hands to a page that fetches the picture. */
export const placesIn = (src: string): readonly string[] => {
  const [address = '', ...parts] = src.split(/[?&#]/);
  const own = /^https?:\/\//i.test(address) ? address.replace(/^https?:\/\/[^/]*/i, '.') : address;
  return [
    ...pathsOf(src),
    ...pathsOf(own),
    ...parts.flatMap((part) => pathsOf(part.slice(part.indexOf('=') + 1))),
  ].filter((path) => path !== '');
};
