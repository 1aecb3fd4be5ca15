import { memo, useId, useMemo } from 'react';
import { type Drawable, picturesOf } from '#domain/charts/of-note.ts';
import { useSay } from '#store/words.ts';
import { PictureFigure } from './picture-figure.tsx';
import './charts.css';

/** What the results and the costs of a note show as pictures; nothing where there is nothing to draw. */
export function NoteCharts({ note }: { readonly note: Drawable }) {
  const { metrics, results, costs, costCap, deviations, dates, riskiestAssumption, confidence } = note;
  return (
    <Pictures
      metrics={metrics}
      results={results}
      costs={costs}
      costCap={costCap}
      deviations={deviations}
      dates={dates}
      riskiestAssumption={riskiestAssumption}
      confidence={confidence}
    />
  );
}

const Pictures = memo(function Pictures(note: Drawable) {
  const say = useSay();
  const heading = useId();
  const pictures = useMemo(() => picturesOf(note, say), [note, say]);
  if (pictures.length === 0) return null;
  return (
    <section className="note-charts" aria-labelledby={heading}>
      <h3 id={heading} className="sat-h3">
        {say('chart.lead')}
      </h3>
      {pictures.map((picture, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pictures have no name; one that changed its place is drawn anew
        <PictureFigure key={`${picture.kind} ${at}`} picture={picture} />
      ))}
    </section>
  );
});
