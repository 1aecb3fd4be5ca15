import { valuesIn } from '#domain/bundle/json.ts';
import { LIMITS } from '#domain/limits.ts';
import { fail } from './refusal.ts';

/** Characters that notes may be made of beyond what their texts have: titles that stand in for words. */
const FREE = 4_000_000;
/** Each text is read once; what several notes share may be read for each of them, while it is short. */
const READINGS = 2;
const SHARED = 1_000_000;
/** HTML may have no end tags where Markdown has signs. */
const GROWTH = 4;

/** What the texts of one bundle cost together, and what is made of them. Each method refuses what is too much. */
export class TextCost {
  readonly #file: string;
  #bytes = 0;
  #values = 0;
  #made = 0;
  #read = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** @param bytes of a text that is to be read next */
  expect(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > LIMITS.bundleText) this.#refuse();
  }

  /** A text of JSON, before it is parsed. */
  add(json: string): void {
    const values = valuesIn(json, LIMITS.jsonValues);
    this.#values += values;
    if (values > LIMITS.jsonValues || this.#values > LIMITS.bundleValues) this.#refuse();
  }

  /** Characters of HTML or words that are to be read next: a text that many notes refer to is read for each. */
  read(characters: number): void {
    this.#read += characters;
    if (this.#read > this.#bytes * READINGS + SHARED) this.#refuse();
  }

  /** Characters of a note that was made: many notes may refer to one text. */
  make(characters: number): void {
    this.#made += characters;
    if (this.#made > this.#bytes * GROWTH + FREE) this.#refuse();
  }

  #refuse(): never {
    return fail({ code: 'bundle-too-costly', file: this.#file });
  }
}
