import type { Section } from '#domain/pack/page.ts';
import { withoutEnd } from '#domain/without-end.ts';
import { Anchors, slugOf } from '#markdown/slug.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;

/** Anchors of what a person wrote stand apart from those of the fields. */
const TEXT = 'text';

/**
 * A note's Markdown split at its headings, as plain words. The first section is what stands before any heading. Read
 * line by line, because it is done again with every change.
 */
export function splitNoteText(text: string): readonly Section[] {
  const anchors = new Anchors();
  const sections: Section[] = [];
  let head: Omit<Section, 'text'> = { id: TEXT, heading: '', level: 2 };
  let lines: string[] = [];
  let fence = '';
  const close = (): void => {
    sections.push({ ...head, text: lines.join('\n').trim() });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (mark !== '' && (fence === '' || (mark[0] === fence[0] && mark.length >= fence.length))) {
      fence = fence === '' ? mark : '';
      continue;
    }
    const heading = fence === '' ? HEADING.exec(line) : null;
    if (!heading) {
      lines.push(fence === '' ? plainLine(line) : line);
      continue;
    }
    close();
    const words = plainLine(withoutMarks(heading[2] ?? '')).slice(0, 1_000);
    head = { id: `${TEXT}-${anchors.take(slugOf(words))}`, heading: words, level: 1 + (heading[1]?.length ?? 1) };
  }
  close();
  return sections.map((section) => ({ ...section, level: Math.min(6, section.level) }));
}

/** A heading's words without the marks that may close it. */
function withoutMarks(words: string): string {
  const bare = withoutEnd(words, /[ \t]/);
  const open = withoutEnd(bare, /#/);
  return open === '' || /[ \t]$/.test(open) ? withoutEnd(open, /[ \t]/) : bare;
}

/** Words without the signs of Markdown; of a link what it says, of a picture what stands for it. */
function plainLine(line: string): string {
  const words = line.replace(/^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(?:\[[ xX]\][ \t]+)?/, '');
  if (!/[[*_`|~]/.test(words)) return words;
  if (/^[ \t|:-]+$/.test(words)) return '';
  return words
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/\*+|~~|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\|/g, ' ')
    .trim();
}
