import { chartBlock } from '../charts/block.ts';
import { oneLine } from '../one-line.ts';
import type { Say } from '../words/words.ts';
import type { Answer } from './answer.ts';
import { type CalculatorId, formOf } from './entries.ts';
import { figureOf } from './reading.ts';
import { readForm, type Typed } from './typed.ts';

/** What goes into the note: what was asked, the answer in a sentence, the figures as a table, and the pictures. */
export function answerMarkdown(id: CalculatorId, typed: Typed, answer: Answer, say: Say): string {
  const heads = [say('calculate.table.figure'), say('calculate.table.value')];
  const table = tableMarkdown([heads, ...givenLines(id, typed, say), ...answer.figures]);
  return [
    `**${escaped(say(`calculator.${id}.title`))}**`,
    escaped(answer.sentence),
    table,
    ...answer.pictures.map(chartBlock),
  ].join('\n\n');
}

/** The figures that went in, as they were read. Rows are told in the sentence. */
function givenLines(id: CalculatorId, typed: Typed, say: Say): readonly (readonly [string, string])[] {
  const form = formOf(id);
  const read = readForm(form, typed);
  if ('unreadable' in read) return [];
  return form.entries.flatMap(({ field, kind }) => {
    const value = read.figures[field];
    return value === null ? [] : [[say(`calculator.field.${field}`), figureOf(say, value, kind)] as const];
  });
}

/** A Markdown table; the first row is its head. Cells are plain words. */
export function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...others] = rows;
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => escaped(cell)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...others.map(line)].join('\n');
}

/** Words that stay words: what they hold of Markdown's signs is shown, and lines do not break. */
const escaped = (words: string): string => oneLine(words).replace(/[\\`*_[\]<>|~#$&]/g, (sign) => `\\${sign}`);
