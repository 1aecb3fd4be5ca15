import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Rows } from '#domain/journal/snapshot.ts';
import { sumOf } from '#main/notes/journal/content-sum.ts';
import { realDisk } from '#main/notes/journal/disk.ts';
import { openSnapshots, type SnapshotEffects, type Snapshots } from '#main/notes/snapshots/snapshots.ts';
import { value } from '#support/drafts.ts';
import { diskError, FakeDisk, failAt } from '#support/fake-disk.ts';

type Tables = Readonly<Record<string, readonly unknown[]>>;

const TODAY = '2026-11-23';
const effects = (disk: SnapshotEffects['disk'] = realDisk, today = TODAY): SnapshotEffects => ({
  disk,
  now: () => new Date('2026-11-23T12:00:00Z'),
  today: () => today,
});

function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-snapshots-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'snapshots');
}

async function* rowsOf(tables: Tables, some = 7): AsyncGenerator<Rows> {
  for (const [table, rows] of Object.entries(tables)) {
    yield { table, rows: rows.slice(0, some) };
    for (let at = some; at < rows.length; at += some) yield { table, rows: rows.slice(at, at + some) };
  }
}

const write = async (snapshots: Snapshots, tables: Tables, journal = 1) =>
  value(await snapshots.write({ app: '0.1.0', journal }, rowsOf(tables)));

async function read(snapshots: Snapshots, name: string): Promise<Tables> {
  const { about, rows } = value(await snapshots.open(name));
  const tables: Record<string, unknown[]> = Object.fromEntries(Object.keys(about.counts).map((table) => [table, []]));
  for await (const part of rows) tables[part.table]?.push(...part.rows);
  return tables;
}

const names = (folder: string): readonly string[] => readdirSync(folder).sort();
const note = (n: number) => ({
  id: `n${n}`,
  title: `Nodyn ${n} 🧪`,
  text: 'Ŵyth '.repeat(n % 50),
  tags: ['â', `t${n}`],
});

