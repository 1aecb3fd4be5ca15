import { describe, expect, test } from 'vitest';
import type { Bridge } from '#bridge/calls.ts';
import type { Draft } from '#domain/journal/entry.ts';
import { ok, refuse } from '#domain/result.ts';
import type { ComparedNote } from '#store/exchange/arrival.ts';
import { takeBack, takeIn } from '#store/exchange/take-in.ts';
import { keepDrafts } from '#store/notes/keep-drafts.ts';
import { saveChanges } from '#store/notes/note-saves.ts';
import { FakeDisk } from '#support/fake-disk.ts';
import { sampleNote } from '#support/notes-made.ts';
import { given, oneStart } from './one-start.ts';

const incoming = (count: number): readonly ComparedNote[] =>
  Array.from({ length: count }, (_, at) => ({
    incoming: {
      note: sampleNote({ id: crypto.randomUUID(), title: `N${at}`, text: 'x'.repeat(100_000) }),
      from: 'record',
      program: '',
      revision: { head: 'a'.repeat(64), first: 'b'.repeat(64), isFirst: true },
      given: [],
      earlier: [],
      foreign: null,
      kept: { properties: [], nodes: 0, files: 0 },
      beside: [],
    } as unknown as ComparedNote['incoming'],
    arrival: 'new',
    here: null,
    fields: [],
  }));

function effectsOf(here: ReturnType<typeof oneStart>) {
  return {
    db: here.db,
    keep: here.keep,
    now: () => new Date('2026-11-23T12:00:00Z'),
    newId: () => crypto.randomUUID(),
  };
}

const take = (here: ReturnType<typeof oneStart>, count: number) =>
  takeIn('f.eln', incoming(count), (title) => title, effectsOf(here));

describe('an import', () => {
  test('B12 that the journal refuses half way has not come in, now or at the next start', async () => {
    const disk = new FakeDisk({ room: 450_000 });
    const here = oneStart(undefined, disk);
    expect(await take(here, 10)).toMatchObject({ ok: false, problem: { code: 'no-space' } });
    expect(await here.db.notes.count()).toBe(0);
    disk.room = 1e9;
    const next = oneStart(here.name, disk);
    expect(await given(next.start())).toMatchObject({ restored: 0 });
    expect([await next.db.notes.count(), await next.db.origins.count(), await next.db.imports.count()]).toEqual([
      0, 0, 0,
    ]);
    // And it can be made again.
    await given(take(next, 10));
    expect(await given(oneStart(here.name, disk).start())).toMatchObject({ restored: 0, rewritten: 0 });
  });

  test('B12 that neither place takes back is there, whole', async () => {
    const here = oneStart();
    here.disk.before = (_, name) => {
      if (name === 'write') throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    here.db.notes.hook('deleting', () => {
      throw Object.assign(new Error('x'), { name: 'UnknownError' });
    });
    expect(await take(here, 3)).toMatchObject({ ok: false });
    here.disk.before = undefined;
    expect(await here.db.notes.count()).toBe(3);
    expect(await given(here.start())).toMatchObject({ rewritten: 3 });
  });
});

describe('taking an import back', () => {
  /** Three notes of an import, one of which was changed since. */
  async function taken() {
    const here = oneStart();
    const row = await given(take(here, 3));
    const changed = await here.db.notes.get(row.notes[0]?.id ?? '');
    const saved = changed && (await saveChanges(changed, { text: 'my own words' }, here.db));
    if (saved) await here.keep([saved.draft]);
    return { here, id: row.id };
  }
  const shown = async ({ db }: ReturnType<typeof oneStart>) =>
    (await db.notes.toArray())
      .map(({ note: { title, text }, binned }) => `${title} ${text.slice(0, 12)} ${binned}`)
      .sort();

  test.each(['store', 'journal'] as const)(
    'B12 that the %s refuses does not happen at the next start',
    async (place) => {
      const { here, id } = await taken();
      const before = await shown(here);
      const broken = new Proxy(here.db, {
        get: (all, name) =>
          name === 'transaction'
            ? () => Promise.reject(Object.assign(new Error('x'), { name: 'UnknownError' }))
            : Reflect.get(all, name),
      });
      const effects = effectsOf(here);
      const answer =
        place === 'store'
          ? await takeBack(id, { ...effects, db: broken })
          : await takeBack(id, { ...effects, keep: async () => refuse({ code: 'journal-unwritable' }) });
      expect(answer.ok).toBe(false);
      expect(await shown(here)).toEqual(before);
      const next = oneStart(here.name, here.disk);
      await given(next.start());
      expect(await shown(next)).toEqual(before);
      // And then it can be done.
      expect(await given(takeBack(id, effectsOf(next)))).toEqual({ gone: 2, binned: 1 });
      const last = oneStart(here.name, here.disk);
      expect(await given(last.start())).toMatchObject({ restored: 0 });
      expect(await last.db.notes.count()).toBe(1);
    },
  );

  test('B12 nor where both refuse, the store in the middle of it', async () => {
    const { here, id } = await taken();
    let adding = true;
    here.db.notes.hook('creating', () => {
      if (!adding) throw Object.assign(new Error('x'), { name: 'UnknownError' });
    });
    adding = false;
    const keep = async () => refuse({ code: 'journal-unwritable' } as const);
    expect(await takeBack(id, { ...effectsOf(here), keep })).toMatchObject({ ok: false });
    adding = true;
    const next = oneStart(here.name, here.disk);
    await given(next.start());
    expect(await next.db.notes.count()).toBe(3);
  });
});

test('B12 what is too much for one message is kept whole or not at all', async () => {
  const said: string[] = [];
  let refused = -1;
  const call = {
    'journal:keep': async (drafts: readonly Draft[]) => {
      said.push(`keep ${drafts.length}`);
      return ok(null);
    },
    'journal:gather': async () => ok('t'),
    'journal:add': async (_: string, drafts: readonly Draft[]) => {
      said.push(`add ${drafts.length}`);
      return said.length > refused && refused >= 0 ? refuse({ code: 'ticket-unknown' } as const) : ok(null);
    },
    'journal:keep-all': async () => {
      said.push('keep all');
      return ok(null);
    },
  } as Pick<Bridge['call'], 'journal:keep' | 'journal:gather' | 'journal:add' | 'journal:keep-all'>;
  const drafts = (count: number): readonly Draft[] =>
    Array.from({ length: count }, (_, at) => ({ note: `n${at}`, rev: '1', parent: null, op: 'put', fields: {} }));
  await keepDrafts([], call);
  await keepDrafts(drafts(500), call);
  await keepDrafts(drafts(1_201), call);
  expect(said).toEqual(['keep 500', 'add 500', 'add 500', 'add 201', 'keep all']);
  said.length = 0;
  refused = 1;
  expect(await keepDrafts(drafts(1_201), call)).toMatchObject({ ok: false });
  expect(said).toEqual(['add 500', 'add 500']);
});
