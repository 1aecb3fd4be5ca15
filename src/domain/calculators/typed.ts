import type { Entry, Form } from './entries.ts';
import { readFigure } from './reading.ts';
import { FIELDS, type Field } from './refusal.ts';

/** What stands in the fields of a form, as it was typed. */
export interface Typed {
  readonly texts: Readonly<Partial<Record<Field, string>>>;
  readonly rows: readonly TypedRow[];
}

export interface TypedRow {
  readonly id: number;
  readonly name: string;
  readonly counts: 'added' | 'taken';
  readonly texts: Readonly<Partial<Record<Field, string>>>;
}

/** A whole row of figures, so that every calculator finds its own among them. */
type Figures = Readonly<Record<Field, number | null>>;

/** A field whose text is no figure; `row` counts from 1. */
export interface Unreadable {
  readonly unreadable: Field;
  readonly row?: number;
}

const ROWS_AT_START = 2;
const BLANK = Object.fromEntries(FIELDS.map((field) => [field, null])) as Record<Field, null>;

export const newRow = (id: number): TypedRow => ({ id, name: '', counts: 'added', texts: {} });

/** A form before anybody typed: what most people use stands in it. */
export function newTyped({ entries, rows }: Form): Typed {
  return {
    texts: Object.fromEntries(entries.flatMap(({ field, usual }) => (usual === undefined ? [] : [[field, usual]]))),
    rows: rows ? Array.from({ length: ROWS_AT_START }, (_, at) => newRow(at + 1)) : [],
  };
}

export interface ReadForm {
  readonly figures: Figures;
  readonly rows: readonly (Figures & Pick<TypedRow, 'name' | 'counts'>)[];
}

/** All figures of a form, or the first field that holds none. */
export function readForm(form: Form, typed: Typed): ReadForm | Unreadable {
  const figures = readTexts(form.entries, typed.texts);
  if ('unreadable' in figures) return figures;
  const rows: ReadForm['rows'][number][] = [];
  for (const [at, { name, counts, texts }] of (form.rows ? typed.rows : []).entries()) {
    const row = readTexts(form.rows?.entries ?? [], texts);
    if ('unreadable' in row) return { ...row, row: at + 1 };
    rows.push({ ...row, name, counts });
  }
  return { figures, rows };
}

function readTexts(entries: readonly Entry[], texts: Typed['texts']): Figures | Unreadable {
  const figures: Record<Field, number | null> = { ...BLANK };
  for (const { field, kind } of entries) {
    const value = readFigure(texts[field] ?? '', kind);
    if (value === 'unreadable') return { unreadable: field };
    figures[field] = value;
  }
  return figures;
}