describe('D8 a snapshot', () => {
  test('D8 restores 5,000 notes to equal content', async () => {
    const folder = home();
    const tables = { notes: Array.from({ length: 5000 }, (_, n) => note(n)), bookmarks: [], trash: [note(1)] };
    const { snapshot } = await write(openSnapshots(folder, null, effects()), tables);
    expect(snapshot).toMatchObject({ name: '000001-2026-11-23.json.gz', state: 'verified' });
    expect(snapshot.about.counts).toEqual({ bookmarks: 0, notes: 5000, trash: 1 });
    const again = openSnapshots(folder, null, effects());
    expect(await read(again, snapshot.name)).toEqual(tables);
  });

  test('D8 restores whatever rows there are', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Ŵyth', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '\ud800', 'a\udc00', '\n\r\u2028', ']},', ',"tables":{', '"x":['),
    );
    const row = fc.oneof(fc.dictionary(text, fc.oneof(text, fc.jsonValue())), text, fc.jsonValue());
    // Names that are numbers are put in order by the language itself.
    const table = text.filter((name) => !/^\d+$/.test(name) && name !== '__proto__');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(table, fc.array(row, { maxLength: 12 }), { maxKeys: 4 }), async (made) => {
        const tables: Tables = JSON.parse(JSON.stringify(made));
        const snapshots = openSnapshots('/s', null, effects(new FakeDisk()));
        const { snapshot } = await write(snapshots, tables);
        expect(await read(snapshots, snapshot.name)).toEqual(tables);
      }),
      { numRuns: 150 },
    );
  });

  test('D8 is one JSON document that any program can read, and says what it is', async () => {
    const folder = home();
    const { snapshot } = await write(
      openSnapshots(folder, null, effects()),
      { notes: [note(1), note(2)], tags: [] },
      9,
    );
    const text = gunzipSync(readFileSync(join(folder, snapshot.name))).toString('utf8');
    const document = JSON.parse(text);
    expect(document).toMatchObject({
      format: 1,
      app: '0.1.0',
      made: '2026-11-23T12:00:00.000Z',
      day: TODAY,
      sequence: 1,
      journal: 9,
      tables: { notes: [note(1), note(2)], tags: [] },
      counts: { notes: 2, tags: 0 },
    });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(document.tables)).toBe(
      text
        .replaceAll('\n', '')
        .replace(/^.*"tables":/, '')
        .replace(/,"counts".*$/, ''),
    );
  });

  test('D8 a flipped bit anywhere is noticed, or changes nothing; the one before is used', async () => {
    const disk = new FakeDisk();
    const snapshots = openSnapshots('/s', null, effects(disk));
    const older = await write(snapshots, { notes: [note(1)] });
    const newer = await write(snapshots, { notes: [note(1), note(2)] });
    const path = `/s/${newer.snapshot.name}`;
    const good = Buffer.from(disk.bytes(path));
    const harmless: number[] = [];
    for (let bit = 0; bit < good.length * 8; bit++) {
      const spoilt = Buffer.from(good);
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      disk.put(path, spoilt);
      const found = value(await snapshots.newest());
      if (found?.name === older.snapshot.name) {
        expect(await snapshots.open(newer.snapshot.name)).toMatchObject({ ok: false });
        continue;
      }
      harmless.push(bit);
      expect(await read(snapshots, newer.snapshot.name)).toEqual({ notes: [note(1), note(2)] });
    }
    // What no one reads: the bits that fill up the last byte of the packed data.
    expect(harmless.every((bit) => bit >> 3 === good.length - 9)).toBe(true);
    expect(await read(snapshots, older.snapshot.name)).toEqual({ notes: [note(1)] });
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['half', (good: Buffer) => good.subarray(0, good.length >> 1)],
    ['its head zeroed', (good: Buffer) => Buffer.from(good).fill(0, 0, 64)],
    ['something else', () => gzipSync('{"format":1}\n')],
    ['other rows packed anew', (good: Buffer) => gzipSync(gunzipSync(good).toString().replace('Nodyn 3', 'Nodyn 4'))],
    [
      'a row taken out',
      (good: Buffer) =>
        gzipSync(
          gunzipSync(good)
            .toString()
            .replace(/\n,.*Nodyn 3.*\n/, '\n'),
        ),
    ],
  ])('D8 damaged (%s): it is listed as that, kept, and the one before is used', async (_, spoil) => {
    const folder = home();
    const snapshots = openSnapshots(folder, null, effects());
    const older = await write(snapshots, { notes: [note(1)] });
    const newer = await write(snapshots, { notes: [note(2), note(3)] });
    const path = join(folder, newer.snapshot.name);
    const bytes = spoil(readFileSync(path));
    if (bytes.length > 9 && bytes[0] === 0x1f) bytes[9] = 0xff;
    writeFileSync(path, bytes);
    expect(value(await snapshots.list()).map(({ state }) => state)).toEqual(['damaged', 'verified']);
    expect(value(await snapshots.newest())?.name).toBe(older.snapshot.name);
    expect(await snapshots.open(newer.snapshot.name)).toEqual({
      ok: false,
      problem: { code: 'snapshot-damaged', file: newer.snapshot.name },
    });
    await write(snapshots, { notes: [note(4)] });
    expect(names(folder)).toContain(newer.snapshot.name);
  });

  test('a newer format is refused as such and stays', async () => {
    const folder = home();
    const snapshots = openSnapshots(folder, null, effects());
    const { snapshot } = await write(snapshots, { notes: [note(1)] });
    const path = join(folder, snapshot.name);
    const bytes = gzipSync(gunzipSync(readFileSync(path)).toString().replace('"format":1', '"format":2'));
    bytes[9] = 0xff;
    writeFileSync(path, bytes);
    expect(await snapshots.open(snapshot.name)).toEqual({
      ok: false,
      problem: { code: 'snapshot-too-new', file: snapshot.name, format: 2 },
    });
    expect(value(await snapshots.list())[0]).toMatchObject({ state: 'too-new', format: 2 });
  });

  test.each(['../../etc/passwd', '000001-2026-11-23.json.gz/../x', '000009-2026-11-23.json.gz', ''])(
    'no file is opened by the name %j',
    async (name) => {
      const snapshots = openSnapshots(home(), null, effects());
      expect(await snapshots.open(name)).toEqual({ ok: false, problem: { code: 'file-unreadable', file: name } });
    },
  );

  test('a source that stops makes none, and what it threw is told', async () => {
    const folder = home();
    const snapshots = openSnapshots(folder, null, effects());
    async function* broken(): AsyncGenerator<Rows> {
      yield { table: 'notes', rows: [note(1)] };
      throw new Error('The window went away');
    }
    await expect(snapshots.write({ app: '0', journal: 0 }, broken())).rejects.toThrow('The window went away');
    expect(names(folder)).toEqual([]);
    await write(snapshots, { notes: [note(1)] });
  });
});

