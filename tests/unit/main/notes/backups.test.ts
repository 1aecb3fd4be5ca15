import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Draft } from '#domain/journal/entry.ts';
import type { SaveBackupEffects } from '#main/notes/backup-effects.ts';
import { openBackups } from '#main/notes/backups.ts';
import { openKeeper } from '#main/notes/keeper.ts';
import { openSnapshots } from '#main/notes/snapshots/snapshots.ts';
import { FakeDisk } from '#support/fake-disk.ts';
import { temporaryFolder } from '#support/make-pack.ts';

const put = (rev: number, text: string, note = 'n'): Draft => ({
  note,
  rev: String(rev),
  parent: null,
  op: 'put',
  fields: { text },
});
const row = (rev: number, text: string, id = 'n') => ({ id, rev, binned: '', note: { text } });

function main(disk = new FakeDisk(), day = '2026-11-23') {
  const now = () => new Date(`${day}T12:00:00Z`);
  const snapshots = openSnapshots('/h/snapshots', null, { disk, now, today: () => day });
  const keeper = openKeeper({ journal: '/h/journal', files: '/h/files' }, snapshots, { disk, now });
  const backups = openBackups(snapshots, keeper, '0.1.0', () => []);
  return {
    disk,
    keeper,
    snapshots,
    backups,
    /** A backup as a window brings it, true or not. */
    async backup(rows: readonly unknown[], whole = true) {
      const ticket = await backups.begin(whole);
      await backups.add(ticket, { table: 'notes', rows });
      return backups.end(ticket);
    },
    held: async (note = 'n') => (await keeper.overview()).heads.find((head) => head.note === note)?.held,
    text: async (note = 'n') => (await keeper.entries([note]))[0]?.fields?.text,
    names: async () => [...(await disk.names('/h/snapshots'))].sort(),
  };
}

describe('a line of the journal', () => {
  test('B1 is emptied when two backups hold it word for word, and not before', async () => {
    const here = main();
    await here.keeper.keep([put(1, 'words')]);
    await here.backup([row(1, 'words')]);
    expect(await here.held()).toBe(false);
    await here.backup([row(1, 'words')]);
    expect(await here.held()).toBe(true);
    expect((await here.disk.names('/h/journal')).length).toBe(1);
  });

  test.each<readonly [string, readonly unknown[]]>([
    ['nothing at all', []],
    ['another note', [row(1, 'PRECIOUS', 'm')]],
    ['an older revision', [row(2, 'before')]],
    ['this revision with other words', [row(3, 'others')]],
    ['a later one that nobody knows', [row(99, '')]],
    ['it in the bin', [{ ...row(3, 'PRECIOUS'), binned: '2026-11-23T12:00:00.000Z' }]],
    ['no note', ['n', null, 7, { id: 'n', rev: 3 }]],
    ['it twice, of which one is not it', [row(3, 'PRECIOUS'), row(3, '')]],
    ['it with more around it', [{ ...row(3, 'PRECIOUS'), more: true }]],
  ])('B1 stays while backups hold %s', async (_, rows) => {
    const here = main();
    await here.keeper.keep([put(1, 'first'), put(2, 'before'), put(3, 'PRECIOUS')]);
    for (let at = 0; at < 4; at++) await here.backup(rows);
    expect(await here.held()).toBe(false);
    expect(await main(here.disk).text()).toBe('PRECIOUS');
  });

  test('B1 stays while one of the two backups is partial, is cut short on the disk, or lacks what it knows of', async () => {
    const here = main();
    await here.keeper.keep([put(1, 'words')]);
    await here.backup([row(1, 'words')]);
    await here.backup([]);
    await here.backup([row(1, 'words')], false);
    expect(await here.held()).toBe(false);
    const { name } = await here.backup([row(1, 'words')]);
    const path = `/h/snapshots/${name}`;
    here.disk.put(path, here.disk.bytes(path).subarray(0, -9));
    await here.backup([row(1, 'words')]);
    expect(await here.held()).toBe(false);
    expect(await here.text()).toBe('words');
  });

  test('B1 of a note that was removed for good goes, and that it was removed stays', async () => {
    const here = main();
    await here.keeper.keep([put(1, 'PRIVATE')]);
    for (let at = 0; at < 2; at++) await here.backup([row(1, 'PRIVATE')]);
    await here.keeper.keep([{ ...put(2, ''), op: 'drop', fields: {} }]);
    for (let at = 0; at < 2; at++) await here.backup([]);
    expect(await main(here.disk).keeper.overview()).toMatchObject({ heads: [{ note: 'n', rev: '2', op: 'drop' }] });
    // Nor does a backup stay for its sake.
    for (const day of ['2026-11-24', '2028-01-02', '2028-01-03']) await main(here.disk, day).backup([]);
    expect((await here.names()).length).toBeLessThanOrEqual(4);
  });
});

/** Megabytes of values that something still holds. */
function megabytesHeld(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('nothing collects');
  collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}

