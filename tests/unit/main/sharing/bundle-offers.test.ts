import { expect, test } from 'vitest';
import type { BundleReading } from '#bridge/sharing.ts';
import { ProblemError } from '#domain/problem.ts';
import { type Reader, ReadingEnded } from '#main/reading/reader.ts';
import { openBundleOffers } from '#main/sharing/bundle-offers.ts';
import type { BundleSummary, ReadingProgress } from '#reading/questions.ts';

const summary: BundleSummary = {
  file: 'a.eln',
  size: 10,
  notes: 1,
  marking: null,
  warnings: [],
  moreWarnings: 0,
  pieces: 2,
  seal: 's',
};

/** A reader that answers as the test says. */
function bench(answer: (name: string, asked: unknown) => unknown) {
  const asked: string[] = [];
  const told: (BundleReading | null)[] = [];
  let stop = (): void => undefined;
  const reader = {
    ask: (name: string, what: unknown, tell: (progress: ReadingProgress) => void = () => undefined) => {
      asked.push(name);
      tell({ done: 1, total: 2, bytes: 10 });
      return new Promise((resolve, reject) => {
        stop = () => reject(new ReadingEnded('stopped'));
        try {
          const value = answer(name, what);
          if (value !== 'never') resolve(value);
        } catch (error) {
          reject(error as Error);
        }
      });
    },
    stop: () => stop(),
  } as unknown as Reader;
  const offers = openBundleOffers({ reader, keepFile: async () => '', told: (reading) => told.push(reading) });
  return { offers, asked, told };
}

test('B2 how far the reading is goes to the window by the name of the file alone, and a person can stop it', async () => {
  const { offers, told } = bench(() => 'never');
  const made = offers.make(['/secret/folder/a.eln']);
  await Promise.resolve();
  const [reading] = told;
  expect(reading).toMatchObject({ file: 'a.eln', done: 1, total: 2 });
  await offers.stop(reading?.ticket ?? '');
  expect(await made).toEqual([]);
  expect(told.at(-1)).toBeNull();
});

test.each([
  ['time', 'bundle-too-costly'],
  ['memory', 'bundle-too-costly'],
  ['gone', 'file-unreadable'],
] as const)('B2 a reader that was ended for %s is one sentence', async (why, code) => {
  const { offers } = bench(() => {
    throw new ReadingEnded(why);
  });
  expect(await offers.make(['/x/a.eln'])).toMatchObject([
    { file: 'a.eln', found: { problem: { code, file: 'a.eln' } } },
  ]);
});

test('B2 a bundle whose reader went is opened again and goes on where it was; another file in its place does not', async () => {
  let lost = false;
  let seal = 's';
  const { offers, asked } = bench((name) => {
    if (name === 'bundle:open') {
      lost = false;
      return { ...summary, seal };
    }
    if (lost) throw new ProblemError({ code: 'ticket-unknown' });
    return 'piece';
  });
  const [offer] = await offers.make(['/x/a.eln']);
  const ticket = offer?.ticket ?? '';
  expect(await offers.part(ticket)).toEqual({ text: 'piece', end: false });
  lost = true;
  expect(await offers.part(ticket)).toEqual({ text: 'piece', end: false });
  expect(asked.filter((name) => name === 'bundle:open').length).toBe(2);
  expect(await offers.part(ticket)).toEqual({ text: '', end: true });
  lost = true;
  seal = 'another';
  await expect(offers.picture(ticket, 'h')).rejects.toThrow(ProblemError);
});
