import { stringify } from 'yaml';
import { fieldsWith } from '../note/fields.ts';
import { type Form, formOf } from '../note/form.ts';
import type { PlanStanding } from '../note/plan.ts';
import { type Note, noteSchema } from '../note/record/note.ts';
import { asWritten } from '../note/record/unread.ts';
import { withFilePaths } from './file-paths.ts';
import { isRecord } from './json.ts';
import { type Marking, markingIn } from './marking.ts';
import { noteBody } from './note-body.ts';
import { FOUND, HEADINGS, type Headings, LAST_HEADING, leadOf, PLANNED, partsOf } from './prose-headings.ts';

/** What front matter holds: short facts. Words stand under headings, and the record beside it has everything. */
const FACTS = fieldsWith('front', 'all', 'experiment');
/** The same of a plain note: nothing of an experiment. */
const PLAIN_FACTS = fieldsWith('front', 'all');

const KINDS: Readonly<Record<Form, string>> = { experiment: 'experiment note', note: 'note' };
/** Of the file: in the first the headings had other names. */
const VERSION = 2;
const versions = Object.keys(HEADINGS).join('|');
const KIND = new RegExp(`^(${KINDS.experiment}|${KINDS.note}) (${versions})$`);
const NAMES: Readonly<Record<Form, string>> = { experiment: 'An experiment note', note: 'A note' };

/**
 * A note as one Markdown file: front matter, then the marking, the note, and the marking again.
 * @param fileOf path of a file of the note as seen from this file, `null` where it is not at hand
 */
export function noteFile(
  note: Note,
  marking: Marking | null,
  fileOf: (sha256: string) => string | null,
  plan: PlanStanding | null = null,
): string {
  const form = formOf(note);
  const whole = asWritten(note);
  const facts = Object.fromEntries((form === 'note' ? PLAIN_FACTS : FACTS).map((fact) => [fact, whole[fact]]));
  const { decision, sample } = note;
  const figures = {
    sample: { unit: sample.unit, planned: sample.planned },
    confidence: valueIn(whole.confidence, 'level'),
    decision: decision === null && isRecord(whole.decision) ? whole.decision : shortOf(decision),
  };
  const front = stringify(
    {
      ...(marking === null ? {} : { marking }),
      satchel: `${KINDS[form]} ${VERSION}`,
      ...facts,
      ...(form === 'note' ? {} : figures),
    },
    { lineWidth: 0 },
  );
  const mark = marking === null ? '' : `${marking}\n\n`;
  const end = `## ${LAST_HEADING}\n\n${NAMES[form]} made with Satchel. Where ${'`record.json`'} lies beside it, that holds the whole note.\n`;
  return `---\n${front}---\n\n${mark}${noteBody(withFilePaths(note, fileOf), fileOf, plan)}\n${end}${marking === null ? '' : `\n${marking}\n`}`;
}

const valueIn = (value: unknown, part: string): unknown => (isRecord(value) ? value[part] : null);

/** Its reason stands under a heading. */
const shortOf = (decision: Note['decision']) =>
  decision === null ? null : { choice: decision.choice, byRole: decision.byRole, day: decision.day };

/**
 * The note that a file of ours holds: its facts and its words, without lists that are written for people only; `null`
 * where it is not ours.
 * @param front the file's front matter, read @param body what follows it
 */
export function noteOfFile(front: unknown, body: string): Note | null {
  if (!isRecord(front)) return null;
  const [, kind, version] = KIND.exec(String(front.satchel)) ?? [];
  if (kind === undefined) return null;
  const headings = HEADINGS[Number(version) as keyof typeof HEADINGS];
  if (kind === KINDS.note) return plainOfFile(front, body, headings);
  const { confidence, decision, sample, marking, ...facts } = front;
  const read = noteSchema.safeParse({
    ...Object.fromEntries(FACTS.map((fact) => [fact, facts[fact]])),
    marking: typeof marking === 'string' ? markingIn(marking) : null,
    confidence: { level: confidence, because: '' },
    decision: isRecord(decision) ? { ...decision, because: '' } : null,
    sample: isRecord(sample) ? { ...sample, chosen: '', power: '' } : undefined,
  });
  if (!read.success) return null;
  const parts = partsOf(body, headings);
  const note = [...PLANNED, ...FOUND].reduce((so, { heading, set }) => set(so, parts.get(heading) ?? ''), read.data);
  // Somebody may have written more than a field takes.
  const checked = noteSchema.safeParse(note);
  return checked.success ? checked.data : null;
}

function plainOfFile(front: Readonly<Record<string, unknown>>, body: string, headings: Headings): Note | null {
  const facts = Object.fromEntries(PLAIN_FACTS.map((fact) => [fact, front[fact]]));
  const read = noteSchema.safeParse({
    ...facts,
    marking: typeof front.marking === 'string' ? markingIn(front.marking) : null,
    text: leadOf(body, headings),
  });
  if (!read.success) return null;
  const parts = partsOf(body, headings);
  const note = [...PLANNED, ...FOUND].reduce(
    (so, { heading, set }) => (parts.has(heading) ? set(so, parts.get(heading) ?? '') : so),
    read.data,
  );
  const checked = noteSchema.safeParse(note);
  return checked.success ? checked.data : null;
}
