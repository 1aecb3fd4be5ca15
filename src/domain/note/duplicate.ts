import type { Note } from './record/note.ts';

/** A new idea with the plan of another note. What happened there stays there: dates, costs, results, answers. */
export function duplicateOf(
  note: Note,
  { id, now, title }: Pick<Note, 'id' | 'title'> & { readonly now: string },
): Note {
  return {
    ...note,
    id,
    title,
    status: 'idea',
    ending: null,
    costs: [],
    dates: { plannedStart: null, plannedEnd: null, start: null, end: null },
    guardrails: {},
    plan: null,
    deviations: [],
    stop: null,
    results: [],
    noUsableData: '',
    exploratory: '',
    learning: '',
    confidence: { level: null, because: '' },
    decision: null,
    next: [],
    comments: [],
    links: [...note.links, { kind: 'note', id: note.id }],
    created: now,
    changed: now,
  };
}