describe('a backup', () => {
  test('B1 of many words is read back without its words being held: main stood still to clear them away', async () => {
    const here = main();
    const words = 'words '.repeat(10_000);
    const rows = Array.from({ length: 200 }, (_, at) => row(1, words, `00000000-0000-4000-8000-${1e11 + at}`));
    await here.backup(rows);
    await here.backup(rows);
    const before = megabytesHeld();
    const ticket = await here.backups.begin(true);
    await here.backups.add(ticket, { table: 'notes', rows });
    let during = 0;
    const proofs = here.snapshots.proofs.bind(here.snapshots);
    // What is held when all was read back, and just before it is let go.
    here.snapshots.proofs = async () => {
      const found = await proofs();
      during = megabytesHeld();
      return found;
    };
    await here.backups.end(ticket);
    // 12 megabytes a backup.
    expect(during - before).toBeLessThan(5);
  });

  test('B1 that holds what the journal let go stays, whatever is made of an emptied or older store after it', async () => {
    const here = main();
    await here.keeper.keep([put(1, 'PRECIOUS')]);
    const good = [await here.backup([row(1, 'PRECIOUS')]), await here.backup([row(1, 'PRECIOUS')])];
    expect(await here.held()).toBe(true);
    for (const rows of [[], [row(99, '')], [row(1, 'others')]]) for (let at = 0; at < 3; at++) await here.backup(rows);
    expect(await here.names()).toEqual(expect.arrayContaining(good.map(({ name }) => name)));
    // And so years later.
    for (const day of ['2027-11-24', '2028-11-25'])
      for (let at = 0; at < 3; at++) await main(here.disk, day).backup([]);
    expect(await here.names()).toEqual(expect.arrayContaining(good.map(({ name }) => name)));
    // It goes when two others hold the same.
    for (let at = 0; at < 3; at++) await here.backup([row(1, 'PRECIOUS')]);
    expect(await here.names()).not.toContain(good[0]?.name);
  });

  test('B1 of a journal that was lost stays while nothing else has its notes', async () => {
    const here = main();
    await here.keeper.keep([put(1, 'PRECIOUS')]);
    const good = await here.backup([row(1, 'PRECIOUS')]);
    for (const name of await here.disk.names('/h/journal')) await here.disk.remove(`/h/journal/${name}`);
    const again = main(here.disk);
    for (let at = 0; at < 4; at++) await again.backup([]);
    expect(await here.names()).toContain(good.name);
  });

  test('B1 made of what main has: the journal’s words, where a backup has others of the same revision', async () => {
    const here = main();
    await here.keeper.keep([put(1, 'first'), put(1, 'gone', 'm')]);
    await here.backup([row(1, 'first'), row(2, 'of the store'), row(1, 'gone', 'm')]);
    await here.backup([row(2, 'of the store')]);
    await here.keeper.keep([{ ...put(2, 'of the journal'), aside: true }]);
    const made = await here.backups.compose();
    const ticket = await here.backups.open(made?.name ?? '');
    const rows: unknown[] = [];
    for (let part = await here.backups.rows(ticket); part; part = await here.backups.rows(ticket))
      rows.push(...part.rows);
    expect(rows).toContainEqual(row(2, 'of the journal'));
    expect(rows).toContainEqual(row(1, 'gone', 'm'));
    expect(rows).not.toContainEqual(row(2, 'of the store'));
  });
});

describe('a window that goes away while it brings a backup', () => {
  test.each(['is gone', 'is silent', 'begins anew'])('B8 keeps no other waiting: it %s', async (how) => {
    const disk = new FakeDisk();
    let waits: (() => void)[] = [];
    const later = (run: () => void) => {
      waits.push(run);
      return () => {
        waits = waits.filter((one) => one !== run);
      };
    };
    const now = () => new Date('2026-11-23T12:00:00Z');
    const snapshots = openSnapshots('/h/snapshots', null, { disk, now, today: () => '2026-11-23' });
    const keeper = openKeeper({ journal: '/h/journal', files: '/h/files' }, snapshots, { disk, now });
    const backups = openBackups(snapshots, keeper, '0.1.0', () => [], { later });
    await keeper.keep([put(1, 'words')]);
    const left = await backups.begin(true);
    await backups.add(left, { table: 'notes', rows: [] });
    if (how === 'is gone') await backups.windowGone();
    if (how === 'is silent') for (const run of waits.splice(0)) run();
    if (how !== 'begins anew') expect(await backups.compose()).toMatchObject({ counts: { notes: 1 } });
    const next = await backups.begin(true);
    await backups.add(next, { table: 'notes', rows: [row(1, 'words')] });
    expect(await backups.end(next)).toMatchObject({ state: 'verified', counts: { notes: 1 } });
    await expect(backups.add(left, { table: 'notes', rows: [] })).rejects.toMatchObject({
      problem: { code: 'ticket-unknown' },
    });
    expect((await disk.names('/h/snapshots')).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(waits).toEqual([]);
  });
});

describe('everything as one file', () => {
  const effects = (path: string, stands: () => boolean): SaveBackupEffects => ({
    choose: async () => path,
    pictures: async () => ({ folder: '', names: [] }),
    head: (known) => ({ ...known, format: 1, made: '2026-11-23T12:00:00.000Z', day: '2026-11-23' }),
    stands: async () => stands(),
  });

  test('B1 is not written without what lies in a home that went away, also where the journal has let go of it', async () => {
    const folder = await temporaryFolder();
    onTestFinished(() => folder.remove());
    const here = main();
    await here.keeper.keep([put(1, 'words')]);
    await here.backup([row(1, 'words')]);
    await here.backup([row(1, 'words')]);
    expect(await here.held()).toBe(true);
    const path = join(folder.path, 'all.json.gz');
    expect(
      await here.backups.save(
        null,
        effects(path, () => true),
      ),
    ).toBe('saved');
    expect(gunzipSync(await readFile(path)).toString()).toContain('"words"');
    const before = await readFile(path);
    for (const name of await here.names()) await here.disk.remove(`/h/snapshots/${name}`);
    await expect(
      here.backups.save(
        null,
        effects(path, () => false),
      ),
    ).rejects.toMatchObject({
      problem: { code: 'home-unreadable' },
    });
    expect(await readFile(path)).toEqual(before);
  });
});
