import { useLiveQuery } from 'dexie-react-hooks';
import { type Glossary, type GlossaryTerm, glossaryOf } from '#domain/glossary.ts';
import { type PackDb, packRows, type ReleaseKey } from '../db.ts';
import { listPacks } from './packs.ts';

interface Held {
  /** Which packs under which titles it was made of. */
  readonly of: string;
  readonly rows: ReadonlyMap<ReleaseKey, readonly GlossaryTerm[]>;
  readonly glossary: Glossary;
}

/** What was read last: the terms of a release never change, so they are read once and not for each page. */
const held = new WeakMap<PackDb, Held>();

/** The terms of all packs. */
export async function loadGlossary(db: PackDb = packRows()): Promise<Glossary> {
  const packs = await listPacks(db);
  const of = JSON.stringify(packs.map(({ key, title }) => [key, title]));
  const before = held.get(db);
  if (before?.of === of) return before.glossary;
  const missing = packs.map(({ key }) => key).filter((key) => !before?.rows.has(key));
  const read = await db.glossaries.bulkGet(missing);
  const fresh = new Map(missing.map((key, at) => [key, read[at]?.terms ?? []] as const));
  const rows = new Map(packs.map(({ key }) => [key, fresh.get(key) ?? before?.rows.get(key) ?? []] as const));
  const glossary = glossaryOf(packs.map(({ id, key, title }) => ({ pack: id, title, terms: rows.get(key) ?? [] })));
  held.set(db, { of, rows, glossary });
  return glossary;
}

/** `undefined` until the rows have been read. */
export const useGlossary = (): Glossary | undefined => useLiveQuery(() => loadGlossary());
