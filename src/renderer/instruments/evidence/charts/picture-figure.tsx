import { useMemo } from 'react';
import { type Picture, spokenOf } from '#domain/charts/picture.ts';
import { useSay } from '#kit/words.ts';
import { Chart } from '#ui/chart/chart.tsx';
import { drawOf } from './draw.ts';

/** A picture with its message, unit, sentence and table, in the language of the settings. */
export function PictureFigure({ picture }: { readonly picture: Picture }) {
  const say = useSay();
  // Notes are read anew with each word that is typed; only other figures are drawn anew.
  const figures = JSON.stringify(picture);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figures as text stand for the picture
  const { spoken, draw } = useMemo(
    () => ({ spoken: spokenOf(say, picture), draw: drawOf(say, picture) }),
    [say, figures],
  );
  return (
    <Chart
      title={spoken.title}
      unit={spoken.unit}
      summary={spoken.summary}
      table={spoken}
      tableLabel={say('chart.table')}
      draw={draw}
    />
  );
}
