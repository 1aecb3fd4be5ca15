import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
import { ProblemError } from '#domain/problem.ts';
import { ok, refuse } from '#domain/result.ts';
import { openOffers } from '#main/packs/offers.ts';
import type { OpenPack } from '#pack/read/open-pack.ts';

const manifest = {
  id: 'one',
  title: 'One',
  version: '1',
  release: 1,
  publisher: 'P',
  files: [{ page: 'a' }, {}],
} as OpenPack['manifest'];

/** A pack reader that opens anything but “bad” and counts how many packs are open. */
function reader(parts: () => AsyncGenerator<PackPart, void, undefined>, free = async () => 1e12) {
  const state = { open: 0, opened: [] as string[] };
  const open = async (path: string) => {
    if (path.includes('bad')) return refuse({ code: 'not-a-pack', file: 'bad' });
    state.open += 1;
    state.opened.push(path);
    const close = async () => {
      state.open -= 1;
    };
    return ok<OpenPack>({ manifest, hash: 'h', size: 10, pages: 1, bytes: 20, parts, close });
  };
  return { state, offers: openOffers(free, open) };
}

async function* twoParts(): AsyncGenerator<PackPart, void, undefined> {
  yield { part: 'manifest', done: 0, total: 20, manifest, hash: 'h' };
  yield { part: 'end', done: 20, total: 20 };
}

const ticketOf = async (offers: ReturnType<typeof openOffers>): Promise<string> =>
  (await offers.make(['/secret/folder/one.satchel']))[0]?.ticket ?? '';

describe('offers', () => {
  test('say what a file is, never where', async () => {
    const { offers } = reader(twoParts);
    const made = await offers.make(['/secret/folder/one.satchel', '/secret/bad']);
    expect(made[0]).toMatchObject({
      file: 'one.satchel',
      size: 10,
      found: { manifest: { id: 'one', pages: 1, pageIds: ['a'], bytes: 20, hash: 'h', origin: 'file' } },
    });
    expect(made[1]).toMatchObject({ file: 'bad', found: { problem: { code: 'not-a-pack' } } });
    expect(JSON.stringify(made)).not.toContain('secret');
  });

  test('B6 show a file name without what cannot be seen', async () => {
    const { offers } = reader(twoParts);
    expect((await offers.make(['/folder/o\u202ene.satchel']))[0]?.file).toBe('one.satchel');
  });

  test('a release that is wanted no more gives nothing more, also after its first piece', async () => {
    const { state, offers } = reader(twoParts);
    const problem = { code: 'update-withdrawn', pack: 'One', source: 'a share', gone: 'source' } as const;
    let withdrawn: typeof problem | null = null;
    const open = async () => {
      state.open += 1;
      const close = async () => {
        state.open -= 1;
      };
      return ok<OpenPack>({ manifest, hash: 'h', size: 10, pages: 1, bytes: 20, parts: twoParts, close });
    };
    const origin = { root: 'a'.repeat(64), source: 'a share', publisher: 'packs-hmt' };
    const { ticket } = await offers.makeRelease('a share', open, origin, () => withdrawn);
    expect((await offers.part(ticket)).part).toBe('manifest');
    withdrawn = problem;
    await expect(offers.part(ticket)).rejects.toMatchObject({ problem });
    expect(state.open).toBe(0);
  });

  test('parts come in order; after the end the ticket is gone and the file closed', async () => {
    const { state, offers } = reader(twoParts);
    const ticket = await ticketOf(offers);
    expect((await offers.part(ticket)).part).toBe('manifest');
    expect((await offers.part(ticket)).part).toBe('end');
    await expect(offers.part(ticket)).rejects.toThrow(ProblemError);
    expect(state.open).toBe(0);
  });

  test('B8 end with the window, also those that it asked for a moment before', async () => {
    const { state, offers } = reader(twoParts);
    const ticket = await ticketOf(offers);
    const late = offers.make(['/secret/folder/two.satchel']);
    await offers.windowGone();
    expect((await late)[0]?.found).toEqual({ problem: { code: 'ticket-unknown' } });
    expect(state.open).toBe(0);
    await expect(offers.part(ticket)).rejects.toThrow(ProblemError);
    expect((await offers.part(await ticketOf(offers))).part).toBe('manifest');
  });

  test('a problem ends the ticket', async () => {
    const { state, offers } = reader(async function* () {
      yield { part: 'manifest', done: 0, total: 20, manifest, hash: 'h' };
      throw new ProblemError({ code: 'pack-damaged', file: 'one', part: 'p' });
    });
    const ticket = await ticketOf(offers);
    await offers.part(ticket);
    await expect(offers.part(ticket)).rejects.toMatchObject({ problem: { code: 'pack-damaged' } });
    await expect(offers.part(ticket)).rejects.toMatchObject({ problem: { code: 'ticket-unknown' } });
    expect(state.open).toBe(0);
  });

  test('questions asked at once are answered in order', async () => {
    const { offers } = reader(twoParts);
    const ticket = await ticketOf(offers);
    const parts = await Promise.all([offers.part(ticket), offers.part(ticket)]);
    expect(parts.map(({ part }) => part)).toEqual(['manifest', 'end']);
  });

  test('a disk that would be full is said to be before anything is written', async () => {
    const { leftFree } = LIMITS;
    const almost = reader(twoParts, async () => leftFree + 19);
    const ticket = await ticketOf(almost.offers);
    await expect(almost.offers.part(ticket)).rejects.toMatchObject({ problem: { code: 'no-space', needed: 1 } });
    expect(almost.state.open).toBe(0);
    const enough = reader(twoParts, async () => leftFree + 20);
    expect((await enough.offers.part(await ticketOf(enough.offers))).part).toBe('manifest');
    // Something else may fill it meanwhile.
    const left = [leftFree + 20, 0];
    const filled = reader(
      async function* () {
        yield { part: 'manifest', done: 0, total: 20, manifest, hash: 'h' };
        yield { part: 'pages', done: 20, total: 20, bytes: new Uint8Array(20) };
      },
      async () => left.shift() ?? 0,
    );
    const other = await ticketOf(filled.offers);
    await filled.offers.part(other);
    await expect(filled.offers.part(other)).rejects.toMatchObject({ problem: { code: 'no-space', needed: 68 } });
  });

  test('stop closes the file, also twice, also an unknown ticket', async () => {
    const { state, offers } = reader(twoParts);
    const ticket = await ticketOf(offers);
    await offers.part(ticket);
    expect(await offers.stop(ticket)).toBeNull();
    expect(await offers.stop(ticket)).toBeNull();
    expect(await offers.stop('unknown')).toBeNull();
    expect(state.open).toBe(0);
  });

  test('more offers than a person can use let the oldest go', async () => {
    const { state, offers } = reader(twoParts);
    const first = await ticketOf(offers);
    await offers.make(Array.from({ length: 250 }, (_, at) => `/x/${at}.satchel`));
    expect(state.open).toBe(200);
    await expect(offers.part(first)).rejects.toThrow(ProblemError);
  });
});
