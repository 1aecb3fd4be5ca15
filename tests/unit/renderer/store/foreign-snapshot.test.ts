import { expect, test } from 'vitest';
import { addNote, saveChanges } from '#store/notes/note-saves.ts';
import { sampleNote } from '#support/notes-made.ts';
import { given, oneStart } from './one-start.ts';

const ID = '00000000-0000-4000-8000-000000000007';

test('B12 a snapshot that counts further than anybody can takes nothing from the lines that follow', async () => {
  const here = oneStart();
  const rows = async function* () {
    yield { table: 'notes', rows: [] };
  };
  await here.snapshots.write({ app: 'another', journal: Number.MAX_SAFE_INTEGER }, rows());
  const { row, draft } = await addNote(sampleNote({ id: ID, text: 'first' }), here.db);
  await given(here.keep([draft]));
  const saved = await saveChanges(row, { text: 'second' }, here.db);
  if (saved) await given(here.keep([saved.draft]));
  const next = oneStart(`${here.name}-anew`, here.disk);
  expect(await given(next.start())).toMatchObject({ restored: 1, unread: 0 });
  expect((await next.db.notes.toArray()).map(({ note }) => note.text)).toEqual(['second']);
});

test.each(['9007199254740993-2099-01-01.json.gz', '99999999999999999999-2099-01-01.json.gz'])(
  'B12 a file named %s keeps no backup from being made',
  async (name) => {
    const here = oneStart();
    here.disk.put(`/h/snapshots/${name}`, Buffer.from('x'));
    for (let at = 0; at < 2; at++) expect(await given(here.backup())).toMatchObject({ state: 'verified' });
    expect(await here.disk.names('/h/snapshots')).toContain(name);
  },
);
