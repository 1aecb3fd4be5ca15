import type { Properties } from 'hast';

/** Hands out the ids of one page's tick boxes: made from their words, so that ticks outlive an update of the page. */
export class Tasks {
  readonly #seen = new Map<string, number>();

  properties(words: string, done: boolean): Properties {
    const id = hash(words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim());
    const count = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, count);
    return {
      className: ['task'],
      dataTask: count === 1 ? id : `${id}-${count}`,
      ...(done ? { dataDone: 'true' } : {}),
    };
  }
}

/** FNV-1a twice with different starts: 64 bits are enough to tell one page's items apart. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
