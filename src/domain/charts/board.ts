import type { Note } from '../note/record/note.ts';
import { z } from '../schema.ts';
import { withoutEnd } from '../without-end.ts';
import type { Say } from '../words/words.ts';
import { label } from './figures.ts';
import { spansOf, speaksFor } from './groups.ts';
import { type Standing, standing } from './intervals.ts';
import type { Spoken } from './spoken.ts';

export const STRENGTHS = ['none', 'low', 'medium', 'high'] as const;

/** What is assumed, and how strong the evidence on it is. */
export const boardSchema = z.object({
  kind: z.literal('board'),
  rows: z
    .array(
      z.object({
        name: label,
        strength: z.enum(STRENGTHS),
        /** Which way it points; `judged` where people said how sure they are, and no figure points anywhere. */
        says: z.enum(['for', 'against', 'unclear', 'judged', 'nothing']),
      }),
    )
    .min(1)
    .max(100),
});

export type BoardPicture = z.infer<typeof boardSchema>;
type BoardRow = BoardPicture['rows'][number];

const OF_STANDING: Readonly<Record<Standing, Pick<BoardRow, 'strength' | 'says'>>> = {
  clear: { strength: 'high', says: 'for' },
  near: { strength: 'medium', says: 'for' },
  // Its interval reaches the target, as the chart says of it: that is no figure against it.
  short: { strength: 'medium', says: 'unclear' },
  missed: { strength: 'high', says: 'against' },
  // A figure without an interval may be chance.
  reached: { strength: 'low', says: 'for' },
  not: { strength: 'low', says: 'against' },
};

/**
 * The riskiest assumption with the team's own confidence, and each metric that has a target with what its best group
 * says, as the picture of its groups does. `null` before there is a result or a judgement: a board of nothing says nothing.
 */
export function boardPicture(
  note: Pick<Note, 'metrics' | 'results' | 'riskiestAssumption' | 'confidence'>,
  say: Say,
): BoardPicture | null {
  const level = note.confidence.level;
  // It stands before a colon.
  const assumption = withoutEnd(note.riskiestAssumption.trim(), /[.:;]/);
  const judged: readonly BoardRow[] =
    assumption === ''
      ? []
      : [{ name: assumption.slice(0, 2_000), strength: level ?? 'none', says: level === null ? 'nothing' : 'judged' }];
  const measured = note.metrics.flatMap((metric): readonly BoardRow[] => {
    if (metric.target === null || metric.name.trim() === '') return [];
    const span = speaksFor(spansOf(note, metric), metric.direction);
    const name = say('chart.board.reaches', { name: metric.name });
    if (!span) return [{ name, strength: 'none', says: 'nothing' }];
    return [{ name, ...OF_STANDING[standing(span, { value: metric.target, better: metric.direction })] }];
  });
  const rows = [...judged, ...measured].slice(0, 100);
  return rows.some(({ strength }) => strength !== 'none') ? { kind: 'board', rows } : null;
}

export function spokenBoard(say: Say, { rows }: BoardPicture): Spoken {
  const strong = rows.filter(({ strength }) => strength === 'high').length;
  return {
    title: say('chart.board.title', { strong, all: rows.length }),
    unit: say('chart.board.unit'),
    summary: rows.map(({ name, strength, says }) => say('chart.board.row', { name, strength, says })).join(' '),
    heads: [say('chart.head.assumption'), say('chart.head.strength'), say('chart.head.says')],
    rows: rows.map(({ name, strength, says }) => [
      name,
      strengthWords(say, strength),
      say('chart.board.says', { says }),
    ]),
  };
}

export const strengthWords = (say: Say, strength: BoardRow['strength']): string =>
  say('chart.board.strength', { strength });
