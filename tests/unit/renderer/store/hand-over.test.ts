import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { highestMarking } from '#domain/bundle/marking.ts';
import { visibleNote } from '#domain/bundle/visible-note.ts';
import type { Note } from '#domain/note/record/note.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { openBundleOffers } from '#main/sharing/bundle-offers.ts';
import { visibleText } from '#markdown/invisible.ts';
import { addNote, saveChanges } from '#store/notes/note-saves.ts';
import { lockWrites } from '#store/write-guard.ts';
import { anyNote, madeFiles, sampleNote } from '#support/notes-made.ts';
import { readerHere } from '#support/reader-here.ts';
import { sharedPath } from '#support/shared.ts';
import { laptop } from './laptop.ts';

const byId = (a: Note, b: Note): number => (a.id < b.id ? -1 : 1);

async function given<T>(result: Promise<Result<T>>): Promise<T> {
  const { ok: isOk, ...rest } = await result;
  if (!isOk || !('value' in rest)) throw new Error(JSON.stringify(rest));
  return rest.value;
}

/** A laptop with one note, whose file has been handed to another. */
async function two() {
  const [mine, theirs] = [laptop(), laptop()];
  const { row } = await addNote(sampleNote(), mine.db);
  const first = await theirs.look(await mine.share([row.id]));
  const taken = await given(first.take());
  return { mine, theirs, row, taken };
}

