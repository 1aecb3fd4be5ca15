import { slugOf } from '#markdown/slug.ts';
import { fencedLines } from './code-ranges.ts';
import type { FoundLabel } from './dialect.ts';
import { plainTitle } from './take-title.ts';

/** A page as labels see it. */
export interface LabelledPage {
  readonly path: string;
  readonly title: string | null;
  readonly text: string;
  /** Its address from the root of the folder. */
  readonly address: string;
}

/** Labels of all the pages of a folder: `(name)=` and `:name: x` of MyST, `{#name}` of Pandoc, Quarto and Bookdown. */
export class Labels {
  readonly #found = new Map<string, FoundLabel | null>();

  constructor(pages: readonly LabelledPage[]) {
    for (const page of pages) {
      const own = new Set<string>();
      for (const { label, words, anchor } of labelsOf(page.text)) {
        const key = keyOf(label);
        if (own.has(key)) continue;
        own.add(key);
        const found = { address: `${page.address}#${anchor}`, words: words || (page.title ?? '') };
        // Two pages with one label: nobody can say which is meant.
        this.#found.set(key, this.#found.has(key) ? null : found);
      }
    }
  }

  find(label: string): FoundLabel | null {
    return this.#found.get(keyOf(label)) ?? null;
  }
}

const keyOf = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, ' ');

interface Label {
  readonly label: string;
  readonly words: string;
  readonly anchor: string;
}

export const LABEL_LINE = /^ {0,3}\(([^()\s][^()\n]{0,150})\)=[ \t]*$/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*?)(?<![ \t])(?:[ \t]+#+)?[ \t]*$/;

function labelsOf(text: string): Label[] {
  if (!/\)=|\{#|:(?:name|label):/.test(text)) return [];
  const lines = text.split('\n').map((line) => line.slice(0, 1_000));
  const fenced = fencedLines(text);
  const found: Label[] = [];
  for (const [index, line] of lines.entries()) {
    const option = /^[ \t]*:(?:name|label):[ \t]*(\S{1,150})[ \t]*$/.exec(line)?.[1];
    if (option !== undefined) found.push({ label: option, words: '', anchor: option });
    if (fenced[index]) continue;
    const label = LABEL_LINE.exec(line)?.[1];
    if (label !== undefined) found.push({ label, ...nextHeading(lines, index, label) });
    const id = /\{:?[^{}\n]{0,100}#([\w:.-]{1,150})[^{}\n]{0,100}\}[ \t]*$/.exec(line)?.[1];
    if (id !== undefined) found.push({ label: id, words: wordsOf(HEADING.exec(line)?.[2] ?? ''), anchor: id });
  }
  return found;
}

/** The heading that a label stands before: its own anchor is used. Elsewhere the label makes one. */
function nextHeading(lines: readonly string[], from: number, label: string): { words: string; anchor: string } {
  for (let index = from + 1; index < Math.min(lines.length, from + 6); index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || LABEL_LINE.test(line)) continue;
    const heading = HEADING.exec(line)?.[2];
    if (heading === undefined) break;
    const given = /\{#([^\s{}]+)\}[ \t]*$/.exec(heading)?.[1];
    const words = wordsOf(heading);
    return { words, anchor: given ?? slugOf(words) };
  }
  return { words: '', anchor: label };
}

const wordsOf = (heading: string): string => plainTitle(heading);
