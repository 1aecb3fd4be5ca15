import { canonicalJson } from '../../canonical.ts';
import { normal } from './normal.ts';
import { type Note, newNote, noteSchema } from './note.ts';
import { asWritten } from './unread.ts';
import { isStored, type Stored, takenDown } from './versions.ts';

/** Handing a note on may raise its marking and shorten what was said not to be personal: that is no other text. */
const NOT_NAMED: ReadonlySet<string> = new Set(['marking', 'notPersonal', 'shape'] satisfies (keyof Note)[]);

/** What a note says that says nothing. */
const BLANK: Stored = newNote('00000000-0000-4000-8000-000000000000', '');
/** The same of a row of its lists. */
const BLANK_ROWS: Readonly<Record<string, Stored>> = {
  metrics: { role: 'secondary', direction: 'up' },
  results: { exploratory: false },
};

/**
 * What names the content of a note: all that it says, and nothing that it leaves unsaid, so that a field that is added
 * tomorrow changes no name of today.
 */
export function revisionText(note: Note): string {
  const said = Object.entries(asWritten(note)).flatMap(([field, value]) => {
    if (NOT_NAMED.has(field)) return [];
    const rest = saidOf(value, BLANK[field], BLANK_ROWS[field]);
    return rest === undefined ? [] : [[field, rest] as const];
  });
  return canonicalJson(Object.fromEntries(said));
}

/** As `revisionText` of apps of the first shape, which named what was left unsaid too and knew no other field. */
export function firstRevisionText(note: Note): string {
  const { marking: _, notPersonal: __, ...content } = takenDownNote(note);
  return canonicalJson(content);
}

/** Whether an app of the first shape knows all that a note says. */
export function isOfFirst(note: Note): boolean {
  const passed = normal(takenDownNote(note));
  return passed !== null && revisionText(passed) === revisionText(note);
}

function takenDownNote(note: Note): Stored {
  const down = takenDown(note);
  const read = noteSchema.safeParse(down);
  if (!read.success) return down;
  return Object.fromEntries(Object.entries(read.data).filter(([field]) => FIRST_FIELDS.has(field)));
}

/** All that apps of the first shape knew: a field that is added changes no name that they gave. */
const FIRST_FIELDS: ReadonlySet<string> = new Set(
  'id title status ending kind template stage problem users riskiestAssumption hypothesis metrics successRule stopRules method sample dataUse environment costCap costs dates ownerRole approverRole team consulted risks guardrails plan deviations stop results noUsableData exploratory files text learning confidence decision next citations links tags comments notPersonal marking licence created changed'.split(
    ' ',
  ),
);

/** A value without what it leaves unsaid; `undefined` where that is all. */
function saidOf(value: unknown, blank: unknown, blankRow?: Stored): unknown {
  if (value === blank || value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    return value.map((row: unknown) => (isStored(row) ? (saidOf(row, blankRow ?? {}) ?? {}) : row));
  }
  if (!isStored(value)) return value;
  const its = isStored(blank) ? blank : {};
  const said = Object.entries(value).flatMap(([key, inner]) => {
    const rest = saidOf(inner, its[key]);
    return rest === undefined ? [] : [[key, rest] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
