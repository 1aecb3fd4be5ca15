import { expect, test } from 'vitest';
import { NOTHING_KNOWN, type PackSource } from '#domain/pack/source.ts';
import { mayAskServers } from '#main/packs/sources/may-ask-servers.ts';
import { openSourceList } from '#main/packs/sources/source-list.ts';

const source = (kind: PackSource['kind']): PackSource => ({
  id: 'a4b6b1a8-4f5c-4c6f-9a57-0b6a4f7e4f10',
  kind,
  where: kind === 'https' ? 'https://packs.invalid/' : '/mnt/packs',
  setBy: 'person',
  root: 'a'.repeat(64),
  known: NOTHING_KNOWN,
});

/** A disk in memory with one file. */
function disk() {
  let text = '';
  return {
    read: () => text,
    write: (_path: string, next: string) => {
      text = next;
    },
    putAside: () => undefined,
  };
}

test('H17 a start may ask servers where one is a source, or where a person wanted to add one just before', () => {
  const effects = disk();
  expect(mayAskServers('/home', effects)).toBe(false);
  const list = openSourceList('/home', effects);
  list.put(source('folder'));
  expect(mayAskServers('/home', effects)).toBe(false);
  list.letNextAsk();
  expect(mayAskServers('/home', effects)).toBe(true);
  // What else is kept in this start leaves it so; what is kept in the next one takes it back, unless it is a server.
  list.put(source('folder'));
  expect(mayAskServers('/home', effects)).toBe(true);
  openSourceList('/home', effects).put(source('folder'));
  expect(mayAskServers('/home', effects)).toBe(false);
  list.put({ ...source('https'), id: 'b4b6b1a8-4f5c-4c6f-9a57-0b6a4f7e4f10' });
  expect(mayAskServers('/home', effects)).toBe(true);
  list.remove('b4b6b1a8-4f5c-4c6f-9a57-0b6a4f7e4f10');
  expect(mayAskServers('/home', effects)).toBe(false);
});

test('a list that cannot be read, or says something else, is none', () => {
  for (const text of ['', '{', '[]', '{"format":1,"servers":false,"sources":[{"kind":7}]}', '{"format":2}']) {
    const effects = { read: () => text, write: () => undefined, putAside: () => undefined };
    expect(openSourceList('/home', effects).all()).toEqual([]);
    expect(mayAskServers('/home', effects)).toBe(false);
  }
});
