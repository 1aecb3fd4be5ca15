import type { Note } from '../note/record/note.ts';

/** A field of words: its heading in `note.md`, how it is read from a note and put into one. */
interface Prose {
  readonly heading: string;
  readonly get: (note: Note) => string;
  readonly set: (note: Note, text: string) => Note;
}

const field = (
  heading: string,
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
): Prose => ({ heading, get: (note) => note[name], set: (note, text) => ({ ...note, [name]: text }) });

const hypothesis = (heading: string, part: keyof Note['hypothesis']): Prose => ({
  heading,
  get: (note) => note.hypothesis[part],
  set: (note, text) => ({ ...note, hypothesis: { ...note.hypothesis, [part]: text } }),
});

const sample = (heading: string, part: 'chosen' | 'power'): Prose => ({
  heading,
  get: (note) => note.sample[part],
  set: (note, text) => ({ ...note, sample: { ...note.sample, [part]: text } }),
});

/** What is planned and then what was seen, in the order in which people read it. */
export const PLANNED: readonly Prose[] = [
  field('Problem', 'problem'),
  field('Who it is for', 'users'),
  field('Riskiest assumption', 'riskiestAssumption'),
  hypothesis('If', 'change'),
  hypothesis('Then', 'effect'),
  hypothesis('Because', 'because'),
  field('Success rule', 'successRule'),
  field('Method', 'method'),
  sample('How the sample is chosen', 'chosen'),
  sample('How large the sample must be', 'power'),
];

/** Of an experiment. */
export const TEXT_HEADING = 'What was seen';

export const FOUND: readonly Prose[] = [
  field(TEXT_HEADING, 'text'),
  field('Why there is no usable data', 'noUsableData'),
  field('Found outside the plan', 'exploratory'),
  field('Learning', 'learning'),
  {
    heading: 'Why this confidence',
    get: (note) => note.confidence.because,
    set: (note, because) => ({ ...note, confidence: { ...note.confidence, because } }),
  },
  {
    heading: 'Why this decision',
    get: (note) => note.decision?.because ?? '',
    set: (note, because) => (note.decision === null ? note : { ...note, decision: { ...note.decision, because } }),
  },
];

/** Headings over lists and tables that are written for people and not read back. */
const LISTS = [
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
  'About this file',
] as const;

const OURS = [...PLANNED, ...FOUND].map(({ heading }) => heading).concat(LISTS);
const LINE = new RegExp(`^## (${OURS.join('|')})( #+)?$`, 'gm');

/**
 * A field's words with every line that reads like a heading of ours closed by `#`: Markdown shows it as before, and it
 * is told from ours. `readWords` takes that away again.
 */
export const writeWords = (text: string): string =>
  text.replace(LINE, (_, heading: string, marks: string | undefined) => `## ${heading}${marks ? `${marks}#` : ' #'}`);

const readWords = (text: string): string =>
  text.replace(LINE, (_, heading: string, marks = '') => `## ${heading}${marks === ' #' ? '' : marks.slice(0, -1)}`);

const isOurs = ([, , marks]: RegExpMatchArray): boolean => marks === undefined;
const within = (part: string): string =>
  readWords(part.replace(/^(?:\r\n\r\n|\n\n)/, '').replace(/(?:\r\n\r\n|\n\n)$/, ''));

/** What stands between a body's title and the first heading of ours: all the text of a plain note. */
export function leadOf(body: string): string {
  const title = /^# [^\r\n]*/m.exec(body);
  if (!title) return '';
  const end = [...body.matchAll(LINE)].find(isOurs)?.index ?? body.length;
  return within(body.slice(title.index + title[0].length, end));
}

/** The parts of a body under headings of ours. */
export function partsOf(body: string): ReadonlyMap<string, string> {
  const heads = [...body.matchAll(LINE)].filter(isOurs);
  return new Map(
    heads.map((head, at) => {
      const part = body.slice(head.index + head[0].length, heads[at + 1]?.index ?? body.length);
      return [head[1] ?? '', within(part)];
    }),
  );
}
