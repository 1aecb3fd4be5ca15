import { faultsOfKind } from '../folder-reader.ts';
import { nodesOf, placer, proseOf } from '../prose.ts';
import type { LintedPack, PageRule } from '../rule.ts';

/** Capitals that are words, signs, units or names of things that nobody spells out. */
const KNOWN = new Set(
  `OK ID IDS UK USA US EU UN TV PC CD DVD PDF HTML CSS URL URLS FAQ FAQS AM PM BC AD NHS BBC GOV CEO PIN PO BOX
  KB MB GB TB KW KWH MW GW MHZ GHZ HTTP HTTPS CSV XML JSON YAML SQL PNG JPEG JPG GIF SVG ZIP USB WIFI GPS
  GBP USD EUR REQUIRED RECOMMENDED OPTIONAL AND OR NOT MUST SHOULD MAY SHALL NO YES DO README LICENSE LICENCE TODO NOTE OFFICIAL SENSITIVE COVID`.split(
    /\s+/,
  ),
);
const ROMAN = /^(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** XXX, YYYY, DDMMYYYY: something to fill in. */
const FILL_IN = /^(?:(.)\1+|[DMYHS]{4,})$/;
const ACRONYM =
  /(?<![\p{L}\p{N}_./#@:-])\p{Lu}{1,}[\p{Lu}\p{N}&]*\p{Lu}(?:\p{N}*)(s?)(?![\p{L}\p{N}_@]|[./:-]\p{L}|-\p{N})/gu;
const glossaries = new WeakMap<LintedPack, ReadonlySet<string>>();

export const acronymGlossary: PageRule = {
  id: 'acronym-glossary',
  level: 'warning',
  why: 'Readers from other teams do not know it; the app explains what is in the glossary.',
  *checkPage(page, pack) {
    // A glossary that could not be read may have them all.
    if (faultsOfKind(pack.source.faults, 'glossary-schema').length > 0) return;
    const known = termsOf(pack);
    const prose = readable(proseOf(page), nodesOf(page, 'html'));
    const placeAt = placer(prose);
    const told = new Set<string>();
    for (const found of prose.matchAll(ACRONYM)) {
      const word = found[0].slice(0, found[0].length - (found[1]?.length ?? 0));
      if (
        told.has(word) ||
        known.has(word) ||
        KNOWN.has(word) ||
        ROMAN.test(word) ||
        FILL_IN.test(word) ||
        isShouted(prose, found)
      )
        continue;
      told.add(word);
      const message = `Unexpected acronym ${word}, expected one of data/glossary.json`;
      const fix = `Write it out, or add ${word} to data/glossary.json.`;
      yield { ...placeAt(found.index), message, fix };
    }
  },
};

function termsOf(pack: LintedPack): ReadonlySet<string> {
  const before = glossaries.get(pack);
  if (before) return before;
  const words = pack.source.glossary.flatMap(({ term }) => [term, ...term.split(/[\s/,()]+/)]);
  const terms = new Set(words);
  glossaries.set(pack, terms);
  return terms;
}

/** Addresses and HTML tags are not words: spaces in their place. */
function readable(prose: string, html: readonly unknown[]): string {
  const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
  const plain = prose.replace(/\]\([^)\s]*/g, blank).replace(/\b(?:https?|mailto):[^\s)>\]]+/gi, blank);
  return html.length === 0 ? plain : plain.replace(/<[a-z/!][^<>]{0,2000}>/gi, blank);
}

/** Words in capitals beside each other are loud, not acronyms, unless both are short. */
function isShouted(prose: string, found: RegExpExecArray): boolean {
  const before = prose.slice(Math.max(0, found.index - 40), found.index);
  const after = prose.slice(found.index + found[0].length, found.index + found[0].length + 40);
  const neighbours = [
    /(\p{Lu}{2,})[ '’:,*_-]{1,3}$/u.exec(before)?.[1],
    /^[ '’:,*_-]{1,3}(\p{Lu}{2,})(?!\p{Ll})/u.exec(after)?.[1],
  ];
  return neighbours.some((word) => word !== undefined && Math.max(word.length, found[0].length) > 5);
}
