import type { WordKey } from '../words/words.ts';
import type { Form } from './form.ts';
import type { NoteField } from './record/note.ts';

/**
 * What is known of a field, for all that reads notes. A field without a line here does not compile; each use reads this
 * table, and a test asks each use for every field.
 */
export interface FieldPolicy {
  /** "Ready" locks it: results cannot reshape it. */
  readonly plan: boolean;
  /** A deviation from the locked plan may be about it. */
  readonly deviates: boolean;
  /** A plain note, which is no experiment, shows it. */
  readonly plain: boolean;
  /** A copy of the note has it too; what happened to the note stays there. */
  readonly copied: boolean;
  /** An earlier version brings it back: it is words, not where the note stands on its way nor who may read or use it. */
  readonly broughtBack: boolean;
  /** People write it, so it may name a person. */
  readonly scanned: boolean;
  /** Its words count as words of the note: its writer put them there. */
  readonly counted: boolean;
  /** Where the search looks for its words. */
  readonly search: 'title' | 'about' | 'plan' | 'text' | 'results' | 'decision' | null;
  /** A line, prose, a thing a line or a sum of pounds: form and paper know what to do with it. Else it has its own ways. */
  readonly value: 'line' | 'prose' | 'lines' | 'pounds' | 'own';
  /** The part of the form that asks for it; `null` where a tool or Satchel writes it. */
  readonly form: 'plan' | 'found' | 'learned' | 'about' | null;
  /** The part of the document in which it is read; `null` where it stands above that, in several, or in none. */
  readonly paper: 'plan' | 'results' | 'about' | null;
  /** Of a sum of pounds: the register has a column of it. */
  readonly register: boolean;
  /** Stands in the front matter of the note's Markdown: of every note, of experiments, of none. */
  readonly front: 'all' | 'experiment' | null;
}

const NOTHING = {
  plan: false,
  deviates: false,
  plain: false,
  copied: true,
  broughtBack: true,
  scanned: true,
  counted: true,
  search: null,
  value: 'own',
  form: null,
  paper: null,
  register: false,
  front: null,
} as const satisfies FieldPolicy;
/** What Satchel writes: where the note stands, and what names it. */
const STATE = {
  ...NOTHING,
  copied: false,
  broughtBack: false,
  scanned: false,
  counted: false,
  plain: true,
} as const satisfies FieldPolicy;
/** How the test is made and judged. */
const PLAN = {
  ...NOTHING,
  plan: true,
  deviates: true,
  search: 'plan',
  form: 'plan',
  paper: 'plan',
} as const satisfies FieldPolicy;
/** What was found and what came of it. */
const FOUND = { ...NOTHING, copied: false } as const satisfies FieldPolicy;
/** What a note of either kind has. */
const OF_ANY = { ...NOTHING, plain: true } as const satisfies FieldPolicy;

