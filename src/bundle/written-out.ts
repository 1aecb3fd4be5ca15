import type { WrittenOut } from '#domain/bundle/conversions.ts';
import type { BundleFile } from '#domain/bundle/imported-note.ts';
import { sha256 } from './conversions.ts';

const START = 'data:image/';
const HEAD = /^data:image\/(png|jpe?g|gif|webp|svg\+xml);base64,/i;
/** What stands before an address: of a tag, within quotation marks or not, or of a picture of Markdown. */
const BEFORE = /(?:\bsrc\s*=\s*(["']?)|\]\(<?)$/i;
const ENDS: Readonly<Record<string, RegExp>> = { '"': /"/g, "'": /'/g, '': /[\s>)"']/g };
const LONGEST_BEFORE = 40;

/** Pictures that stand written out in the words of a bundle, as files of it. */
export class PicturesWrittenOut {
  readonly #files = new Map<string, { readonly file: BundleFile; readonly bytes: Buffer }>();

  /** The words with short addresses of the pictures, and the pictures. */
  take(text: string): WrittenOut {
    const small = text.toLowerCase();
    const pictures = new Map<string, BundleFile>();
    const out: string[] = [];
    let kept = 0;
    for (let at = small.indexOf(START); at >= 0; at = small.indexOf(START, Math.max(kept, at + 1))) {
      const before = BEFORE.exec(text.slice(Math.max(0, at - LONGEST_BEFORE), at));
      const head = HEAD.exec(text.slice(at, at + LONGEST_BEFORE))?.[0];
      if (!before || head === undefined) continue;
      const end = endOf(text, at, before[1] ?? '');
      const file = end === null ? null : this.#fileOf(head, text.slice(at + head.length, end));
      if (file === null || end === null) continue;
      pictures.set(file.sha256, file);
      out.push(text.slice(kept, at), `file:${file.sha256}`);
      kept = end;
    }
    out.push(text.slice(kept));
    return { text: out.join(''), pictures: [...pictures.values()] };
  }

  #fileOf(head: string, written: string): BundleFile | null {
    if (written.trim() === '' || /[^A-Za-z0-9+/=\s]/.test(written)) return null;
    const bytes = Buffer.from(written, 'base64');
    const hash = sha256(bytes);
    const known = this.#files.get(hash)?.file;
    if (known) return known;
    const ending = (HEAD.exec(head)?.[1] ?? 'png').toLowerCase().replace('+xml', '');
    const file = { path: `picture-${this.#files.size + 1}.${ending}`, size: bytes.length, sha256: hash };
    this.#files.set(hash, { file, bytes });
    return file;
  }

  files(): readonly BundleFile[] {
    return [...this.#files.values()].map(({ file }) => file);
  }

  bytes(sha256: string): Buffer | null {
    return this.#files.get(sha256)?.bytes ?? null;
  }
}

/** Where an address ends; `null` where nothing ends it. */
function endOf(text: string, from: number, quote: string): number | null {
  const end = ENDS[quote] ?? /$/g;
  end.lastIndex = from;
  const found = end.exec(text)?.index;
  return found ?? (quote === '' ? text.length : null);
}