describe('which stay and what they hold', () => {
  test('D9 they are ordered by number, whatever the day says', async () => {
    const folder = home();
    for (const day of ['2026-11-22', '2099-01-01', '1970-01-01', '2026-11-22'])
      await write(openSnapshots(folder, null, effects(realDisk, day)), { notes: [note(1)] });
    const list = value(await openSnapshots(folder, null, effects()).list());
    expect(list.map(({ name }) => name)).toEqual([
      '000004-2026-11-22.json.gz',
      '000003-1970-01-01.json.gz',
      '000002-2099-01-01.json.gz',
    ]);
  });

  test('old ones go, also from the second folder', async () => {
    const folder = home();
    const second = join(folder, '../second');
    // A stick that is out is no folder to be made.
    expect(await write(openSnapshots(folder, second, effects()), { notes: [note(0)] })).toMatchObject({
      second: { code: 'snapshot-unwritable' },
    });
    mkdirSync(second);
    for (let n = 1; n <= 4; n++) await write(openSnapshots(folder, second, effects()), { notes: [note(n)] });
    expect(names(folder)).toEqual(['000004-2026-11-23.json.gz', '000005-2026-11-23.json.gz']);
    expect(names(second)).toEqual(names(folder));
  });

  test('the two newest good ones say what they hold, as it is read back', async () => {
    const folder = home();
    const on = (day: string) => openSnapshots(folder, null, effects(realDisk, day));
    const row = (rev: number) => ({ id: 'n', rev, binned: '', note: { b: rev, a: 'Ŵyth' } });
    const proofs = async () => value(await on(TODAY).proofs());
    expect(await proofs()).toEqual([]);
    await write(on('2026-11-21'), { notes: [row(1)] }, 10);
    await write(on('2026-11-22'), { notes: [row(2), { id: 'odd' }], other: [row(9)] }, 20);
    const { snapshot } = await write(on(TODAY), { notes: [row(3), { ...row(4), id: 'm', binned: 'then' }] }, 30);
    const [newest, before, ...more] = await proofs();
    expect([newest?.journal, before?.journal, more.length]).toEqual([30, 20, 0]);
    expect([...(before?.notes ?? [])]).toEqual([['n', { rev: '2', binned: false, sum: sumOf({ a: 'Ŵyth', b: 2 }) }]]);
    expect(newest?.notes.get('m')).toMatchObject({ rev: '4', binned: true });
    writeFileSync(join(folder, snapshot.name), 'x');
    expect((await proofs()).map(({ journal }) => journal)).toEqual([20, 10]);
  });

  test('a second folder that fails is a warning', async () => {
    const folder = home();
    const blocked = join(folder, '../file');
    await write(openSnapshots(folder, null, effects()), { notes: [] });
    writeFileSync(blocked, 'no folder');
    const { snapshot, second } = await write(openSnapshots(folder, join(blocked, 'x'), effects()), {
      notes: [note(1)],
    });
    expect(snapshot.state).toBe('verified');
    expect(second).toEqual({ code: 'snapshot-unwritable' });
  });
});

