import { fieldName } from '#domain/note/fields.ts';
import { formOf, isExperiment } from '#domain/note/form.ts';
import type { Block, Section } from '#domain/note/outline/block.ts';
import { outline } from '#domain/note/outline/outline.ts';
import { cellWords, phraseWords } from '#domain/note/outline/phrase-words.ts';
import type { Note } from '#domain/note/record/note.ts';
import { unreadWord } from '#domain/note/record/unread-fields.ts';
import { registerRow } from '#domain/note/register.ts';
import { stateWords } from '#domain/note/state-words.ts';
import type { Say } from '#domain/words/words.ts';

/** A part of a note as words, as far as two versions are compared by it. */
export interface NotePart {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** What paper says of others at its top, and what is added up, is one part here: where it is written. */
const ABOVE: ReadonlySet<string> = new Set(['results', 'successRule', 'costs']);
const isTwice = ({ path }: Block, { id }: Section): boolean =>
  path === 'status' ||
  (id === 'answer' && ABOVE.has(path)) ||
  // The end that counts; the plan has the one that was locked, and the deviations what it became.
  (id === 'about' && path === 'dates.plannedEnd');

/** All parts of a note as words, in the order in which it is read. */
export function noteParts(note: Note, say: Say, language: string): readonly NotePart[] {
  const state = isExperiment(note) ? say(stateWords(registerRow(note).state)) : '';
  const blocks = outline(note, null, true)
    .filter(({ id }) => id !== 'record')
    .flatMap((section) =>
      section.blocks.flatMap((block) => (isTwice(block, section) ? [] : partOf(block, section, note, say, language))),
    );
  return [
    { key: 'status', label: say('note.field.status'), text: state },
    { key: 'title', label: say('note.field.title'), text: note.title },
    { key: 'marking', label: say('note.field.marking'), text: unreadWord(note, 'marking') ?? note.marking ?? '' },
    {
      key: 'stage',
      label: say('note.field.stage'),
      text: unreadWord(note, 'stage') ?? (note.stage ? say(`stage.${note.stage}`) : ''),
    },
    { key: 'form', label: say('history.field.kind'), text: isExperiment(note) ? '' : say('form.note') },
    ...blocks,
  ];
}

function partOf(block: Block, section: Section, note: Note, say: Say, language: string): readonly NotePart[] {
  const part = (label: string, text: string): readonly NotePart[] => [{ key: `${block.path} ${label}`, label, text }];
  const named = (): string => {
    const key = ('label' in block ? block.label : null) ?? section.label;
    return key === null ? '' : say(key);
  };
  switch (block.kind) {
    case 'fact':
      return part(named(), phraseWords(block.value, say, language));
    case 'prose':
      return part(named(), block.text);
    case 'list':
      return part(named(), block.items.map((item) => phraseWords(item, say, language)).join('\n'));
    case 'table':
      return part(named(), block.rows.map((row) => rowWords(row, block.head, say, language)).join('\n'));
    case 'text':
      return part(say(fieldName('text', formOf(note))), note.text);
    case 'citations':
      return part(
        say('note.field.citations'),
        note.citations
          .map(({ packTitle, version, title, heading }) => `${packTitle} ${version}, ${heading || title}`)
          .join('\n'),
      );
    case 'files':
      return part(say('note.field.files'), note.files.map(({ name, alt }) => alt || name).join('\n'));
    case 'charts':
      return [];
  }
}

type Table = Extract<Block, { readonly kind: 'table' }>;

/** "Replies, Short letters · How many 22 · Value 64%": a figure says what it is. */
function rowWords(row: Table['rows'][number], head: Table['head'], say: Say, language: string): string {
  const cells = head.flatMap((column, at) => {
    const cell = row[at];
    return cell && cell.length > 0 ? [{ ...column, text: cellWords(cell, say, language) }] : [];
  });
  const words = cells.filter(({ isFigure }) => !isFigure).map(({ text }) => text);
  const figures = cells.filter(({ isFigure }) => isFigure).map(({ label, text }) => `${say(label)} ${text}`);
  return [words.join(', '), ...figures].filter((text) => text !== '').join(' · ');
}

export interface ChangedPart extends NotePart {
  readonly before: string;
}

/** The parts of which two versions have other words; `text` is that of the later one. */
export function changedParts(then: readonly NotePart[], now: readonly NotePart[]): readonly ChangedPart[] {
  const before = new Map(then.map(({ key, text }) => [key, text]));
  const after = new Set(now.map(({ key }) => key));
  const gone = then.filter(({ key }) => !after.has(key)).map((part) => ({ ...part, text: '' }));
  return [...now, ...gone].flatMap((part) => {
    const was = before.get(part.key) ?? '';
    return was === part.text ? [] : [{ ...part, before: was }];
  });
}
