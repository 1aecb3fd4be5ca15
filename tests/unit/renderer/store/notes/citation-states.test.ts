import { describe, expect, test } from 'vitest';
import {
  citationState,
  keepAsItWas,
  needsLook,
  quoteBlock,
  relyOn,
  withCitation,
} from '#domain/note/citation-state.ts';
import type { Citation } from '#domain/note/record/note.ts';
import { listBacklinks } from '#store/notes/backlinks.ts';
import { sectionNow } from '#store/notes/citation-states.ts';
import { citeSection } from '#store/notes/cite.ts';
import { addNote, binNote, saveChanges } from '#store/notes/note-saves.ts';
import { openNotesDb } from '#store/notes/notes-db.ts';
import { installPack, removePack } from '#store/packs/install.ts';
import { sampleNote } from '#support/notes-made.ts';
import { freshPacks, type PackStore } from '../fresh-db.ts';
import { body, type Made, offerOf } from '../made-pack.ts';

async function install({ ask }: PackStore, made: Made) {
  const { offer, from } = offerOf(made);
  const result = await installPack(offer, from, {}, ask);
  if (!result.ok) throw new Error(result.problem.code);
}

const sectionsOf = (id: string, ...sections: readonly (readonly [id: string, heading: string, text: string])[]) => ({
  ...body(id),
  sections: [
    { id: '', heading: id, level: 1, text: 'Lead.' },
    ...sections.map(([anchor, heading, text]) => ({ id: anchor, heading, level: 2, text })),
  ],
});

const law = (text: string) => sectionsOf('law', ['who', 'Who may talk', text], ['log', 'The log', 'Keep a log.']);

async function cite(store: PackStore, section = 'who'): Promise<Citation> {
  const cited = await citeSection({ pack: 'a', page: 'law', section }, store.db);
  if (!cited) throw new Error('nothing to cite');
  return cited.citation;
}

describe('what a note relies on', () => {
  const look = async (store: PackStore, citation: Citation) =>
    citationState(citation, await sectionNow(citation, store.db));

  test('is as it was until its words change; then it may be relied on anew, or kept', async () => {
    const store = freshPacks();
    await install(store, { id: 'a', pages: [law('You may talk.')] });
    const citation = await cite(store);
    expect(await look(store, citation)).toMatchObject({ at: 'same' });

    await install(store, { id: 'a', release: 2, pages: [law('You must talk.')] });
    const changed = await look(store, citation);
    expect(changed).toMatchObject({ at: 'changed', declined: false, now: { release: 2, text: 'You must talk.' } });
    expect(needsLook(changed)).toBe(true);
    if (changed.at !== 'changed') throw new Error();

    const kept = keepAsItWas(citation, changed);
    expect(kept.quote).toBe('You may talk.');
    expect(needsLook(await look(store, kept))).toBe(false);
    await install(store, { id: 'a', release: 3, pages: [law('You should talk.')] });
    expect(needsLook(await look(store, kept))).toBe(true);

    const anew = relyOn(kept, changed.now, '2026-11-23T10:00:00.000Z');
    expect(anew).toMatchObject({ id: citation.id, quote: 'You must talk.', release: 2, hash: changed.now.hash });
    expect(anew.declined).toBeUndefined();
  });

  test('is found under another id by its heading, on its page or elsewhere in its pack', async () => {
    const store = freshPacks();
    await install(store, { id: 'a', pages: [law('You may talk.')] });
    const citation = await cite(store);
    await install(store, {
      id: 'a',
      release: 2,
      pages: [sectionsOf('law', ['talk', 'Who may talk', 'You may talk.'])],
    });
    expect(await look(store, citation)).toMatchObject({ at: 'same', now: { place: { page: 'law', section: 'talk' } } });
    await install(store, {
      id: 'a',
      release: 3,
      pages: [sectionsOf('law'), sectionsOf('rules', ['who-1', 'Who may talk', 'You may talk.'])],
    });
    expect(await look(store, citation)).toMatchObject({
      at: 'same',
      now: { place: { page: 'rules', section: 'who-1' } },
    });
  });

  test('is cited once, however often its words are quoted', async () => {
    const store = freshPacks();
    await install(store, { id: 'a', pages: [law('You may talk.')] });
    const [first, again, log] = [await cite(store), await cite(store), await cite(store, 'log')];
    expect(withCitation([first], again)).toEqual([first]);
    expect(withCitation([first], log)).toEqual([first, log]);
  });

  test('may be gone, with its section or with its pack', async () => {
    const store = freshPacks();
    await install(store, { id: 'a', pages: [law('You may talk.')] });
    const citation = await cite(store);
    await install(store, { id: 'a', release: 2, pages: [sectionsOf('law')] });
    const gone = await look(store, citation);
    expect(gone).toEqual({ at: 'gone', declined: false });
    expect(needsLook(await look(store, keepAsItWas(citation, gone)))).toBe(false);
    await removePack('a', store.ask);
    expect(await look(store, citation)).toEqual({ at: 'packGone' });
  });

  test('is listed with the page that it stands on, while the note is not in the bin', async () => {
    const store = freshPacks();
    await install(store, { id: 'a', pages: [law('You may talk.'), sectionsOf('law-2')] });
    const db = openNotesDb('backlinks');
    const { row } = await addNote(sampleNote(), db);
    expect(await listBacklinks('a', 'law', db)).toEqual([]);
    await saveChanges(row, { citations: [await cite(store), await cite(store, '')] }, db);
    expect(await listBacklinks('a', 'law', db)).toMatchObject([{ note: { id: row.id }, sections: ['who', ''] }]);
    expect(await listBacklinks('a', 'law-2', db)).toEqual([]);
    await binNote(row.id, true, db);
    expect(await listBacklinks('a', 'law', db)).toEqual([]);
  });

  test('words that are relied on instead of others end a sitting, so that both are kept', async () => {
    const store = freshPacks();
    await install(store, { id: 'a', pages: [law('You may talk.')] });
    const db = openNotesDb('relied');
    const citation = await cite(store);
    const { row } = await addNote(sampleNote({ citations: [citation], changed: '2026-11-23T10:00:00.000Z' }), db);
    const now = () => new Date('2026-11-23T10:00:10.000Z');
    const moved = await saveChanges(row, { text: 'x' }, db, now);
    expect(await db.versions.count()).toBe(0);
    await saveChanges(moved?.row ?? row, { citations: [{ ...citation, hash: 'a'.repeat(64) }] }, db, now);
    expect((await db.versions.toArray())[0]?.note.citations[0]?.hash).toBe(citation.hash);
  });
});

describe('a quotation in the text', () => {
  test('has the words and whence they are', () => {
    expect(quoteBlock('You may talk.\nKeep a log.', 'Source: A 2026.11, “Who”')).toBe(
      '> You may talk.\n>\n> Keep a log.\n>\n> Source: A 2026.11, “Who”',
    );
  });

  test('is cut at a word, and holds no sign that Markdown would take for its own', () => {
    const long = quoteBlock(`${'word '.repeat(400)}`, 'Source');
    expect(long.length).toBeLessThan(700);
    expect(long).toContain('word …\n>\n> Source');
    expect(quoteBlock('# One\n- two\n3. three *four* [x](y) <b>', 'S')).toBe(
      '> \\# One\n>\n> \\- two\n>\n> 3\\. three \\*four\\* \\[x\\](y) \\<b\\>\n>\n> S',
    );
    expect(quoteBlock('', 'S')).toBe('> S');
  });
});
