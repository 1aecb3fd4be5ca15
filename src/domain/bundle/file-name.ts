import { samePathKey } from '../archive/entry-path.ts';
import { isDeviceName } from '../archive/unsafe-name.ts';
import { withoutEnd } from '../without-end.ts';

const LONGEST = 120;
/** What Windows or an archive reads as something else, what is not seen, and what turns the reading direction. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffd\\/:*?"<>|]|\p{Surrogate}/gu;
/** What Windows takes away from the end of a name. */
const END = /[\s.]/;

/** A name that every system takes as the name of one file in this folder. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = withoutEnd(last.replace(UNFIT, '-').replace(/^[\s.~]+/, ''), END).normalize('NFC');
  const fit = isDeviceName(clean) ? `_${clean}` : clean;
  return fit === '' ? 'file' : shorten(fit);
}

function shorten(name: string): string {
  if (name.length <= LONGEST) return name;
  const { stem, end } = parts(name);
  const short = stem.slice(0, LONGEST - end.length).replace(/\p{Surrogate}$/u, '');
  return `${withoutEnd(short, END)}${end}`;
}

function parts(name: string): { readonly stem: string; readonly end: string } {
  const dot = name.lastIndexOf('.');
  const hasEnd = dot > 0 && name.length - dot <= 12;
  return hasEnd ? { stem: name.slice(0, dot), end: name.slice(dot) } : { stem: name, end: '' };
}

/** The path, or one like it that is not taken; it is taken then. */
export function freePath(path: string, taken: Set<string>): string {
  const slash = path.lastIndexOf('/') + 1;
  const { stem, end } = parts(path.slice(slash));
  let free = path;
  for (let count = 2; taken.has(samePathKey(free)); count += 1) {
    free = `${path.slice(0, slash)}${stem}-${count}${end}`;
  }
  taken.add(samePathKey(free));
  return free;
}

/** A folder for a note: words of its title and the part of its id that no other note has. */
export function noteFolder(title: string, id: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${words === '' ? 'note' : words}-${id.slice(-12)}`;
}
