import { useDeferredValue } from 'react';
import { unreadFields } from '#domain/note/record/unread-fields.ts';
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
  // What a measure counts as better is a newer Satchel's word: nothing is judged here by another.
  const isUnread = useNote((note) => unreadFields(note).includes('metrics'));
  return isUnread ? null : <NoteCharts note={drawn} />;
}
