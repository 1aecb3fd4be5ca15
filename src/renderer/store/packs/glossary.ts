import { useLiveQuery } from 'dexie-react-hooks';
import { type GlossaryTerm, mergeGlossaries } from '#domain/glossary.ts';
import { type PackDb, packRows } from '../db.ts';
import { listPacks } from './packs.ts';

/** The terms of all packs as one list. */
export async function listTerms(db: PackDb = packRows()): Promise<readonly GlossaryTerm[]> {
  const packs = await listPacks(db);
  const rows = await db.glossaries.bulkGet(packs.map(({ key }) => key));
  return mergeGlossaries(rows.map((row) => row?.terms ?? []));
}

/** `undefined` until the rows have been read. */
export const useGlossary = (): readonly GlossaryTerm[] | undefined => useLiveQuery(() => listTerms());
