import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePack, temporaryFolder } from '#support/make-pack.ts';
import { type Outcome, refusal, takePack } from './outcome.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const outcomeOf = async (bytes: Uint8Array): Promise<Outcome> => takePack(await folder.write('fuzz.satchel', bytes));
const refusalOf = async (bytes: Uint8Array): Promise<string> => refusal(await outcomeOf(bytes));

test('F2 any bytes changed: refused, or nothing is different', { timeout: 60_000 }, async () => {
  const whole = await makePack();
  const expected = JSON.stringify((await outcomeOf(whole)).parts);
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(flips, async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, by] of changes) bytes[at] = (bytes[at] ?? 0) ^ by;
      const outcome = await outcomeOf(bytes);
      // What was handed over before a refusal is a beginning of what the publisher made.
      const given = outcome.parts.filter((part) => part.part !== 'end').map((part) => JSON.stringify(part));
      expect(given.every((part) => expected.includes(part))).toBe(true);
      if (!('problem' in outcome)) expect(JSON.stringify(outcome.parts)).toBe(expected);
    }),
    { numRuns: 1_500 },
  );
});

test('F2 any bytes at all are refused', async () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(bytes, fc.boolean(), async (data, zip) => {
      const tried = zip
        ? Buffer.concat([Buffer.from('PK\u0003\u0004'), data, Buffer.from('PK\u0005\u0006'), data.subarray(0, 18)])
        : data;
      expect(await refusalOf(tried)).not.toBe('none');
    }),
    { numRuns: 500 },
  );
});
