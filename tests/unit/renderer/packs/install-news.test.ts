import { expect, test } from 'vitest';
import { sayIn } from '#domain/words/words.ts';
import { installNews, installPercent } from '#rooms/packs/install-news.ts';
import type { InstalledPack } from '#store/db.ts';
import type { Install, InstallStage } from '#store/packs/installs.ts';

const say = sayIn('en-GB');
const made = (at: InstallStage, more: Partial<Install> = {}): Install => ({
  ticket: 't',
  file: 'engage-1.satchel',
  pack: {
    id: 'engage',
    title: 'Engage early',
    version: '2026.11',
    release: 1,
    publisher: 'Us',
    hash: 'h',
    origin: 'file',
    pages: 8,
    pageIds: [],
    bytes: 1,
  },
  quiet: false,
  at,
  ...more,
});
const running = (done: number, more?: Partial<Install>) => made({ stage: 'running', done, total: 300 }, more);
const done = made({ stage: 'done', pack: { title: 'Engage early', version: '2026.11' } as InstalledPack });
const news = (before: Install | null, after: Install) =>
  installNews(before ? [before] : [], [after], say).map(({ kind, text }) => `${kind}: ${text}`);

test('percent is of what is known so far, and never rounds up', () => {
  expect(installPercent(made({ stage: 'running', done: 0, total: 0 }))).toBe(0);
  expect(installPercent(running(299))).toBe(99);
  expect(installPercent(done)).toBe(0);
});

test('start, half and end are said once each', () => {
  expect(news(null, made({ stage: 'waiting' }))).toEqual([]);
  expect(news(made({ stage: 'waiting' }), running(0))).toEqual(['step: Installing “Engage early”']);
  expect(news(running(0), running(149))).toEqual([]);
  expect(news(running(149), running(151))).toEqual(['step: “Engage early” is half installed']);
  expect(news(running(151), running(299))).toEqual([]);
  expect(news(running(299), done)).toEqual(['outcome: Engage early 2026.11 is installed.']);
  expect(news(done, done)).toEqual([]);
});

test('a refusal is said as its fact, once', () => {
  const refused = made({ stage: 'refused', problem: { code: 'not-a-pack', file: 'engage-1.satchel' } });
  expect(news(null, refused)).toEqual(['outcome: “engage-1.satchel” is not a Satchel pack.']);
  expect(news(refused, refused)).toEqual([]);
});

test('of packs that came with the app only what went wrong is said', () => {
  const quiet = { quiet: true };
  expect(news(null, running(0, quiet))).toEqual([]);
  expect(news(running(0, quiet), { ...done, quiet: true })).toEqual([]);
  const refused = made({ stage: 'refused', problem: { code: 'store-unavailable' } }, quiet);
  expect(news(running(0, quiet), refused)).toHaveLength(1);
});
