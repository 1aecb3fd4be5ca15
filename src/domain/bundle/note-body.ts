import { figureWithUnit } from '../figure-text.ts';
import { isExperiment } from '../note/form.ts';
import { outline } from '../note/outline/outline.ts';
import { phraseWords } from '../note/outline/phrase-words.ts';
import type { PlanStanding } from '../note/plan.ts';
import { isDeviationField, UNLOCKED } from '../note/plan-now.ts';
import type { Note } from '../note/record/note.ts';
import type { WordKey } from '../words/words.ts';
import { headingOf, inFile, PROSE, TEXT_HEADING, writeWords } from './prose-headings.ts';

type Row = readonly (string | number | null)[];
/** The words of files are English in every language. */
const LANGUAGE = 'en-GB';

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
  const words = (of: keyof typeof PROSE): readonly string[] =>
    PROSE[of].flatMap(({ heading, get }) =>
      // Of a plain note the text is the note: it stands under its title.
      isPlain && heading === TEXT_HEADING ? [] : part(heading, writeWords(get(note))),
    );
  const { metrics, stopRules, sample, deviations, results, costs, next, citations, files, comments } = note;
  const nameOf = (id: string): string => metrics.find((metric) => metric.id === id)?.name ?? id;
  const sampled = sample.planned === null ? sample.unit : figureWithUnit(sample.planned, sample.unit);
  return [
    `# ${literal(note.title)}\n`,
    ...(isPlain && note.text !== '' ? [`${writeWords(note.text)}\n`] : []),
    ...words('plan'),
    ...part(headingOf('sample'), literal(sampled)),
    ...words('sample'),
    ...table(
      headingOf('metrics'),
      [
        'note.measure.name',
        'note.measure.unit',
        'note.measure.role',
        'note.measure.now',
        'note.measure.target',
        'note.measure.direction',
        'outline.source',
      ],
      metrics.map(({ name, unit, role, baseline, target, direction, source }) => [
        name,
        unit,
        inFile(`note.measure.role.${role}`),
        baseline,
        target,
        inFile(`note.measure.direction.${direction}`),
        source,
      ]),
    ),
    ...list(
      headingOf('stopRules'),
      stopRules.map(({ text }) => literal(text)),
    ),
    ...table(
      headingOf('deviations'),
      ['outline.when', 'note.deviation.field', 'outline.from', 'outline.to', 'note.because'],
      deviations.map(({ at, field, from, to, because }) => [moment(at), partName(field), from, to, because]),
    ),
    ...part(headingOf('plan'), plan === null || note.plan === null ? '' : lockedWords(note.plan, plan)),
    ...words('seen'),
    ...table(
      headingOf('results'),
      [
        'note.result.metric',
        'note.result.group',
        'note.result.n',
        'note.result.value',
        'note.result.low',
        'note.result.high',
        'note.results.planned',
      ],
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
      headingOf('costs'),
      ['note.cost.day', 'note.cost.pounds', 'note.cost.what'],
      costs.map(({ day, pounds, what }) => [day, pounds, what]),
    ),
    ...answered(note, 'confidence'),
    ...words('sure'),
    ...answered(note, 'decision', 'decision.byRole', 'stop.because', 'ending.because'),
    ...words('decided'),
    ...list(headingOf('next'), next.map(literal)),
    ...list(
      headingOf('citations'),
      citations.map(({ packTitle, version, title, heading }) =>
        [`${packTitle} ${version}`, title, heading]
          .filter((words) => words.trim() !== '')
          .map(literal)
          .join(', '),
      ),
    ),
    ...list(
      headingOf('files'),
      files.map(({ sha256, name, alt }) => {
        const path = fileOf(sha256);
        const words = literal(alt === '' ? name : `${name}: ${alt}`);
        return path === null ? words : `[${words}](<${encodeURI(path)}>)`;
      }),
    ),
    ...list(
      headingOf('comments'),
      comments.map(({ at, byRole, text }) =>
        literal([moment(at), byRole, text].filter((words) => words !== '').join(', ')),
      ),
    ),
  ].join('\n');
}

const lockedWords = ({ lockedAt, hash }: NonNullable<Note['plan']>, standing: PlanStanding): string =>
  `Locked ${literal(moment(lockedAt))}. ${inFile(`note.plan.standing.${standing}`)} Its fingerprint (SHA-256) is ${hash}.`;

/** What the document says first, of what was decided and how sure that is: each under its name. */
const answered = (note: Note, ...paths: readonly string[]): readonly string[] =>
  outline(note, null)
    .flatMap(({ id, blocks }) => (id === 'answer' ? blocks : []))
    .flatMap((block) => {
      if (!paths.includes(block.path)) return [];
      if (block.kind === 'fact') return part(inFile(block.label), literal(phraseWords(block.value, inFile, LANGUAGE)));
      return block.kind === 'prose' && block.label !== null ? part(inFile(block.label), writeWords(block.text)) : [];
    });

function partName(field: string): string {
  if (field === UNLOCKED) return inFile('note.unlock.happened');
  return isDeviationField(field) ? inFile(`note.field.${field}`) : field;
}

const part = (heading: string, text: string): readonly string[] => (text === '' ? [] : [`## ${heading}\n\n${text}\n`]);

const list = (heading: string, items: readonly string[]): readonly string[] =>
  part(heading, items.map((item) => `- ${item}`).join('\n'));

function table(heading: string, head: readonly WordKey[], rows: readonly Row[]): readonly string[] {
  const line = (cells: Row): string => `| ${cells.map((cell) => literal(String(cell ?? ''))).join(' | ')} |`;
  return part(
    heading,
    rows.length === 0
      ? ''
      : [line(head.map((key) => inFile(key))), line(head.map(() => '---')), ...rows.map(line)].join('\n'),
  );
}

/** A moment as a person reads it, in the same words everywhere. */
const moment = (at: string): string => at.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\S*Z$/, '$1 $2 UTC');

/** Words in one line that Markdown takes as they are. */
const literal = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
