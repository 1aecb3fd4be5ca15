import { expect, test } from 'vitest';
import { type SaveFileEffects, saveNoteFile } from '#main/sharing/save-note-file.ts';

const BYTES = new TextEncoder().encode('a,b');

function disk(effects: Partial<SaveFileEffects> = {}) {
  const written = new Map<string, Uint8Array>();
  const all: SaveFileEffects = {
    readFile: async (sha256) => (sha256 === 'known' ? BYTES : null),
    choose: async (name) => `/usb/${name}`,
    write: async (path, bytes) => {
      written.set(path, bytes);
    },
    ...effects,
  };
  return { written, save: (sha256: string) => saveNoteFile(sha256, 'a.csv', all) };
}

test('a file of a note is saved where a person says', async () => {
  const { written, save } = disk();
  expect(await save('known')).toBe('saved');
  expect([...written]).toEqual([['/usb/a.csv', BYTES]]);
});

test('cancelled, nothing is written', async () => {
  const { written, save } = disk({ choose: async () => null });
  expect(await save('known')).toBe('cancelled');
  expect(written.size).toBe(0);
});

test('a file that is nowhere, and a place that takes none, are problems', async () => {
  await expect(disk().save('gone')).rejects.toMatchObject({ problem: { code: 'file-lost', file: 'a.csv' } });
  const full = disk({ write: () => Promise.reject(new Error('ENOSPC')) });
  await expect(full.save('known')).rejects.toMatchObject({ problem: { code: 'file-unwritable', file: 'a.csv' } });
});
