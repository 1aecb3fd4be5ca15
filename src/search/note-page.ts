import { isExperiment, PLAIN } from '#domain/note/form.ts';
import type { Note } from '#domain/note/record/note.ts';
import { registerRow } from '#domain/note/register.ts';
import type { Section } from '#domain/page.ts';
import { splitNoteText } from './note-text.ts';
import type { SegmentPage } from './segment-input.ts';

/** Anchors of what stands in fields; empty for what a note is about. They have no heading: a language gives it one. */
export const NOTE_SECTIONS = ['plan', 'text', 'results', 'decision'] as const;
type NoteSection = (typeof NOTE_SECTIONS)[number];

/** A note as the search sees it: what it is about, its plan, its text by its headings, results and decision. */
export function notePage(note: Note): SegmentPage {
  const { id, title, stage, tags } = note;
  const field = (name: NoteSection, ...texts: readonly (string | readonly string[])[]): Section => ({
    id: name,
    heading: '',
    level: 2,
    text: words(...texts),
  });
  const { problem, hypothesis, metrics, stopRules, sample, dataUse, results, decision, stop, ending } = note;
  const about = words(problem, hypothesis.change, hypothesis.effect, hypothesis.because);
  const groups = [...new Set(results.map(({ group }) => group))];
  const sections = [
    field(
      'plan',
      metrics.flatMap(({ name, source }) => [name, source]),
      [note.successRule, ...stopRules.map(({ text }) => text), note.method, note.users, note.riskiestAssumption],
      [sample.unit, sample.chosen, sample.power, ...dataUse.sources, ...note.risks],
      [note.ownerRole, note.approverRole, ...note.team, ...note.consulted],
      note.deviations.flatMap(({ to, because }) => [to, because]),
    ),
    ...splitNoteText(note.text),
    field('results', groups, note.noUsableData, note.exploratory),
    field(
      'decision',
      [note.learning, note.confidence.because, decision?.because ?? '', stop?.because ?? ''],
      [ending?.kind === 'abandoned' ? ending.because : '', ...note.next],
      note.comments.map(({ text }) => text),
    ),
  ];
  return {
    meta: {
      id,
      path: '',
      title,
      stage: stage ? [stage] : [],
      audience: [],
      ask: [],
      tags,
      status: statusOf(note),
      sources: [],
      related: [],
      extra: {},
      words: 0,
    },
    sections: [
      { id: '', heading: title, level: 1, text: about },
      ...sections.filter(({ heading, text }) => heading !== '' || text !== ''),
    ],
  };
}

/** `running`; of a decided note with its choice: `decided.adapt`; of a plain note `note`. */
function statusOf(note: Note): string {
  if (!isExperiment(note)) return PLAIN;
  const { state, decision } = registerRow(note);
  return state === 'decided' && decision !== 'none' ? `${state}.${decision}` : state;
}

const words = (...texts: readonly (string | readonly string[])[]): string =>
  texts
    .flat()
    .filter((text) => text.trim() !== '')
    .join('\n');
