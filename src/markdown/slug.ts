import { slug } from 'github-slugger';

const LONGEST = 200;

/** The HTML id of a section's, footnote's or author's anchor: prefixed, so that it cannot shadow a name of the DOM. */
export const elementId = (anchor: string): string => `s-${anchor}`;

/** The anchor of a heading's text as GitHub makes it; never empty. */
export function slugOf(text: string): string {
  const made = cut(slug(text.normalize('NFC').trim()));
  return /[\p{L}\p{N}]/u.test(made) ? made : 'section';
}

/** An id that an author wrote, as an anchor; empty where nothing of it can stay. */
export function anchorOf(id: string): string {
  return cut(id.normalize('NFC').replace(/[\s\p{C}"'<>`#%]/gu, ''));
}

/** Hands out each anchor of one page once. */
export class Anchors {
  readonly #used = new Map<string, number>();

  /** The wanted anchor, or the wanted one and the first free number: `scope`, `scope-1`, `scope-2`. */
  take(wanted: string): string {
    let anchor = wanted;
    let count = this.#used.get(wanted) ?? 0;
    while (this.#used.has(anchor)) {
      count += 1;
      anchor = `${wanted}-${count}`;
    }
    this.#used.set(wanted, count);
    this.#used.set(anchor, this.#used.get(anchor) ?? 0);
    return anchor;
  }

  get all(): readonly string[] {
    return [...this.#used.keys()];
  }
}

const cut = (text: string): string => [...text.slice(0, LONGEST * 2)].slice(0, LONGEST).join('');
