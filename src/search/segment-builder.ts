import type { Acronym } from '#domain/acronyms.ts';
import type { Section } from '#domain/pack/page.ts';
import type { Stage } from '#domain/stage.ts';
import { invert } from './invert.ts';
import { createNumberList } from './number-list.ts';
import type { SegmentInput, SegmentPage } from './segment-input.ts';
import { packSegment } from './segment-layout.ts';
import { ANALYSER, eachWord, isStopWord, stemOf } from './words/analyse.ts';

/** What the head of a segment says, as JSON. */
export interface SegmentHead {
  readonly analyser: string;
  readonly pack: string;
  readonly packTitle: string;
  readonly release: number;
  readonly pages: readonly IndexedPage[];
  readonly acronyms: readonly Acronym[];
  /** Anchor and heading of each section. */
  readonly anchors: readonly string[];
  readonly headings: readonly string[];
  /** Stems in the order of their numbers. */
  readonly stems: string;
  /** The vocabulary, sorted by code unit. */
  readonly words: string;
  /** Words of its Welsh pages. */
  readonly welsh: string;
}

export interface IndexedPage {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly stage: readonly Stage[];
  readonly audience: readonly string[];
  readonly reviewed?: string;
  readonly checkBy?: string;
  /** Where a note stands on its way. */
  readonly status?: string;
}

/** Builds a segment page by page, so that the work can be done in small steps. */
export interface SegmentBuilder {
  readonly add: (page: SegmentPage) => void;
  readonly finish: () => ArrayBuffer;
}

export function createSegmentBuilder(about: Omit<SegmentInput, 'pages'>): SegmentBuilder {
  const packLanguage = about.language ?? 'en';
  const stems = new Map<string, number>();
  /** Word to stem number, per language; −1 for words that are not indexed. */
  const known = new Map<string, Map<string, number>>();
  const stream = createNumberList();
  const starts = createNumberList();
  const textStarts = createNumberList();
  const pageNumbers: number[] = [];
  const headingSizes: number[] = [];
  const aroundSizes: number[] = [];
  const levels: number[] = [];
  const texts: Uint8Array[] = [];
  let textSize = 0;
  const pages: IndexedPage[] = [];
  const anchors: string[] = [];
  const headings: string[] = [];
  const encoder = new TextEncoder();

  const stemNumber = (word: string, language: string): number => {
    if (isStopWord(word)) return -1;
    const stem = stemOf(word, language);
    let number = stems.get(stem);
    if (number === undefined) {
      number = stems.size;
      stems.set(stem, number);
    }
    return number;
  };

  const push = (text: string, language: string): number => {
    let words = known.get(language);
    if (!words) {
      words = new Map();
      known.set(language, words);
    }
    const from = stream.size();
    const vocabulary = words;
    eachWord(text, (word) => {
      let number = vocabulary.get(word);
      if (number === undefined) {
        number = stemNumber(word, language);
        vocabulary.set(word, number);
      }
      if (number >= 0) stream.push(number);
    });
    return stream.size() - from;
  };

  const addSection = (section: Section, around: readonly string[], language: string, shown = section.text) => {
    starts.push(stream.size());
    textStarts.push(textSize);
    headingSizes.push(Math.min(push(section.heading, language), 0xffff));
    aroundSizes.push(Math.min(push(around.join('\n'), language), 0xffff));
    push(section.text, language);
    const bytes = encoder.encode(shown);
    texts.push(bytes);
    textSize += bytes.byteLength;
    pageNumbers.push(pages.length - 1);
    levels.push(section.level);
    anchors.push(section.id);
    headings.push(section.heading);
  };

  return {
    add({ meta, sections }) {
      const { id, path, title, stage, audience, reviewed, checkBy, status } = meta;
      const language = meta.lang ?? packLanguage;
      pages.push({
        id,
        path,
        title,
        stage,
        audience,
        ...(reviewed ? { reviewed } : {}),
        ...(checkBy ? { checkBy } : {}),
        ...(status ? { status } : {}),
      });
      const pathWords = path.replace(/\.[a-z]+$/i, '').replace(/[/_]/g, ' ');
      const lead = sections.find(({ id, level }) => id === '' && level === 1);
      const text = [meta.summary, lead?.text].filter(Boolean).join('\n');
      // A page that begins with a heading still has something to show under its title.
      const shown = text === '' ? sections.find((section) => section.text !== '')?.text : text;
      addSection({ id: '', heading: title, level: 1, text }, [pathWords, ...meta.tags], language, shown);
      const above: Section[] = [];
      for (const section of sections) {
        if (section === lead) continue;
        while ((above.at(-1)?.level ?? 0) >= section.level) above.pop();
        addSection(section, [title, ...above.map(({ heading }) => heading)], language);
        above.push(section);
      }
    },
    finish() {
      starts.push(stream.size());
      textStarts.push(textSize);
      // A word of two languages may have two stems: it is then listed twice.
      const vocabulary = [...known.values()]
        .flatMap((words) => [...words])
        .filter(([, number]) => number >= 0)
        .sort(([a, stemA], [b, stemB]) => (a < b ? -1 : a > b ? 1 : stemA - stemB))
        .filter(([word, number], place, all) => all[place - 1]?.[0] !== word || all[place - 1]?.[1] !== number);
      const joined = new Uint8Array(textSize);
      let at = 0;
      for (const bytes of texts) {
        joined.set(bytes, at);
        at += bytes.byteLength;
      }
      const head: SegmentHead = {
        analyser: ANALYSER,
        pack: about.pack,
        packTitle: about.packTitle,
        release: about.release,
        pages,
        acronyms: about.acronyms ?? [],
        anchors,
        headings,
        stems: [...stems.keys()].join('\n'),
        words: vocabulary.map(([word]) => word).join('\n'),
        welsh: [...known]
          .filter(([language]) => /^cy\b/i.test(language))
          .flatMap(([, words]) => [...words.keys()])
          .join('\n'),
      };
      const streams = {
        starts: starts.take(),
        headings: Uint16Array.from(headingSizes),
        surroundings: Uint16Array.from(aroundSizes),
        stream: stream.take(),
      };
      return packSegment(head, {
        ...streams,
        ...invert(streams, stems.size),
        pages: Uint32Array.from(pageNumbers),
        levels: Uint8Array.from(levels),
        wordStems: Uint32Array.from(vocabulary, ([, number]) => number),
        textStarts: textStarts.take(),
        texts: joined,
      });
    },
  };
}
