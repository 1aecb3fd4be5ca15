import type { Bridge } from '#bridge/calls.ts';
import { canonicalJson } from '#domain/canonical.ts';
import type { NotePatch } from '#domain/note/rebase.ts';
import type { Note } from '#domain/note/record/note.ts';
import { bridge } from '#kit/bridge.ts';
import type { NoteRow } from './note-row.ts';

/** Words of a note that the journal alone has, over the note as the window's store has it. */
export interface Aside {
  readonly patch: NotePatch;
  /** The revision under which they stand there. */
  readonly rev: number;
}

/**
 * What the journal took while the window's store refused it, for a window that was loaded since and whose store still
 * refuses: else one would go on writing without one's last words, and over them. `null` for nothing.
 */
export async function keptAside(
  row: NoteRow,
  call: Pick<Bridge['call'], 'journal:entries'> = bridge().call,
): Promise<Aside | null> {
  const entries = await call['journal:entries']([row.id]);
  const [entry] = entries.ok ? entries.value : [];
  if (entry?.op !== 'put') return null;
  // With the rules of notes, which the first screen does not need.
  const { normal } = await import('#domain/note/record/normal.ts');
  const newer = normal(entry.fields);
  const rev = Number(entry.rev);
  return newer && rev > row.rev ? { patch: differing(row.note, newer), rev } : null;
}

function differing(before: Note, after: Note): NotePatch {
  const { id: _, created: __, ...fields } = after;
  const is = before as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => canonicalJson(value) !== canonicalJson(is[name])),
  );
}
