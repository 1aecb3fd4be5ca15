import { fieldName } from '../note/fields.ts';
import type { Note, NoteField } from '../note/record/note.ts';
import { type Say, sayIn } from '../words/words.ts';

const say = sayIn('en-GB');

/** A field of words: its heading in `note.md`, how it is read from a note and put into one. */
interface Prose {
  readonly heading: string;
  /** What it was called in files of the first version. */
  readonly before: string;
  readonly get: (note: Note) => string;
  readonly set: (note: Note, text: string) => Note;
}

/**
 * Files say the names of the screen, in English in every language: one laptop reads what another wrote. They are pinned
 * by a test; another name is another version of the file.
 */
export const inFile: Say = (key, values) => say(key, values);
export const headingOf = (name: NoteField): string => inFile(fieldName(name, 'experiment'));

const field = (
  name:
    | 'problem'
    | 'users'
    | 'riskiestAssumption'
    | 'successRule'
    | 'method'
    | 'noUsableData'
    | 'exploratory'
    | 'learning'
    | 'text',
  before = headingOf(name),
): Prose => ({
  heading: headingOf(name),
  before,
  get: (note) => note[name],
  set: (note, text) => ({ ...note, [name]: text }),
});

/** On the screen they are one sentence, in which they are no headings. */
const hypothesis = (heading: string, part: keyof Note['hypothesis']): Prose => ({
  heading,
  before: heading,
  get: (note) => note.hypothesis[part],
  set: (note, text) => ({ ...note, hypothesis: { ...note.hypothesis, [part]: text } }),
});

const sample = (part: 'chosen' | 'power', before: string): Prose => ({
  heading: inFile(`note.sample.${part}`),
  before,
  get: (note) => note.sample[part],
  set: (note, text) => ({ ...note, sample: { ...note.sample, [part]: text } }),
});

const PLAN: readonly Prose[] = [
  field('problem'),
  field('users', 'Who it is for'),
  field('riskiestAssumption'),
  hypothesis('If', 'change'),
  hypothesis('Then', 'effect'),
  hypothesis('Because', 'because'),
  field('successRule', 'Success rule'),
  field('method'),
];
const SAMPLE: readonly Prose[] = [
  sample('chosen', 'How the sample is chosen'),
  sample('power', 'How large the sample must be'),
];

const SEEN: readonly Prose[] = [
  field('text', 'What was seen'),
  field('noUsableData', 'Why there is no usable data'),
  field('exploratory', 'Found outside the plan'),
  field('learning'),
];
const SURE: readonly Prose[] = [
  {
    heading: inFile('outline.confidence.because'),
    before: 'Why this confidence',
    get: (note) => note.confidence.because,
    set: (note, because) => ({ ...note, confidence: { ...note.confidence, because } }),
  },
];
const DECIDED: readonly Prose[] = [
  {
    heading: inFile('outline.decision.because'),
    before: 'Why this decision',
    get: (note) => note.decision?.because ?? '',
    set: (note, because) => (note.decision === null ? note : { ...note, decision: { ...note.decision, because } }),
  },
];

/** Each with the facts and lists that stand beside it. */
export const PROSE = { plan: PLAN, sample: SAMPLE, seen: SEEN, sure: SURE, decided: DECIDED } as const;

/** What is planned and then what was seen, in the order in which people read it. */
export const PLANNED: readonly Prose[] = [...PLAN, ...SAMPLE];
export const FOUND: readonly Prose[] = [...SEEN, ...SURE, ...DECIDED];

/** Of an experiment. */
export const TEXT_HEADING = headingOf('text');
export const LAST_HEADING = 'About this file';

/** Headings over facts, lists and tables that are written for people and not read back. */
const LISTS = [
  ...(['metrics', 'stopRules', 'sample', 'deviations', 'plan', 'results', 'costs'] as const).map(headingOf),
  ...(['confidence', 'decision', 'next', 'citations', 'files', 'comments'] as const).map(headingOf),
  ...(['note.decision.byRole', 'outline.stopped', 'outline.abandoned'] as const).map((key) => inFile(key)),
  LAST_HEADING,
];
const LISTS_BEFORE = [
  'Measures',
  'Stop rules',
  'Changes to the plan',
  'Locked plan',
  'Results',
  'Costs',
  'Next',
  'Guidance relied on',
  'Files',
  'Comments',
  LAST_HEADING,
];

const lineOf = (headings: readonly string[]): RegExp => {
  const plain = headings.map((one) => one.replace(/[()]/g, '\\$&'));
  return new RegExp(`^## (${plain.join('|')})( #+)?$`, 'gm');
};
const ALL = [...PLANNED, ...FOUND];

/** How the headings of a file are told from its writer's own, and what each is called now. */
export interface Headings {
  readonly line: RegExp;
  readonly nameNow: (heading: string) => string;
}

/** By the version of the file: what nobody wrote in one is a heading of the note's own writer. */
export const HEADINGS = {
  1: {
    line: lineOf([...ALL.map(({ before }) => before), ...LISTS_BEFORE]),
    nameNow: (heading) => ALL.find(({ before }) => before === heading)?.heading ?? heading,
  },
  2: { line: lineOf([...ALL.map(({ heading }) => heading), ...LISTS]), nameNow: (heading) => heading },
} as const satisfies Readonly<Record<number, Headings>>;

/**
 * A field's words with every line that reads like a heading of ours closed by `#`: Markdown shows it as before, and it
 * is told from ours. `readWords` takes that away again.
 */
export const writeWords = (text: string): string =>
  text.replace(
    HEADINGS[2].line,
    (_, heading: string, marks: string | undefined) => `## ${heading}${marks ? `${marks}#` : ' #'}`,
  );

const readWords = (text: string, { line }: Headings): string =>
  text.replace(line, (_, heading: string, marks = '') => `## ${heading}${marks === ' #' ? '' : marks.slice(0, -1)}`);

const isOurs = ([, , marks]: RegExpMatchArray): boolean => marks === undefined;
const within = (part: string, headings: Headings): string =>
  readWords(part.replace(/^(?:\r\n\r\n|\n\n)/, '').replace(/(?:\r\n\r\n|\n\n)$/, ''), headings);

/** What stands between a body's title and the first heading of ours: all the text of a plain note. */
export function leadOf(body: string, headings: Headings): string {
  const title = /^# [^\r\n]*/m.exec(body);
  if (!title) return '';
  const end = [...body.matchAll(headings.line)].find(isOurs)?.index ?? body.length;
  return within(body.slice(title.index + title[0].length, end), headings);
}

/** The parts of a body under headings of ours, by what they are called now. */
export function partsOf(body: string, headings: Headings): ReadonlyMap<string, string> {
  const heads = [...body.matchAll(headings.line)].filter(isOurs);
  return new Map(
    heads.map((head, at) => {
      const part = body.slice(head.index + head[0].length, heads[at + 1]?.index ?? body.length);
      return [headings.nameNow(head[1] ?? ''), within(part, headings)];
    }),
  );
}
