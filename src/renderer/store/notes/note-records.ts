import { Dexie, type IntervalTree, type ObservabilitySet, RangeSet } from 'dexie';
import { ANALYSER } from '#search/words/analyse.ts';
import { type PackDb, packRows } from '../db.ts';
import { readRevisions } from '../recovery/revisions.ts';
import type { NoteRow } from './note-row.ts';
import { type NotesDb, noteRows } from './notes-db.ts';

/** Which notes a record of the search index holds, and as they stood at which revision. */
type Revisions = ReadonlyMap<string, number>;

/** Notes as the search index keeps them. `buffer` absent: it holds none. */
interface NoteRecord {
  readonly revisions: Revisions;
  readonly buffer?: ArrayBuffer;
}

/** `all`: most of the notes, and what was changed after them. Both can be made again from the notes. */
type RecordName = 'all' | 'since';

/** The search index's window on the notes. */
export interface NoteRecordStore {
  /** Told which notes were written or removed, in any window; `null` when it may be any. The answer ends it. */
  readonly watch: (listener: (ids: readonly string[] | null) => void) => () => void;
  readonly load: (name: RecordName) => Promise<NoteRecord | null>;
  /** `null` takes the record away. */
  readonly save: (name: RecordName, record: NoteRecord | null) => Promise<void>;
  /** Of every note outside the bin, without reading any; quick where most have a `likely` one. */
  readonly revisions: (likely: Iterable<number>) => Promise<Revisions>;
  /** In the order of their ids, those in the bin too. */
  readonly after: (id: string, most: number) => Promise<readonly NoteRow[]>;
  readonly read: (ids: readonly string[]) => Promise<readonly (NoteRow | undefined)[]>;
}

/** Where Dexie says that anything may have changed. */
const ANY = 'all';

const KEYS: Readonly<Record<RecordName, string>> = { all: '@notes', since: '@notes-since' };

export function createNoteRecordStore(db: NotesDb = noteRows(), packs: PackDb = packRows()): NoteRecordStore {
  const part = `idb://${db.name}/${db.notes.name}/`;
  return {
    watch(listener) {
      const heard = (parts: ObservabilitySet) => {
        const { [part]: ranges = parts[ANY] } = parts;
        if (ranges) listener(idsOf(ranges));
      };
      Dexie.on.storagemutated.subscribe(heard);
      return () => Dexie.on.storagemutated.unsubscribe(heard);
    },
    async load(name) {
      const row = await packs.segments.get(KEYS[name]);
      if (row?.analyser !== ANALYSER || !row.revisions) return null;
      const revisions = new Map(row.revisions);
      return row.buffer.byteLength > 0 ? { revisions, buffer: row.buffer } : { revisions };
    },
    async save(name, record) {
      const key = KEYS[name];
      if (!record) await packs.segments.delete(key);
      else {
        const { buffer = new ArrayBuffer(0), revisions } = record;
        await packs.segments.put({ key, analyser: ANALYSER, buffer, revisions: [...revisions] });
      }
    },
    async revisions(likely) {
      const [found, binned] = await Promise.all([
        readRevisions(new Set(likely), db),
        db.notes.where('binned').above('').primaryKeys(),
      ]);
      const gone = new Set(binned);
      return new Map([...found].filter(([id]) => !gone.has(id)));
    },
    after: (id, most) => db.notes.where(':id').above(id).limit(most).toArray(),
    read: (ids) => db.notes.bulkGet([...ids]),
  };
}

/** `null` where a range is more than one note. */
function idsOf(ranges: IntervalTree): readonly string[] | null {
  const ids: string[] = [];
  const walk = RangeSet(ranges)[Symbol.iterator]();
  for (let next = walk.next(); !next.done; next = walk.next()) {
    const { from, to } = next.value;
    if (from !== to) return null;
    ids.push(String(from));
  }
  return ids;
}
