import { isExperiment } from '../note/form.ts';
import type { PlanStanding } from '../note/plan.ts';
import type { Note } from '../note/record/note.ts';
import { FOUND, PLANNED, TEXT_HEADING, writeWords } from './prose-headings.ts';

const ROLES = { primary: 'main measure', secondary: 'also looked at', guardrail: 'must not get worse' } as const;

type Row = readonly (string | number | null)[];

const STANDINGS: Readonly<Record<PlanStanding, string>> = {
  asLocked: 'The plan is as it was locked.',
  changed: 'The plan was changed after it was locked.',
  unknown: 'Whether the plan is as it was locked cannot be worked out: another version of Satchel locked it.',
};

/**
 * A note as Markdown that is read anywhere: its title, its words under fixed headings, its lists as lists and tables.
 * @param plan how its locked plan stands to its fingerprint; `null` says nothing of it
 */
export function noteBody(
  note: Note,
  fileOf: (sha256: string) => string | null,
  plan: PlanStanding | null = null,
): string {
  const isPlain = !isExperiment(note);
  const words = (list: typeof PLANNED): readonly string[] =>
    list.flatMap((prose) => part(prose.heading, writeWords(prose.get(note))));
  const { metrics, stopRules, deviations, results, costs, next, citations, files, comments } = note;
  const nameOf = (id: string): string => metrics.find((metric) => metric.id === id)?.name ?? id;
  return [
    `# ${literal(note.title)}\n`,
    ...(isPlain && note.text !== '' ? [`${writeWords(note.text)}\n`] : []),
    ...words(PLANNED),
    ...table(
      'Measures',
      ['Measure', 'Unit', 'Use', 'Now', 'Target', 'Better is', 'Source'],
      metrics.map(({ name, unit, role, baseline, target, direction, source }) => [
        name,
        unit,
        ROLES[role],
        baseline,
        target,
        direction === 'up' ? 'more' : 'less',
        source,
      ]),
    ),
    ...list(
      'Stop rules',
      stopRules.map(({ text }) => literal(text)),
    ),
    ...table(
      'Changes to the plan',
      ['When', 'Field', 'From', 'To', 'Because'],
      deviations.map(({ at, field, from, to, because }) => [moment(at), inWords(field), from, to, because]),
    ),
    ...part('Locked plan', plan === null || note.plan === null ? '' : lockedWords(note.plan, plan)),
    // Of a plain note the text is the note: it stands under its title.
    ...words(isPlain ? FOUND.filter(({ heading }) => heading !== TEXT_HEADING) : FOUND),
    ...table(
      'Results',
      ['Measure', 'Group', 'Number', 'Value', 'Low', 'High', 'Planned'],
      results.map(({ metric, group, n, value, low, high, exploratory }) => [
        nameOf(metric),
        group,
        n,
        value,
        low,
        high,
        exploratory ? 'no' : 'yes',
      ]),
    ),
    ...table(
      'Costs',
      ['Day', 'Pounds', 'For'],
      costs.map(({ day, pounds, what }) => [day, pounds, what]),
    ),
    ...list('Next', next.map(literal)),
    ...list(
      'Guidance relied on',
      citations.map(({ packTitle, version, title, heading }) =>
        [`${packTitle} ${version}`, title, heading]
          .filter((words) => words.trim() !== '')
          .map(literal)
          .join(', '),
      ),
    ),
    ...list(
      'Files',
      files.map(({ sha256, name, alt }) => {
        const path = fileOf(sha256);
        const words = literal(alt === '' ? name : `${name}: ${alt}`);
        return path === null ? words : `[${words}](<${encodeURI(path)}>)`;
      }),
    ),
    ...list(
      'Comments',
      comments.map(({ at, byRole, text }) =>
        literal([moment(at), byRole, text].filter((words) => words !== '').join(', ')),
      ),
    ),
  ].join('\n');
}

const lockedWords = ({ lockedAt, hash }: NonNullable<Note['plan']>, standing: PlanStanding): string =>
  `Locked ${literal(moment(lockedAt))}. ${STANDINGS[standing]} Its fingerprint (SHA-256) is ${hash}.`;

/** `plannedEnd` as `Planned end`. */
const inWords = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());

const part = (heading: string, text: string): readonly string[] => (text === '' ? [] : [`## ${heading}\n\n${text}\n`]);

const list = (heading: string, items: readonly string[]): readonly string[] =>
  part(heading, items.map((item) => `- ${item}`).join('\n'));

function table(heading: string, head: readonly string[], rows: readonly Row[]): readonly string[] {
  const line = (cells: Row): string => `| ${cells.map((cell) => literal(String(cell ?? ''))).join(' | ')} |`;
  return part(
    heading,
    rows.length === 0 ? '' : [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'),
  );
}

/** A moment as a person reads it, in the same words everywhere. */
const moment = (at: string): string => at.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\S*Z$/, '$1 $2 UTC');

/** Words in one line that Markdown takes as they are. */
const literal = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
