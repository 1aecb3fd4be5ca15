import type { Metric, Note } from '../note/record/note.ts';
import type { Say } from '../words/words.ts';
import { boardPicture } from './board.ts';
import { costPicture } from './cost-line.ts';
import { differencePicture } from './difference.ts';
import { groupsPicture } from './groups.ts';
import type { Picture } from './picture.ts';
import { runPicture } from './run.ts';

const ORDER = ['primary', 'secondary', 'guardrail'] as const;

/** What of a note is drawn. */
export type Drawable = Pick<
  Note,
  'metrics' | 'results' | 'costs' | 'costCap' | 'deviations' | 'dates' | 'riskiestAssumption' | 'confidence'
>;

/** The pictures that a note's results and costs allow: of its main metric first, then of the others, then of the whole. */
export function picturesOf(note: Drawable, say: Say): readonly Picture[] {
  const metrics = ORDER.flatMap((role) => note.metrics.filter((metric) => metric.role === role));
  return [...metrics.flatMap((metric) => ofMetric(note, metric)), boardPicture(note, say), costPicture(note)].filter(
    (picture) => picture !== null,
  );
}

function ofMetric(note: Drawable, metric: Metric): readonly (Picture | null)[] {
  const run = runPicture(note, metric);
  return run ? [run] : [groupsPicture(note, metric), differencePicture(note, metric)];
}
