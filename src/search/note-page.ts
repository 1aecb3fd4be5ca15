import { isExperiment, PLAIN } from '#domain/note/form.ts';
import { searchedIn } from '#domain/note/own-words.ts';
import type { Note } from '#domain/note/record/note.ts';
import { registerRow } from '#domain/note/register.ts';
import type { Section } from '#domain/pack/page.ts';
import { splitNoteText } from './note-text.ts';
import type { SegmentPage } from './segment-input.ts';

/** Anchors of what stands in fields; empty for what a note is about. They have no heading: a language gives it one. */
export const NOTE_SECTIONS = ['plan', 'text', 'results', 'decision'] as const;
type NoteSection = (typeof NOTE_SECTIONS)[number];

/** A note as the search sees it: what it is about, its plan, its text by its headings, results and decision. */
export function notePage(note: Note): SegmentPage {
  const { id, title, stage, tags } = note;
  const field = (name: NoteSection, texts: readonly string[]): Section => ({
    id: name,
    heading: '',
    level: 2,
    text: texts.join('\n'),
  });
  const sections = [
    field('plan', searchedIn(note, 'plan')),
    ...splitNoteText(note.text),
    field('results', searchedIn(note, 'results')),
    field('decision', searchedIn(note, 'decision')),
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
      { id: '', heading: title, level: 1, text: searchedIn(note, 'about').join('\n') },
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
