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

/** Which of a note's pictures: those of its main metric, all but those, or all. */
export type PicturesOf = 'main' | 'rest' | 'all';

/** The pictures that a note's results and costs allow: of its main metric first, then of the others, then of the whole. */
export function picturesOf(note: Drawable, say: Say, which: PicturesOf = 'all'): readonly Picture[] {
  const metrics = ORDER.flatMap((role) => note.metrics.filter((metric) => metric.role === role));
  const [main, ...others] = metrics.map((metric) => ofMetric(note, metric));
  const rest = [...others.flat(), boardPicture(note, say), costPicture(note)];
  const asked: Readonly<Record<PicturesOf, readonly (Picture | null)[]>> = {
    main: main ?? [],
    rest,
    all: [...(main ?? []), ...rest],
  };
  return asked[which].filter((picture) => picture !== null);
}

function ofMetric(note: Drawable, metric: Metric): readonly (Picture | null)[] {
  const run = runPicture(note, metric);
  return run ? [run] : [groupsPicture(note, metric), differencePicture(note, metric)];
}
