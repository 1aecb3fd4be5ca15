import { englishStem } from './stem.ts';
import { QUESTION_WORDS, STOP_WORDS } from './stop-words.ts';

/** Gets a word as it is indexed (small letters, no accents, not stemmed) and where it stands in the text. */
export type WordVisitor = (word: string, start: number, end: number) => void;

const SEPARATOR = 0;
const SMALL = 1;
const CAPITAL = 2;
const OTHER = 4;
const JOINER = 8;
/** Signs that join letters when they stand between them: apostrophe, hyphens, full stop, comma. */
const JOINERS = ".,'’ʼ‘＇-‐‑‒–−";
const APOSTROPHES = /['’ʼ‘＇]/g;
const OWNERS = /['’ʼ‘＇]s$/i;
const HYPHENS = /[‐‑‒–−]/g;
const HYPHEN = /[-‐‑‒–−]/;
const WORDLY = /[\p{L}\p{N}\p{M}]/u;

/** What a character is to a word; ASCII by table, all others as they are met. */
const kinds = new Map<number, number>();
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => classify(code));

function classify(code: number): number {
  const letter = String.fromCodePoint(code);
  if (JOINERS.includes(letter)) return JOINER;
  if (/[a-z0-9]/.test(letter)) return SMALL;
  if (/[A-Z]/.test(letter)) return CAPITAL;
  return WORDLY.test(letter) ? OTHER : SEPARATOR;
}

function kindOf(code: number): number {
  if (code < 128) return ASCII[code] ?? SEPARATOR;
  let kind = kinds.get(code);
  if (kind === undefined) {
    kind = classify(code);
    kinds.set(code, kind);
  }
  return kind;
}

const NUMBER = /^\p{N}+(?:[.,]\p{N}+)+$/u;
const PLAIN = /^[a-z0-9]+$/;
/** Longer "words" are keys and hashes; their beginning finds them. */
const LONGEST = 64;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** One spelling for one word: compatible forms, case and accents folded; other signs dropped. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.slice(0, LONGEST);
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(HYPHENS, '-')
    .replace(/[^\p{L}\p{N}\p{M}.-]/gu, '')
    .slice(0, LONGEST);
}

/** Walks over the words of a text. A code (`SC-1234`) comes whole, then in its parts; `3.5` and `10,000` stay whole. */
export function eachWord(text: string, visit: WordVisitor): void {
  const size = text.length;
  for (let at = 0; at < size; ) {
    const first = text.codePointAt(at) ?? 0;
    const step = first > 0xffff ? 2 : 1;
    let kind = kindOf(first);
    if (kind === SEPARATOR || kind === JOINER) {
      at += step;
      continue;
    }
    const start = at;
    let seen = 0;
    let joined = false;
    // A run goes on over letters, and over one joiner that has a letter after it.
    while (at < size) {
      const code = text.codePointAt(at) ?? 0;
      kind = kindOf(code);
      if (kind === SEPARATOR) break;
      if (kind === JOINER) {
        const next = kindOf(text.codePointAt(at + 1) ?? 0);
        if (next === SEPARATOR || next === JOINER) break;
        joined = true;
      } else seen |= kind;
      at += code > 0xffff ? 2 : 1;
    }
    const run = text.slice(start, at);
    if (joined) joinedWords(run, start, visit);
    else if (seen === SMALL && run.length <= LONGEST) visit(run, start, at);
    else if (seen < OTHER && run.length <= LONGEST) visit(run.toLowerCase(), start, at);
    else give(run, start, visit);
  }
}

function give(piece: string, start: number, visit: WordVisitor, end = start + piece.length): void {
  const word = fold(piece);
  if (word !== '') visit(word, start, end);
}

function joinedWords(run: string, start: number, visit: WordVisitor): void {
  const parts = run.split(HYPHEN);
  if (parts.length > 1 && run.length <= 40 && /\p{N}/u.test(run)) give(run, start, visit);
  let at = start;
  for (const part of parts) {
    if (NUMBER.test(part)) give(part.replace(/,/g, ''), at, visit, at + part.length);
    else dottedWords(part, at, visit);
    at += part.length + 1;
  }
}

function dottedWords(part: string, start: number, visit: WordVisitor): void {
  let at = start;
  for (const piece of part.split(/[.,]/)) {
    // The owner's 's is not part of the word; other apostrophes are (o'clock, rock'n'roll).
    const bare = piece.replace(OWNERS, '');
    give(bare.replace(APOSTROPHES, ''), at, visit, at + bare.length);
    at += piece.length + 1;
  }
}

/** The words of a text, in order. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  eachWord(text, (word) => {
    words.push(word);
  });
  return words;
}

const ENGLISH_LETTERS = /^[a-z]+$/;
/** A text repeats its words, and a list of results repeats its texts. */
const KNOWN = 30_000;
const known = new Map<string, string>();

/** What an indexed word is filed under. Words of languages without a stemmer are filed as they are. */
export function stemOf(word: string, language = 'en'): string {
  if (language !== 'en' && !/^en\b/i.test(language)) return word;
  let stem = known.get(word);
  if (stem === undefined) {
    stem = ENGLISH_LETTERS.test(word) ? englishStem(word) : word;
    if (known.size === KNOWN) known.clear();
    known.set(word, stem);
  }
  return stem;
}

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
export const isQuestionWord = (word: string): boolean => QUESTION_WORDS.has(word) || STOP_WORDS.has(word);

const PROBES =
  'Organisation organizing behaviour programme licences policies relational hopefulness digitizer Llŷn ﬁle SC-1234 3.5 10,000 o’clock teamʼs don’t DB–12';

/** Changes when the analyser does, so that an index made by another one is made again. */
export const ANALYSER = version();

function version(): string {
  const seen = [...wordsOf(PROBES).map((word) => `${word}:${stemOf(word)}`), ...STOP_WORDS].join(' ');
  let hash = 0x811c9dc5;
  for (let at = 0; at < seen.length; at++) hash = Math.imul(hash ^ seen.charCodeAt(at), 0x01000193) >>> 0;
  // The number before the hash is that of the segment's layout.
  return `3-${hash.toString(16)}`;
}
