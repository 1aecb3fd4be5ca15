import type { WrittenOut } from '#domain/bundle/conversions.ts';
import type { BundleFile } from '#domain/bundle/imported-note.ts';
import { sha256 } from './conversions.ts';

/** A picture that stands in HTML or Markdown as its own address. */
const PICTURE =
  /(\bsrc\s*=\s*["']?|\]\(<?)data:image\/(png|jpe?g|gif|webp|svg\+xml);base64,([A-Za-z0-9+/=\s]{4,}?)(?=["'>)]|$)/gi;

/** Pictures that stand written out in the words of a bundle, as files of it. */
export class PicturesWrittenOut {
  readonly #files = new Map<string, { readonly file: BundleFile; readonly bytes: Buffer }>();

  /** The words with short addresses of the pictures, and the pictures. */
  take(text: string): WrittenOut {
    if (!/data:image\//i.test(text)) return { text, pictures: [] };
    const pictures = new Map<string, BundleFile>();
    const short = text.replace(PICTURE, (_, before: string, type: string, written: string) => {
      const bytes = Buffer.from(written, 'base64');
      const hash = sha256(bytes);
      const ending = type.toLowerCase().replace('+xml', '');
      const known = this.#files.get(hash)?.file;
      const file = known ?? { path: `picture-${this.#files.size + 1}.${ending}`, size: bytes.length, sha256: hash };
      if (!known) this.#files.set(hash, { file, bytes });
      pictures.set(hash, file);
      return `${before}file:${hash}`;
    });
    return { text: short, pictures: [...pictures.values()] };
  }

  files(): readonly BundleFile[] {
    return [...this.#files.values()].map(({ file }) => file);
  }

  bytes(sha256: string): Buffer | null {
    return this.#files.get(sha256)?.bytes ?? null;
  }
}
