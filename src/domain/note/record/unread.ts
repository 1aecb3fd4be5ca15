import { canonicalJson } from '../../canonical.ts';
import { STAGES } from '../../stage.ts';
import {
  ANSWERS,
  DECISIONS,
  DIRECTIONS,
  ENDINGS,
  ENVIRONMENTS,
  KINDS,
  LEVELS,
  LINKS,
  MARKINGS,
  PERSONAL,
  ROLES,
  STATUSES,
} from '../choices.ts';
import { GUARDRAILS } from '../guardrails.ts';
import { isNewer, isStored, type Stored } from './versions.ts';

type Path = readonly (string | number)[];

/** A choice of a newer Satchel: what was said, kept, and what stands in its place while this one reads the note. */
interface Unread {
  readonly path: Path;
  readonly said: unknown;
  readonly stands?: unknown;
}

interface Choice {
  /** The way to what is kept together: `*` for each row of a list, each name of a table. */
  readonly at: readonly string[];
  /** Where the choice lies in that. */
  readonly by?: string;
  readonly known: readonly string[];
  /** What takes nothing more freely than what was said; `undefined` leaves it out. */
  readonly stands: unknown;
}

/** Every choice of a note. */
const CHOICES: readonly Choice[] = [
  { at: ['status'], known: STATUSES, stands: 'archived' },
  { at: ['ending'], by: 'kind', known: ENDINGS, stands: null },
  { at: ['kind'], known: KINDS, stands: 'desk' },
  { at: ['stage'], known: STAGES, stands: null },
  { at: ['metrics', '*', 'role'], known: ROLES, stands: 'secondary' },
  { at: ['metrics', '*', 'direction'], known: DIRECTIONS, stands: 'up' },
  { at: ['dataUse', 'personal'], known: PERSONAL, stands: 'personal' },
  { at: ['environment'], known: ENVIRONMENTS, stands: 'live' },
  { at: ['guardrails', '*'], by: 'answer', known: ANSWERS, stands: undefined },
  { at: ['confidence', 'level'], known: LEVELS, stands: null },
  { at: ['decision'], by: 'choice', known: DECISIONS, stands: null },
  { at: ['links', '*'], by: 'kind', known: LINKS, stands: { kind: 'note', id: '' } },
  { at: ['marking'], known: MARKINGS, stands: 'OFFICIAL-SENSITIVE' },
];

/** More than a note has choices; with more than that it is none of ours. */
const MOST = 300;
/** Longer than any word that is chosen: what is longer is no choice. */
const LONGEST_CHOICE = 100;

/**
 * A note of a newer Satchel with something that this one knows in the place of each choice that it does not know; as it
 * is where it knows all of them, or no newer one wrote it.
 */
export function withStandIns(note: Stored): Stored {
  if (!isNewer(note)) return note;
  const unread = [...CHOICES.flatMap((choice) => unknownAt(note, choice, [])), ...guardrailsOfTomorrow(note)];
  if (unread.length === 0 || unread.length > MOST) return note;
  const stood = unread.reduce<unknown>((now, { path, stands }) => withAt(now, path, stands), note);
  return isStored(stood) ? { ...stood, unread } : note;
}

function unknownAt(note: Stored, choice: Choice, walked: Path): readonly Unread[] {
  const [next] = choice.at.slice(walked.length);
  if (next === '*') {
    const rows = valueAt(note, walked);
    const names = Array.isArray(rows) ? rows.map((_, at) => at) : isStored(rows) ? Object.keys(rows) : [];
    return names.flatMap((name) => unknownAt(note, choice, [...walked, name]));
  }
  if (next !== undefined) return unknownAt(note, choice, [...walked, next]);
  const said = valueAt(note, walked);
  const chosen = choice.by === undefined ? said : valueAt(said, [choice.by]);
  if (typeof chosen !== 'string' || chosen.length > LONGEST_CHOICE || choice.known.includes(chosen)) return [];
  return [{ path: walked, said, ...(choice.stands === undefined ? {} : { stands: choice.stands }) }];
}

/** Those that were added: only their names are unknown. */
function guardrailsOfTomorrow({ guardrails }: Stored): readonly Unread[] {
  if (!isStored(guardrails)) return [];
  const known: readonly string[] = GUARDRAILS;
  return Object.entries(guardrails).flatMap(([name, said]) =>
    known.includes(name) ? [] : [{ path: ['guardrails', name], said }],
  );
}

/**
 * A note as the Satchel that knows all of it wrote it: what was changed here since stays changed. Only choices are put
 * back, whatever a file says: it can say nothing by that which its own fields could not say.
 */
export function asWritten(note: Stored): Stored {
  if (note.unread === undefined) return note;
  const { unread, ...rest } = note;
  if (!Array.isArray(unread) || unread.length > MOST) return rest;
  return unread.reduce<Stored>((now, one: unknown) => {
    if (!isUnread(one) || !isChoice(one.path) || !isSame(valueAt(now, one.path), one.stands)) return now;
    const back = withAt(now, one.path, one.said);
    return isStored(back) ? back : now;
  }, rest);
}

const isChoice = (path: Path): boolean =>
  CHOICES.some(
    ({ at }) => at.length === path.length && at.every((part, place) => part === '*' || part === path[place]),
  );

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((now, part) => {
    if (Array.isArray(now)) return typeof part === 'number' ? now[part] : undefined;
    return isStored(now) && Object.hasOwn(now, part) ? now[part] : undefined;
  }, value);
}

/** `undefined` leaves the part out. */
function withAt(value: unknown, path: Path, to: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return to;
  if (Array.isArray(value)) return value.map((one, at) => (at === part ? withAt(one, rest, to) : one));
  if (!isStored(value)) return value;
  const inner = withAt(Object.hasOwn(value, part) ? value[part] : undefined, rest, to);
  const others = Object.entries(value).filter(([key]) => key !== String(part));
  return Object.fromEntries(inner === undefined ? others : [...others, [String(part), inner]]);
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);

const isUnread = (value: unknown): value is Unread => isStored(value) && Array.isArray(value.path) && 'said' in value;
