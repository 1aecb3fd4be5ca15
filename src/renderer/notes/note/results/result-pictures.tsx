import { useDeferredValue } from 'react';
import { NoteCharts } from '#instruments/evidence/charts/note-charts.tsx';
import { useNote } from '#store/notes/note-context.ts';

/** The results and costs as pictures, drawn after what is typed: a keystroke never waits for them. */
export function ResultPictures() {
  const drawn = {
    metrics: useDeferredValue(useNote((note) => note.metrics)),
    results: useDeferredValue(useNote((note) => note.results)),
    costs: useDeferredValue(useNote((note) => note.costs)),
    costCap: useDeferredValue(useNote((note) => note.costCap)),
    deviations: useDeferredValue(useNote((note) => note.deviations)),
    dates: useDeferredValue(useNote((note) => note.dates)),
    riskiestAssumption: useDeferredValue(useNote((note) => note.riskiestAssumption)),
    confidence: useDeferredValue(useNote((note) => note.confidence)),
  };
  return <NoteCharts note={drawn} />;
}