describe('handing notes over', () => {
  beforeEach(() => vi.unstubAllGlobals());

  test('X1 what one laptop hands over is equal on a clean one, with its pictures; a second time it is the same', {
    timeout: 120_000,
  }, async () => {
    const some = fc.uniqueArray(anyNote, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
    await fc.assert(
      fc.asyncProperty(some, fc.constantFrom('OFFICIAL', 'OFFICIAL-SENSITIVE'), async (notes, marking) => {
        const [from, to] = [laptop(), laptop()];
        for (const [hash, bytes] of madeFiles) from.files.set(hash, new Uint8Array(bytes));
        for (const note of notes) await addNote(note, from.db);
        const path = await from.share(
          notes.map(({ id }) => id),
          marking,
        );
        const looked = await to.look(path);
        expect(await to.rows()).toEqual([]);
        expect(to.files.size).toBe(0);
        expect(looked.arrivals).toEqual(notes.map(() => 'new'));
        await given(looked.take());
        const raised = notes.map((note) => ({ ...note, marking: highestMarking([note.marking, marking]) }));
        const seen = raised.sort(byId).map((note) => visibleNote(note, visibleText));
        expect([...(await to.notes())].sort(byId)).toEqual(seen.map(({ note }) => note));
        for (const { sha256 } of notes.flatMap(({ files }) => files)) {
          expect(to.files.get(sha256)).toEqual(new Uint8Array(madeFiles.get(sha256) ?? []));
          expect((await to.db.files.get(sha256))?.bytes).toEqual(to.files.get(sha256));
        }
        const { compared } = await to.look(path);
        // Also one that lost a character that nobody sees.
        for (const { arrival } of compared) expect(arrival).toBe('same');
        expect(compared.length).toBe(notes.length);
        // Also where it came from.
        expect((await from.look(path)).arrivals).toEqual(notes.map(() => 'same'));
        await Promise.all([from.close(), to.close(), from.db.delete(), to.db.delete()]);
      }),
      { numRuns: 15 },
    );
  });

  test('a note that went on is newer, and stands beside the one that was there; then it is the same', async () => {
    const { mine, theirs, row } = await two();
    await saveChanges(row, { learning: 'Shorter is better.' }, mine.db);
    const path = await mine.share([row.id]);
    const looked = await theirs.look(path);
    expect(looked.arrivals).toEqual(['newer']);
    expect(looked.compared[0]?.fields).toEqual(['learning']);
    await given(looked.take());
    const notes = await theirs.notes();
    expect(notes.map(({ title, learning }) => `${title}: ${learning}`).sort()).toEqual([
      'Do shorter letters get more replies? (from notes.eln): Shorter is better.',
      'Do shorter letters get more replies?: ',
    ]);
    expect((await theirs.look(path)).arrivals).toEqual(['same']);
    // Handed back, the first one is older than what is here.
    expect((await mine.look(await theirs.share([row.id]))).arrivals).toEqual(['older']);
  });

  test('changed on both sides: neither is written over', async () => {
    const { mine, theirs, row } = await two();
    await saveChanges(row, { learning: 'Mine' }, mine.db);
    const here = await theirs.db.notes.get(row.id);
    if (here) await saveChanges(here, { learning: 'Theirs' }, theirs.db);
    const looked = await theirs.look(await mine.share([row.id]));
    expect(looked.arrivals).toEqual(['bothChanged']);
    await given(looked.take());
    expect((await theirs.notes()).map(({ learning }) => learning).sort()).toEqual(['Mine', 'Theirs']);
  });

  test('long titles that were changed at their ends on both sides are here, whole', async () => {
    const { mine, theirs, row } = await two();
    const long = 'q'.repeat(290);
    await saveChanges(row, { title: `${long}mine` }, mine.db);
    const here = await theirs.db.notes.get(row.id);
    if (here) await saveChanges(here, { title: `${long}theirs` }, theirs.db);
    await given((await theirs.look(await mine.share([row.id]))).take());
    expect((await theirs.notes()).map(({ title }) => title).sort()).toEqual([`${long}mine`, `${long}theirs`]);
  });

  test('an import taken back leaves nothing, and can be made again with a higher revision', async () => {
    const { mine, theirs, row, taken } = await two();
    expect(await given(theirs.back(taken.id))).toEqual({ gone: 1, binned: 0 });
    expect(await theirs.rows()).toEqual([]);
    expect(await theirs.db.origins.count()).toBe(0);
    expect(theirs.journal.at(-1)).toMatchObject({ note: row.id, op: 'drop', rev: '2' });
    expect(await given(theirs.back(taken.id))).toEqual({ gone: 0, binned: 0 });
    const again = await theirs.look(await mine.share([row.id]));
    expect(again.arrivals).toEqual(['new']);
    await given(again.take());
    expect(theirs.journal.at(-1)).toMatchObject({ note: row.id, op: 'put', rev: '3' });
  });

  test('what was changed since goes into the bin, and comes out again', async () => {
    const { mine, theirs, row, taken } = await two();
    const here = await theirs.db.notes.get(row.id);
    if (here) await saveChanges(here, { learning: 'My own words' }, theirs.db);
    expect(await given(theirs.back(taken.id))).toEqual({ gone: 0, binned: 1 });
    expect((await theirs.db.notes.get(row.id))?.note.learning).toBe('My own words');
    const changed = await theirs.look(await mine.share([row.id]));
    expect(changed.arrivals).toEqual(['bothChanged']);
    const own = await theirs.look(await theirs.share([row.id]));
    expect(own.arrivals).toEqual(['binned']);
    const out = await given(own.take());
    expect((await theirs.db.notes.get(row.id))?.binned).toBe('');
    expect(await given(theirs.back(out.id))).toEqual({ gone: 0, binned: 1 });
  });

  test('where the journal refuses nothing was taken in', async () => {
    const [mine, theirs] = [laptop(), laptop()];
    const { row } = await addNote(sampleNote(), mine.db);
    const looked = await theirs.look(await mine.share([row.id]));
    theirs.refuse();
    expect(await looked.take()).toEqual({ ok: false, problem: { code: 'journal-unwritable' } });
    expect(await theirs.rows()).toEqual([]);
    expect([await theirs.db.origins.count(), await theirs.db.imports.count()]).toEqual([0, 0]);
  });

  test('D4 on a full disk notes still leave, and what comes in is refused in words', async () => {
    const { mine, theirs, row } = await two();
    const other = laptop();
    const [hash = ''] = madeFiles.keys();
    const file = { sha256: hash, name: 'a.png', type: 'image/png', size: 6, alt: '' };
    mine.files.set(hash, new Uint8Array(madeFiles.get(hash) ?? []));
    await saveChanges(row, { learning: 'Words of a full disk', files: [file] }, mine.db);
    lockWrites({ code: 'disk-low', needed: 3 });
    try {
      const looked = await other.look(await mine.share([row.id]));
      expect(looked.compared[0]?.incoming.note.learning).toBe('Words of a full disk');
      expect(await looked.keep()).toEqual({ ok: false, problem: { code: 'disk-low', needed: 3 } });
      expect(await other.rows()).toEqual([]);
      expect((await theirs.rows()).length).toBe(1);
    } finally {
      lockWrites(null);
    }
  });

  test('X4 words that were deleted do not leave as "not personal"', async () => {
    const mine = laptop();
    const { row } = await addNote(
      sampleNote({ text: 'Ring Anwen Rees.', notPersonal: ['Anwen Rees', '01632 960 123'] }),
      mine.db,
    );
    const path = await mine.share([row.id]);
    const looked = await laptop().look(path);
    expect(looked.compared[0]?.incoming.note.notPersonal).toEqual(['Anwen Rees']);
    expect((await mine.db.notes.get(row.id))?.note.notPersonal.length).toBe(2);
    expect((await mine.look(path)).arrivals).toEqual(['same']);
  });

  test('nothing is changed in a note before somebody says where it goes', async () => {
    const mine = laptop();
    const { row } = await addNote(sampleNote(), mine.db);
    const said: string[] = [];
    const prepare = async (): Promise<Result<null>> => {
      said.push('prepared');
      return refuse({ code: 'disk-low', needed: 1 });
    };
    expect(await mine.begin([row.id], null, prepare)).toEqual(ok(null));
    expect(said).toEqual([]);
    expect(await mine.begin([row.id], 'x.eln', prepare)).toEqual({
      ok: false,
      problem: { code: 'disk-low', needed: 1 },
    });
    expect(said).toEqual(['prepared']);
    await expect(mine.written('x.eln')).rejects.toThrow();
  });

  test('X5 a note of a file that somebody wrote over since is not written over', async () => {
    const { theirs, row } = await two();
    const here = await theirs.db.notes.get(row.id);
    if (here) await theirs.db.notes.put({ ...here, rev: 2, binned: '2026-11-23T09:00:00.000Z' });
    const looked = await theirs.look(await theirs.share([row.id]));
    expect(looked.arrivals).toEqual(['binned']);
    const binned = await theirs.db.notes.get(row.id);
    if (binned) await saveChanges(binned, { learning: 'Later words' }, theirs.db);
    await given(looked.take());
    expect((await theirs.db.notes.get(row.id))?.note.learning).toBe('Later words');
  });

  test('killed before the journal answers, all notes of a file are there, and can be taken back', async () => {
    const [mine, theirs] = [laptop(), laptop()];
    const ids = ['1', '2', '3'].map((end) => `0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f${end}`);
    for (const id of ids) await addNote(sampleNote({ id }), mine.db);
    const looked = await theirs.look(await mine.share(ids));
    let ended: () => void = () => undefined;
    const killed = new Promise<void>((resolve) => {
      ended = resolve;
    });
    theirs.hang(ended);
    void looked.take();
    await killed;
    expect((await theirs.rows()).map(({ id }) => id).sort()).toEqual(ids);
    const [row] = await theirs.db.imports.toArray();
    theirs.hang(null);
    expect(await given(theirs.back(row?.id ?? ''))).toEqual({ gone: 3, binned: 0 });
    expect(await theirs.rows()).toEqual([]);
  });

  test('no message is larger than its limit', async () => {
    const mine = laptop();
    const { row } = await addNote(sampleNote({ text: 'ŵ'.repeat(400_000) }), mine.db);
    const path = await mine.share([row.id]);
    const offers = openBundleOffers({ reader: readerHere(), keepFile: async () => '', told: () => undefined });
    const [offer] = await offers.make([path]);
    const sizes: number[] = [];
    for (let end = false; !end; ) {
      const part = await offers.part(offer?.ticket ?? '');
      sizes.push(part.text.length);
      end = part.end;
    }
    await offers.stop(offer?.ticket ?? '');
    expect(Math.max(...sizes)).toBeLessThanOrEqual(131_072);
    expect(sizes.length).toBeGreaterThan(3);
  });
});

const from = sharedPath('reference/eln') ?? '';

describe.skipIf(from === '')('files of other programs', () => {
  test.each(['elabftw-export', 'kadi4mat-records', 'opensemanticlab-minimal', 'pasta'])(
    '%s.eln: what could not be shown is kept through the store and handed on',
    async (name) => {
      const [one, other] = [laptop(), laptop()];
      const looked = await one.look(join(from, `${name}.eln`));
      await given(looked.take());
      const path = await one.share((await one.notes()).map(({ id }) => id));
      const again = await other.look(path);
      const kept = new Map(looked.compared.map(({ incoming }) => [incoming.note.id, incoming.foreign]));
      expect(again.compared.length).toBe(looked.compared.length);
      for (const { incoming } of again.compared) expect(incoming.foreign).toBe(kept.get(incoming.note.id));
      await given(again.take());
      for (const { incoming } of looked.compared)
        for (const hash of [...incoming.beside, incoming.foreign ?? []].flat())
          expect(other.files.has(hash)).toBe(true);
      expect((await other.look(path)).arrivals.every((arrival) => arrival === 'same')).toBe(true);
      expect((await other.look(join(from, `${name}.eln`))).arrivals.every((arrival) => arrival === 'same')).toBe(true);
    },
  );
});
