import { describe, expect, test } from 'vitest';
import type { Bridge } from '#bridge/calls.ts';
import type { UpdateLook } from '#bridge/packs.ts';
import { newNote } from '#domain/note/record/note.ts';
import { registerRow } from '#domain/note/register.ts';
import { ok, refuse } from '#domain/result.ts';
import type { InstalledPack } from '#store/db.ts';
import { openNotesDb } from '#store/notes/notes-db.ts';
import { addRecent } from '#store/own/recents.ts';
import { type Relied, reliedOn } from '#store/own/relied-on.ts';
import { setTick } from '#store/own/ticks.ts';
import { comparePage, compareWords, countChanges } from '#store/packs/compare.ts';
import { createComparer } from '#store/packs/comparer.ts';
import { installPack } from '#store/packs/install.ts';
import { type Look, lookAtUpdate } from '#store/packs/update-look.ts';
import { freshOwn, freshPacks } from '../fresh-db.ts';
import { body, type Made, offerOf } from '../made-pack.ts';

async function installed(...releases: readonly Made[]) {
  const store = freshPacks();
  let pack: InstalledPack | undefined;
  for (const made of releases) {
    const { offer, from } = offerOf(made);
    const answer = await installPack(offer, from, {}, store.ask);
    if (!answer.ok) throw new Error(answer.problem.code);
    pack = answer.value;
  }
  if (!pack) throw new Error('nothing was installed');
  return { pack, db: store.db, ask: createComparer(store.db) };
}

const wordsOf = ({ meta, sections }: ReturnType<typeof body>) => ({ title: meta.title, sections });

/** Main with a release of some pages. */
function mainWith(pages: readonly ReturnType<typeof body>[], look: Partial<UpdateLook> = {}, broken = '') {
  const asked: string[] = [];
  const ids = pages.map(({ meta }) => meta.id);
  const call = {
    'sources:look': async () =>
      ok({ created: '2026-12-01', pages: ids, differ: ids, filesKnown: true, ...look } satisfies UpdateLook),
    'sources:page': async (_sha256: string, page: string) => {
      asked.push(page);
      const found = pages.find(({ meta }) => meta.id === page);
      return found && page !== broken ? ok(wordsOf(found)) : refuse({ code: 'ticket-unknown' });
    },
  };
  return { asked, from: () => ({ call }) as unknown as Bridge };
}

async function lookWith(
  { pack, db, ask }: Awaited<ReturnType<typeof installed>>,
  from: () => Bridge,
  relied: ReadonlyMap<string, Relied> = new Map(),
  signal = new AbortController().signal,
) {
  const looks: Look[] = [];
  await lookAtUpdate({ source: 's', sha256: 'h', pack }, (look) => void looks.push(look), signal, {
    from,
    compare: (asked) => comparePage(asked, ask),
    relied: async () => relied,
    db,
  });
  return looks;
}

describe('a look at an update', () => {
  test('lists pages with their sections; those that a person has to do with come first', async () => {
    const here = await installed({ pages: [body('a'), body('b'), body('c'), body('old'), body('same')] });
    const next = [body('a', { text: 'New a.' }), body('b', { text: 'New b.' }), body('c', { text: 'New c.' })];
    const { asked, from } = mainWith([...next, body('same'), body('new')], { differ: ['a', 'b', 'c', 'same', 'new'] });
    const relied = new Map<string, Relied>([
      ['b', 'read'],
      ['c', 'cited'],
    ]);
    const looks = await lookWith(here, from, relied);
    const last = looks.at(-1);
    if (last?.at !== 'whole') throw new Error(last?.at);
    const { pages, counts, details, all } = last.changes;
    expect(pages.map(({ page, is, relied: by }) => `${page} ${is} ${by}`)).toEqual([
      'c changed cited',
      'b changed read',
      'a changed null',
      'new added null',
      'old gone null',
    ]);
    expect(pages[0]?.sections).toEqual([{ is: 'changed', id: '', heading: '', before: 'Text of c.', after: 'New c.' }]);
    expect(counts).toEqual({ added: 2, changed: 3, gone: 2 });
    expect(details).toEqual(['Title of same']);
    expect(all).toBe(5);
    expect(asked).not.toContain('old');
    expect(looks[0]).toEqual({ at: 'fetching' });
  });

  test('says nothing of other details where the files of what is here are not known', async () => {
    const here = await installed({ pages: [body('a')] });
    const { from } = mainWith([body('a')], { filesKnown: false });
    expect((await lookWith(here, from)).at(-1)).toMatchObject({ at: 'whole', changes: { pages: [], details: [] } });
  });

  test('ends with what main refuses, and where it is stopped asks for no more', async () => {
    const here = await installed({ pages: [body('a')] });
    const many = Array.from({ length: 300 }, (_, at) => body(`page-${at}`));
    const refused = await lookWith(here, mainWith(many, {}, 'page-7').from);
    expect(refused.at(-1)).toEqual({ at: 'refused', problem: { code: 'ticket-unknown' } });
    const { asked, from } = mainWith(many);
    const stop = new AbortController();
    const looks: Look[] = [];
    await lookAtUpdate(
      { source: 's', sha256: 'h', pack: here.pack },
      (look) => {
        looks.push(look);
        if (look.at === 'comparing') stop.abort();
      },
      stop.signal,
      { from, compare: (one) => comparePage(one, here.ask), relied: async () => new Map(), db: here.db },
    );
    expect(looks.map(({ at }) => at)).toEqual(['fetching', 'comparing']);
    expect(asked.length).toBeLessThan(30);
  });
});

test('after an update its sections are counted against the release before', async () => {
  const { pack, ask } = await installed(
    { release: 1, pages: [body('a'), body('old')] },
    { release: 2, pages: [body('a', { text: 'New.' }), body('new')] },
  );
  expect(await countChanges(pack, ask)).toEqual({ added: 2, changed: 1, gone: 2 });
  expect(await countChanges({ key: pack.key }, ask)).toBe(null);
  expect(await compareWords('You may.', 'You must.', ask)).toContainEqual({ kind: 'in', text: 'must' });
});

test('what a person has to do with a page is found by indexes: cited before marked before read', async () => {
  const own = freshOwn();
  const notes = openNotesDb('notes-relied');
  for (const page of ['read', 'ticked', 'cited']) await addRecent({ pack: 'p', page }, own);
  await addRecent({ pack: 'other', page: 'elsewhere' }, own);
  await setTick('p', 'ticked', 'task', true, own);
  await setTick('p', 'cited', 'task', true, own);
  const row = registerRow(newNote('00000000-0000-4000-8000-000000000001', '2026-12-01T09:00:00.000Z'));
  await notes.register.put({ ...row, binned: '', cites: ['p/cited#section', 'pp/no#x'] });
  expect(Object.fromEntries(await reliedOn('p', own, notes))).toEqual({
    read: 'read',
    ticked: 'marked',
    cited: 'cited',
  });
});