/** In the order in which a note is read. */
export const FIELDS = {
  id: { ...STATE, front: 'all' },
  title: { ...PLAN, plain: true, copied: false, value: 'line', paper: null, search: 'title', front: 'all' },
  status: { ...STATE, front: 'experiment' },
  ending: { ...STATE, scanned: true, counted: true, search: 'decision', front: 'experiment' },
  kind: {
    ...PLAN,
    plain: true,
    deviates: false,
    scanned: false,
    counted: false,
    paper: 'about',
    search: null,
    front: 'experiment',
  },
  template: { ...OF_ANY, broughtBack: false, scanned: false, counted: false, front: 'all' },
  stage: { ...OF_ANY, form: 'about', scanned: false, counted: false, front: 'all' },
  problem: { ...PLAN, value: 'prose', search: 'about' },
  users: { ...PLAN, value: 'prose' },
  riskiestAssumption: { ...PLAN, value: 'prose' },
  hypothesis: { ...PLAN, search: 'about' },
  metrics: PLAN,
  successRule: { ...PLAN, value: 'prose' },
  stopRules: PLAN,
  method: { ...PLAN, value: 'prose' },
  sample: PLAN,
  dataUse: { ...PLAN, front: 'experiment' },
  environment: { ...PLAN, counted: false, search: null, front: 'experiment' },
  costCap: { ...PLAN, value: 'pounds', search: null, front: 'experiment' },
  costs: { ...FOUND, paper: 'results' },
  dates: { ...FOUND, form: 'plan', paper: 'plan', scanned: false, counted: false, front: 'experiment' },
  ownerRole: { ...PLAN, value: 'line', paper: 'about', front: 'experiment' },
  approverRole: { ...PLAN, value: 'line', paper: 'about', front: 'experiment' },
  team: { ...NOTHING, value: 'lines', form: 'about', paper: 'about', search: 'plan', front: 'experiment' },
  consulted: { ...NOTHING, value: 'lines', form: 'about', paper: 'about', search: 'plan', front: 'experiment' },
  risks: { ...NOTHING, value: 'lines', form: 'about', paper: 'plan', search: 'plan', front: 'experiment' },
  guardrails: {
    ...PLAN,
    deviates: false,
    copied: false,
    form: null,
    paper: null,
    search: null,
    front: 'experiment',
  },
  plan: STATE,
  deviations: { ...FOUND, broughtBack: false, search: 'plan' },
  stop: { ...FOUND, broughtBack: false, search: 'decision', front: 'experiment' },
  results: { ...FOUND, form: 'found', paper: 'results', search: 'results' },
  noUsableData: { ...FOUND, value: 'prose', form: 'found', paper: 'results', search: 'results' },
  exploratory: { ...FOUND, value: 'prose', form: 'found', paper: 'results', search: 'results' },
  files: { ...OF_ANY, counted: false },
  text: { ...OF_ANY, paper: 'results', search: 'text' },
  learning: { ...FOUND, value: 'prose', form: 'learned', paper: 'results', search: 'decision' },
  confidence: { ...FOUND, form: 'learned', search: 'decision' },
  decision: { ...FOUND, form: 'learned', search: 'decision' },
  next: { ...FOUND, value: 'lines', form: 'learned', search: 'decision' },
  citations: { ...OF_ANY, scanned: false, counted: false },
  links: { ...OF_ANY, scanned: false, counted: false },
  tags: { ...OF_ANY, form: 'about', paper: 'about', search: 'title', front: 'all' },
  comments: { ...OF_ANY, counted: false, copied: false, broughtBack: false, search: 'decision' },
  notPersonal: { ...OF_ANY, scanned: false, counted: false },
  marking: { ...OF_ANY, broughtBack: false, form: 'about', scanned: false, counted: false },
  licence: { ...OF_ANY, broughtBack: false, paper: 'about', counted: false, front: 'all' },
  created: { ...STATE, front: 'all' },
  changed: { ...STATE, front: 'all' },
} as const satisfies Readonly<Record<NoteField, FieldPolicy>>;

/** Fields for which the table says so. */
export type FieldsWith<Use extends keyof FieldPolicy, Said extends FieldPolicy[Use]> = {
  [Field in NoteField]: (typeof FIELDS)[Field][Use] extends Said ? Field : never;
}[NoteField];

/** The same as a list, in the order of the table. */
export const fieldsWith = <Use extends keyof FieldPolicy, Said extends FieldPolicy[Use]>(
  use: Use,
  ...said: readonly Said[]
): readonly FieldsWith<Use, Said>[] =>
  (Object.keys(FIELDS) as NoteField[]).filter((field): field is FieldsWith<Use, Said> =>
    said.some((one) => FIELDS[field][use] === one),
  );

/** What a field is called, on the screen and wherever a note is written out; in notes of another form it may have another name. */
export const fieldName = (field: NoteField | 'unknown', form: Form): WordKey =>
  field === 'text' && form === 'note' ? 'note.field.text.plain' : `note.field.${field}`;
