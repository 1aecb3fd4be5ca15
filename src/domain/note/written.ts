import type { Note } from './record/note.ts';

/** Every text that the writer of a note put into it, title and fields too; not guidance that was cited, nor what others said of it. */
export function writtenIn(note: Note): readonly string[] {
  const { hypothesis, sample, dataUse, confidence, decision, stop, ending } = note;
  return [
    note.title,
    note.problem,
    note.users,
    note.riskiestAssumption,
    hypothesis.change,
    hypothesis.effect,
    hypothesis.because,
    ...note.metrics.flatMap(({ name, unit, source }) => [name, unit, source]),
    note.successRule,
    ...note.stopRules.map(({ text }) => text),
    note.method,
    sample.unit,
    sample.chosen,
    sample.power,
    ...dataUse.sources,
    dataUse.dpiaRef,
    ...note.costs.map(({ what }) => what),
    note.ownerRole,
    note.approverRole,
    ...note.team,
    ...note.consulted,
    ...note.risks,
    ...Object.values(note.guardrails).map((given) => given.note),
    ...note.deviations.flatMap(({ to, because }) => [to, because]),
    stop?.because ?? '',
    ...note.results.map(({ group }) => group),
    note.noUsableData,
    note.exploratory,
    note.text,
    note.learning,
    confidence.because,
    decision?.because ?? '',
    decision?.byRole ?? '',
    ending?.kind === 'abandoned' ? ending.because : '',
    ...note.next,
    ...note.tags,
  ];
}
