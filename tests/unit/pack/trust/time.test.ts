import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { inDays, newKeys, said, TestLaptop, TestRepository } from '#support/test-repository.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

let made = 0;
const place = (): string => join(folder.path, `${made++}`);
const laptopOf = ({ root }: TestRepository): TestLaptop => new TestLaptop(place(), root);

const YEARS = 3 * 365;
const END = '2027-03-01T09:00:00Z';

describe('T3 what stands still or is over is said', () => {
  test('T3 a clock three years ahead ends all of it, with the date', async () => {
    const repository = await TestRepository.found(place());
    const checked = await laptopOf(repository).check(repository.folder, { now: inDays(YEARS) });
    expect(said(checked)).toBe('expired root');
    expect(checked).toMatchObject({ fault: { since: '2028-11-30T09:00:00Z' } });
  });

  test('T3 a clock three years behind is taken for no less than the newest time at which all held', async () => {
    const repository = await TestRepository.found(place());
    const laptop = laptopOf(repository);
    // Nobody can tell the first time.
    expect(await laptop.check(repository.folder, { now: inDays(-YEARS) })).toMatchObject({ ok: true });
    await laptop.check(repository.folder, { now: inDays(60) });
    const later = await laptop.check(repository.folder, { now: inDays(-YEARS) });
    expect(later).toMatchObject({ ok: true, value: { verifiedAt: inDays(60).toISOString() } });
  });

  test('T3 a clock that ran ahead while all held keeps nothing new out', async () => {
    const repository = await TestRepository.found(place());
    const laptop = laptopOf(repository);
    expect(said(await laptop.check(repository.folder, { now: inDays(89) }))).toBe('test-pack 1');
    repository.now = inDays(1);
    await repository.release(2);
    expect(said(await laptop.check(repository.folder, { now: inDays(1) }))).toBe('test-pack 2');
  });

  test('T3 the last moment counts, the next one does not', async () => {
    const repository = await TestRepository.found(place());
    const last = new Date(Date.parse(END) - 1);
    expect(said(await laptopOf(repository).check(repository.folder, { now: last }))).toBe('test-pack 1');
    expect(said(await laptopOf(repository).check(repository.folder, { now: new Date(END) }))).toBe('expired timestamp');
  });

  test('T3 days of grace let it count, and it is said since when it is over', async () => {
    const repository = await TestRepository.found(place());
    const laptop = laptopOf(repository);
    const at = (days: number, graceDays: number) => laptop.check(repository.folder, { now: inDays(days), graceDays });
    expect(await at(89, 30)).toMatchObject({
      ok: true,
      value: { expiredSince: null, packs: [{ expiredSince: null }] },
    });
    expect(await at(100, 30)).toMatchObject({
      ok: true,
      value: { expiredSince: END, validUntil: END, packs: [{ expiredSince: END }] },
    });
    expect(said(await at(100, 0))).toBe('expired timestamp');
    expect(said(await at(121, 30))).toBe('expired timestamp');
    // What counted by grace alone says nothing of the time: the clock goes back, and it is good again.
    expect(await at(89, 0)).toMatchObject({ ok: true, value: { expiredSince: null } });
  });

  test.each([-1, 366, 0.5, Number.NaN])('T3 %s days of grace are a bug of whoever asks', async (graceDays) => {
    const repository = await TestRepository.found(place());
    await expect(laptopOf(repository).check(repository.folder, { graceDays })).rejects.toThrow(RangeError);
  });

  test('T3 a source that is served as it was stays until its date, and no longer', async () => {
    const repository = await TestRepository.found(place());
    const frozen = await repository.copy(place());
    const laptop = laptopOf(repository);
    await laptop.check(frozen);
    repository.now = inDays(50);
    await repository.release(2);
    expect(said(await laptop.check(frozen, { now: inDays(80) }))).toBe('test-pack 1');
    expect(said(await laptop.check(frozen, { now: inDays(95) }))).toBe('expired timestamp');
    expect(said(await laptop.check(repository.folder, { now: inDays(95) }))).toBe('test-pack 2');
  });

  test('T3 one publisher that is over takes no other one with it', async () => {
    const repository = await TestRepository.found(place());
    repository.now = inDays(360);
    await repository.resign('targets');
    await repository.rotate('packs-other', newKeys(2), ['other-']);
    await repository.release(1, 'other-pack');
    const checked = await laptopOf(repository).check(repository.folder, { now: inDays(370) });
    expect(said(checked)).toBe('other-pack 1, [expired packs-test]');
    expect(checked).toMatchObject({ value: { withheld: [{ since: '2027-12-01T09:00:00Z' }] } });
  });

  test('T3 a chain is good as long as the first of its parts', async () => {
    const repository = await TestRepository.found(place());
    repository.now = inDays(300);
    await repository.resign();
    const checked = await laptopOf(repository).check(repository.folder, { now: inDays(301) });
    expect(checked).toMatchObject({ value: { validUntil: '2027-12-01T09:00:00Z' } });
  });
});

describe('T4 five roots while a laptop was away', () => {
  test('T4 from a folder: keys of root and of all others replaced two of three at a time', async () => {
    const repository = await TestRepository.found(place());
    const [away, fresh] = [laptopOf(repository), laptopOf(repository)];
    expect(said(await away.check(repository.folder))).toBe('test-pack 1');
    let rootKeys = [...repository.founders.root];
    for (let round = 2; round <= 6; round++) {
      repository.now = inDays(round * 200);
      rootKeys = [...rootKeys.slice(1, 3), ...newKeys(1)];
      await repository.rotate('root', rootKeys);
    }
    await repository.resign('targets', 'packs-test');
    await repository.rotate('online', newKeys(1));
    await repository.rotate('targets', newKeys(3));
    await repository.release(2);
    for (const laptop of [away, fresh]) {
      const checked = await laptop.check(repository.folder, { now: repository.now });
      expect(said(checked)).toBe('test-pack 2');
      expect(checked).toMatchObject({ value: { root: 8 } });
    }
  });

  test('T4 a root that follows counts, though the rest did not hold', async () => {
    const repository = await TestRepository.found(place());
    const laptop = laptopOf(repository);
    await laptop.check(repository.folder);
    const old = await repository.copy(place());
    // The timestamp of before lies beside the root that took its key away.
    const before = repository.current;
    await repository.rotate('online', newKeys(1));
    const { bytes } = repository.current.root;
    repository.current = before;
    await writeFile(join(old, 'metadata/2.root.json'), bytes);
    expect(said(await laptop.check(old))).toBe('signature timestamp');
    // Without that root beside it, the old key would be right.
    await rm(join(old, 'metadata/2.root.json'));
    expect(said(await laptopOf(repository).check(old))).toBe('test-pack 1');
    expect(said(await laptop.check(old))).toBe('older root');
  });
});
