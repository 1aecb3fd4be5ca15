import { expect, test } from 'vitest';
import { beginSnapshot } from '#main/notes/snapshots/intake.ts';
import { openSnapshots } from '#main/notes/snapshots/snapshots.ts';
import { value } from '#support/drafts.ts';
import { diskError, FakeDisk } from '#support/fake-disk.ts';

const about = { app: '0.1.0', journal: 3 };
const at = (disk: FakeDisk) => {
  const effects = { disk, now: () => new Date('2026-11-23T12:00:00Z'), today: () => '2026-11-23' };
  return openSnapshots('/s', null, effects);
};
const part = (n: number) => ({ table: 'notes', rows: [{ n, text: String(Math.sin(n)).repeat(2000) }] });

test('rows that are brought piece by piece become one snapshot', async () => {
  const snapshots = at(new FakeDisk());
  const intake = beginSnapshot(snapshots, about);
  for (let n = 0; n < 30; n++) await intake.add(part(n));
  await intake.add({ table: 'tags', rows: [] });
  expect(value(await intake.end()).snapshot.about).toMatchObject({ counts: { notes: 30, tags: 0 }, journal: 3 });
});

test('one that is stopped leaves nothing, and the next can begin', async () => {
  const disk = new FakeDisk();
  const snapshots = at(disk);
  const intake = beginSnapshot(snapshots, about);
  await intake.add(part(1));
  await intake.stop();
  expect(await disk.names('/s')).toEqual([]);
  const next = beginSnapshot(snapshots, about);
  await next.add(part(2));
  expect(value(await next.end()).snapshot.about.counts).toEqual({ notes: 1 });
});

test('a disk that is full half way keeps no one waiting', async () => {
  const disk = new FakeDisk();
  disk.before = (_, name) => {
    if (name === 'write') throw diskError('ENOSPC');
  };
  const intake = beginSnapshot(at(disk), about);
  for (let n = 0; n < 200; n++) await intake.add(part(n));
  expect(await intake.end()).toEqual({ ok: false, problem: { code: 'no-space', needed: 1 } });
  await intake.stop();
});