describe('D11 a disk that refuses or forgets', () => {
  const first = { notes: [note(1)] };
  const next = { notes: [note(1), note(2)], tags: [{ a: 1 }] };

  async function started(): Promise<FakeDisk> {
    const disk = new FakeDisk();
    await write(openSnapshots('/s', null, effects(disk)), first);
    disk.calls = 0;
    return disk;
  }

  test.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS'])(
    'D11 %s at any one call: the older one stays, no half one counts',
    async (code) => {
      const whole = await started();
      await openSnapshots('/s', '/second', effects(whole)).write({ app: '1', journal: 2 }, rowsOf(next));
      expect(whole.calls).toBeGreaterThan(20);
      for (let at = 1; at <= whole.calls; at++) {
        const disk = await started();
        disk.before = failAt(at, code);
        const result = await openSnapshots('/s', '/second', effects(disk)).write(
          { app: '1', journal: 2 },
          rowsOf(next),
        );
        if (!result.ok) expect(['no-space', 'snapshot-unwritable']).toContain(result.problem.code);
        disk.before = undefined;
        const snapshots = openSnapshots('/s', null, effects(disk));
        const newest = value(await snapshots.newest());
        expect(newest).not.toBeNull();
        if (result.ok) expect(newest?.name).toBe(result.value.snapshot.name);
        if (newest) expect([first, next]).toContainEqual(await read(snapshots, newest.name));
        // And the next one succeeds, and clears away what was not finished.
        await write(snapshots, next);
        expect((await disk.names('/s')).filter((name) => name.endsWith('.part'))).toEqual([]);
      }
    },
  );

  test('D11 a power cut at any call leaves the older one or the new one, whole', async () => {
    const whole = await started();
    await write(openSnapshots('/s', null, effects(whole)), next);
    for (let at = 1; at <= whole.calls; at++) {
      for (const torn of [0, 0.6, 1]) {
        const disk = await started();
        disk.before = failAt(at, 'EIO', true);
        const result = await openSnapshots('/s', null, effects(disk)).write({ app: '1', journal: 2 }, rowsOf(next));
        const left = openSnapshots('/s', null, effects(disk.afterPowerCut(() => torn)));
        const newest = value(await left.newest());
        expect(newest).not.toBeNull();
        if (newest) expect(result.ok ? [next] : [first, next]).toContainEqual(await read(left, newest.name));
      }
    }
  });

  test('D11 what reads back other than it was written does not count', async () => {
    const disk = await started();
    disk.before = (_, name, path) => {
      if (name === 'syncFolder' && path === '/s') {
        const last = '/s/000002-2026-11-23.json.gz';
        const bytes = Buffer.from(disk.bytes(last));
        bytes[40] = (bytes[40] ?? 0) ^ 1;
        disk.put(last, bytes);
      }
    };
    const snapshots = openSnapshots('/s', null, effects(disk));
    expect(await snapshots.write({ app: '1', journal: 2 }, rowsOf(next))).toEqual({
      ok: false,
      problem: { code: 'snapshot-unwritable' },
    });
    expect(await disk.names('/s')).toEqual(['000001-2026-11-23.json.gz']);
  });

  test('D11 one file on a bad place of the disk does not hide the others', async () => {
    const disk = await started();
    await write(openSnapshots('/s', null, effects(disk)), next);
    disk.before = (_, name, path) => {
      if (name === 'read' && path.includes('000002')) throw diskError('EIO');
    };
    const list = value(await openSnapshots('/s', null, effects(disk)).list());
    expect(list.map(({ state }) => state)).toEqual(['damaged', 'verified']);
  });
});
