import { canonicalJson } from '../../canonical.ts';
import type { z } from '../../schema.ts';
import type { Note, NoteField } from './note.ts';
import { isStored, type Stored } from './versions.ts';

type Path = readonly (string | number)[];

/** A choice of a newer Satchel: what was said, kept, and what stands in its place while this one reads the note. */
export interface Unread {
  readonly path: Path;
  readonly said: unknown;
  readonly stands?: unknown;
}

/** Where the value that says nothing would take more freely than what was said. */
const STRICTEST: Readonly<Record<string, unknown>> = {
  status: 'archived',
  marking: 'OFFICIAL-SENSITIVE',
  'dataUse.personal': 'personal',
};

/** How Zod says that a value is none of those that it knows. */
const UNKNOWN: ReadonlySet<string> = new Set(['invalid_value', 'invalid_union', 'unrecognized_keys']);

type Issues = readonly z.core.$ZodIssue[];

/**
 * A note of a newer Satchel without the choices that this one does not know; the whole part goes with a choice that
 * nothing can stand for. `null` where something else is wrong with it, or nothing more can be left out.
 */
export function withoutUnknown(
  note: Stored,
  issues: Issues,
): { readonly note: Stored; readonly paths: readonly Path[] } | null {
  if (issues.some(({ code }) => !UNKNOWN.has(code))) return null;
  const paths = issues.flatMap((issue): readonly Path[] => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const at = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
    return at.map((one) => nearestSaid(note, one));
  });
  if (paths.length === 0 || paths.some((path) => path.length === 0)) return null;
  const left = paths.reduce<unknown>((now, path) => withAt(now, path, STRICTEST[path.join('.')]), note);
  return isStored(left) ? { note: left, paths } : null;
}

/** What stands where a part was left out, to be kept with the note. */
export function unreadOf(said: Stored, stands: Stored, paths: readonly Path[]): readonly Unread[] {
  const outer = paths.filter((path) => !paths.some((other) => other.length < path.length && startsWith(path, other)));
  const once = new Map(outer.map((path) => [JSON.stringify(path), path]));
  return [...once.values()].map((path) => {
    const now = valueAt(stands, path);
    return { path, said: valueAt(said, path), ...(now === undefined ? {} : { stands: now }) };
  });
}

/** A note as the Satchel that knows all of it wrote it: what was changed here since stays changed. */
export function putBack(note: Stored): Stored {
  const { unread, ...rest } = note;
  if (!Array.isArray(unread)) return note;
  return unread.reduce<Stored>((now, one: unknown) => {
    if (!isUnread(one) || !isSame(valueAt(now, one.path), one.stands)) return now;
    const back = withAt(now, one.path, one.said);
    return isStored(back) ? back : now;
  }, rest);
}

/** Such a note is read and handed on, and changed only where all of it can be read. */
export const isForReading = ({ unread }: Pick<Note, 'unread'>): boolean => unread !== undefined && unread.length > 0;

/** The fields in which something cannot be read here, each once. */
export const unreadFields = ({ unread = [] }: Pick<Note, 'unread'>): readonly NoteField[] => [
  ...new Set(unread.map(({ path }) => path[0] as NoteField)),
];

/** The words of a choice that this Satchel does not know, where it is a word. */
export function unreadWord({ unread = [] }: Pick<Note, 'unread'>, field: string): string | null {
  const said = unread.find(({ path }) => path.join('.') === field)?.said;
  return typeof said === 'string' ? said : null;
}

/** Of a row of a list, or of what is not there, the part that holds it. */
function nearestSaid(note: Stored, path: Path): Path {
  const last = path.at(-1);
  const isGone = valueAt(note, path) === undefined || valueAt(note, path) === STRICTEST[path.join('.')];
  if (path.length > 0 && (isGone || typeof last === 'number')) return nearestSaid(note, path.slice(0, -1));
  return path;
}

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

const startsWith = (path: Path, with_: Path): boolean => with_.every((part, at) => path[at] === part);

const isSame = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);

const isUnread = (value: unknown): value is Unread => isStored(value) && Array.isArray(value.path) && 'said' in value;
