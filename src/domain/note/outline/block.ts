import type { Day } from '../../day.ts';
import { localDay } from '../../moment.ts';
import type { WordKey } from '../../words/words.ts';

/** Something that a note says, not yet in the words of any language. */
export type Value =
  /** Words of a person, as they stand in the note. */
  | { readonly kind: 'words'; readonly text: string }
  /** Words of Satchel. */
  | { readonly kind: 'said'; readonly key: WordKey; readonly values?: Readonly<Record<string, string>> }
  | { readonly kind: 'money'; readonly pence: number }
  /** `unit` may be empty, `£` or `%`. */
  | { readonly kind: 'figure'; readonly value: number; readonly unit: string }
  | { readonly kind: 'day'; readonly day: Day };

/** Values that are read one after the other. */
export type Phrase = readonly Value[];

interface At {
  /** The way to it in the note: `problem`, `hypothesis.change`, `results`. */
  readonly path: string;
}

/** A piece of a note as a reader meets it. */
export type Block = At &
  (
    | { readonly kind: 'fact'; readonly label: WordKey; readonly value: Phrase }
    /** Lines of plain words; `label` of `null` where the heading above says what they are. */
    | { readonly kind: 'prose'; readonly label: WordKey | null; readonly text: string }
    /** Markdown, whose pictures are files of the note. */
    | { readonly kind: 'text'; readonly label: WordKey | null }
    | { readonly kind: 'list'; readonly label: WordKey | null; readonly items: readonly Phrase[] }
    | {
        readonly kind: 'table';
        readonly label: WordKey | null;
        readonly head: readonly Column[];
        readonly rows: readonly (readonly (Phrase | null)[])[];
      }
    /** What its results and costs show as pictures. */
    | { readonly kind: 'charts'; readonly which: 'main' | 'rest' }
    | { readonly kind: 'citations' }
    | { readonly kind: 'files' }
  );

export interface Column {
  readonly label: WordKey;
  /** Figures stand under each other at their ends. */
  readonly isFigure: boolean;
}

/** Blocks under one heading; `label` of `null` for what stands first. None is ever empty. */
export interface Section {
  readonly id:
    | 'answer'
    | 'about'
    | 'plan'
    | 'results'
    | 'deviations'
    | 'guardrails'
    | 'comments'
    | 'sources'
    | 'record';
  readonly label: WordKey | null;
  readonly blocks: readonly Block[];
}

export const said = (key: WordKey, values?: Readonly<Record<string, string>>): Value =>
  values ? { kind: 'said', key, values } : { kind: 'said', key };

export const words = (text: string): Phrase => (text.trim() === '' ? [] : [{ kind: 'words', text: text.trim() }]);

export const dayOf = (day: Day | null): Phrase => (day === null ? [] : [{ kind: 'day', day }]);

/** The day of a moment, here; what is no moment as it was written. */
export const dayAt = (moment: string): Phrase => dayOf(localDay(moment) ?? (moment.slice(0, 10) || null));

export const figureOf = (value: number | null, unit = ''): Phrase =>
  value === null ? [] : [{ kind: 'figure', value, unit }];

export const fact = (path: string, label: WordKey, value: Phrase): readonly Block[] =>
  value.length === 0 ? [] : [{ kind: 'fact', path, label, value }];

export const prose = (path: string, label: WordKey | null, text: string): readonly Block[] =>
  text.trim() === '' ? [] : [{ kind: 'prose', path, label, text }];

export function list(path: string, label: WordKey | null, all: readonly Phrase[]): readonly Block[] {
  const items = all.filter((item) => item.length > 0);
  return items.length === 0 ? [] : [{ kind: 'list', path, label, items }];
}

/** Columns in which nothing stands are left out. */
export function table(
  path: string,
  label: WordKey | null,
  columns: readonly (Column & { readonly cells: readonly (Phrase | null)[] })[],
): readonly Block[] {
  const used = columns.filter(({ cells }) => cells.some((cell) => cell !== null && cell.length > 0));
  const count = used[0]?.cells.length ?? 0;
  if (count === 0) return [];
  const rows = Array.from({ length: count }, (_, at) => used.map(({ cells }) => cells[at] ?? null));
  return [{ kind: 'table', path, label, head: used.map(({ cells: _, ...column }) => column), rows }];
}
