import { samePathKey } from '../archive/entry-path.ts';
import { keyOf, pathsOf } from './crate.ts';
import type { BundleFile } from './imported-note.ts';

/**
 * The files of a bundle by the names that others have for them: with percent signs, in another normal form, with
 * strokes of Windows. A name in other letters counts only where no second file could be meant.
 */
export class FileIndex {
  readonly #exact = new Map<string, BundleFile>();
  readonly #loose = new Map<string, BundleFile | null>();

  constructor(files: readonly BundleFile[]) {
    for (const file of files) {
      if (!this.#exact.has(file.path)) this.#exact.set(file.path, file);
      for (const path of pathsOf(file.path)) {
        this.#addLoose(path, file);
        this.#addLoose(samePathKey(path), file);
      }
    }
  }

  #addLoose(key: string, file: BundleFile): void {
    const known = this.#loose.get(key);
    if (known === undefined) this.#loose.set(key, file);
    else if (known !== null && known.path !== file.path && known.sha256 !== file.sha256) this.#loose.set(key, null);
  }

  /** The file that an `@id` or an address means. */
  find(id: string): BundleFile | undefined {
    const paths = pathsOf(id);
    const exact = [id.replace(/^(?:\.\/)+/, ''), ...paths].flatMap((path) => this.#exact.get(path) ?? []).at(0);
    if (exact !== undefined) return exact;
    for (const path of paths) {
      const loose = this.#loose.get(path) ?? this.#loose.get(samePathKey(keyOf(path)));
      if (loose) return loose;
    }
    return undefined;
  }
}
