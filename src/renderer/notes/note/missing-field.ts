import type { Missing } from '#domain/note/missing.ts';
import type { Note } from '#domain/note/record/note.ts';
import { personalIn } from '#domain/personal-data.ts';

const isBlank = (text: string): boolean => text.trim() === '';

/** The id of the control that what is missing is written into. */
export function fieldOf(missing: Missing, note: Note): string {
  const main = note.metrics.find(({ role }) => role === 'primary');
  const ofMain = (field: string): string => (main ? `metric-${main.id}-${field}` : 'add-main-measure');
  switch (missing.what) {
    case 'hypothesis': {
      const parts = ['change', 'effect', 'because'] as const;
      return `hypothesis-${parts.find((part) => isBlank(note.hypothesis[part])) ?? 'change'}`;
    }
    case 'primaryMetric':
      return ofMain('name');
    case 'severalPrimaryMetrics': {
      const second = note.metrics.filter(({ role }) => role === 'primary')[1];
      return second ? `metric-${second.id}-role` : ofMain('role');
    }
    case 'baseline':
    case 'target':
      return ofMain(missing.what);
    case 'sample':
      return 'sample-unit';
    case 'plannedStart':
      return 'planned-start';
    case 'plannedEnd':
    case 'endBeforeStart':
      return 'planned-end';
    case 'endedBeforeStart':
      return 'end';
    case 'startInFuture':
      return 'start';
    case 'stopRule': {
      const [first] = note.stopRules;
      return first ? `stop-${first.id}` : 'add-stop-rule';
    }
    case 'stopReason':
      return 'stop-because';
    case 'result': {
      const row = note.results.find(({ metric, exploratory }) => metric === main?.id && !exploratory);
      return row ? `result-${row.id}-value` : 'add-result';
    }
    case 'confidence':
      return note.confidence.level === null ? 'confidence' : 'confidence-because';
    case 'decisionBecause':
      return 'decision-because';
    case 'guardrail':
      return `guardrail-${missing.guardrail}`;
    case 'personalData':
      return personalField(note);
    default:
      return missing.what;
  }
}

/** A control whose words cannot be taken yet. */
interface Unread {
  readonly field: string;
}

/** What is asked for beside the fields whose words are to be corrected: those are asked for once. */
export const besideUnread = (
  missing: readonly Missing[],
  unread: readonly Unread[],
  note: Note,
): readonly (Unread & { readonly missing: Missing })[] =>
  missing
    .map((one) => ({ missing: one, field: fieldOf(one, note) }))
    .filter(({ field }) => !unread.some((other) => other.field === field));

/** Where the first thing stands that looks like personal data, as near as the screen has a place for it. */
function personalField(note: Note): string {
  const [first] = personalIn(note);
  const [field = '', key = '', inner = ''] = first?.field.split('.') ?? [];
  const row = (list: readonly { readonly id: string }[]): string => list[Number(key)]?.id ?? '';
  switch (field) {
    case 'comments':
      return `comment-${row(note.comments)}`;
    case 'deviations':
      return 'deviations';
    case 'costs':
      return `cost-${row(note.costs)}-${inner}`;
    case 'results':
      return `result-${row(note.results)}-${inner}`;
    case 'confidence':
    case 'decision':
      return `${field}-${inner === '' ? key : inner}`;
    case 'text':
    case 'learning':
    case 'exploratory':
    case 'noUsableData':
    case 'team':
    case 'consulted':
    case 'risks':
    case 'next':
    case 'tags':
      return field;
    default:
      // What the plan locked is text by now.
      return 'plan';
  }
}
