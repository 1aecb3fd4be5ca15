import { memo, useId } from 'react';
import { type Drawable, type PicturesOf, picturesOf } from '#domain/charts/of-note.ts';
import { useSay } from '#kit/words.ts';
import { PictureFigure } from './picture-figure.tsx';
import './charts.css';

/** What the results and the costs of a note show as pictures; nothing where there is nothing to draw. */
export function NoteCharts({ note, which = 'all' }: { readonly note: Drawable; readonly which?: PicturesOf }) {
  const { metrics, results, costs, costCap, deviations, dates, riskiestAssumption, confidence } = note;
  return (
    <Pictures
      which={which}
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

const Pictures = memo(function Pictures({ which, ...note }: Drawable & { readonly which: PicturesOf }) {
  const say = useSay();
  const heading = useId();
  const pictures = picturesOf(note, say, which);
  if (pictures.length === 0) return null;
  const drawn = pictures.map((picture, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pictures have no name; one that changed its place is drawn anew
    <PictureFigure key={`${picture.kind} ${at}`} picture={picture} />
  ));
  // The figure that it draws stands above it, under a heading.
  if (which === 'main') return <div className="sat-charts">{drawn}</div>;
  return (
    <section className="sat-charts" aria-labelledby={heading}>
      <h3 id={heading} className="sat-h3">
        {say('chart.lead')}
      </h3>
      {drawn}
    </section>
  );
});
