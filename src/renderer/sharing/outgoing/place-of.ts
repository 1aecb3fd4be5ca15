import { isExperiment } from '#domain/note/form.ts';
import { heldIn } from '#domain/note/plain-note.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { NoteFinding } from '#domain/personal-data.ts';

/** The id of the control or part of the note's screen in which a finding stands, as near as there is one. */
export function placeOf({ field }: Pick<NoteFinding, 'field'>, note: Note): string {
  const [name = '', key = '', inner = ''] = field.split('.');
  const row = (list: readonly { readonly id: string }[]): string => list[Number(key)]?.id ?? '';
  if (!isExperiment(note) && heldIn(note).some((held) => held === name)) return 'held';
  switch (name) {
    case 'stopRules':
      return note.plan ? 'plan' : `stop-${row(note.stopRules)}`;
    case 'metrics':
      return note.plan ? 'plan' : `metric-${row(note.metrics)}-${inner}`;
    case 'hypothesis':
    case 'sample':
      return note.plan ? 'plan' : `${name}-${key}`;
    case 'costs':
      return `cost-${row(note.costs)}-${inner}`;
    case 'results':
      return `result-${row(note.results)}-${inner}`;
    case 'comments':
      return `comment-${row(note.comments)}`;
    case 'confidence':
    case 'decision':
      return `${name}-${key}`;
    default:
      return name;
  }
}
