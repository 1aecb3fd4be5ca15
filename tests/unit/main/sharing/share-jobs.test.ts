import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SharePlan } from '#bridge/sharing.ts';
import { ProblemError } from '#domain/problem.ts';
import { Lines } from '#main/sharing/lines.ts';
import { withoutMachine } from '#main/sharing/print-notes.ts';
import { openShareJobs, type ShareEffects } from '#main/sharing/share-jobs.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { madeFiles, sampleNote } from '#support/notes-made.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const [hash = ''] = madeFiles.keys();
const note = sampleNote({ files: [{ sha256: hash, name: 'a.png', type: 'image/png', size: 6, alt: '' }] });
const line = `${JSON.stringify({ note, earlier: [], foreign: null })}\n`;
const planOf = (format: SharePlan['format'], name: string): SharePlan => ({ format, marking: 'OFFICIAL', name });

const jobsWith = (effects: Partial<ShareEffects> = {}) =>
  openShareJobs({
    choose: async ({ name }) => join(folder.path, name),
    readFile: async (sha256) => madeFiles.get(sha256) ?? null,
    print: async () => Buffer.from('%PDF'),
    write: (path, bytes) => writeFile(path, bytes),
    htmlOf: async () => null,
    ...effects,
  });

const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.problem : error),
  );

test('notes in pieces become a file, and the ticket is gone', async () => {
  const jobs = jobsWith();
  const ticket = (await jobs.begin(planOf('markdown', 'one.zip'))) ?? '';
  for (let at = 0; at < line.length; at += 100) jobs.add(ticket, line.slice(at, at + 100));
  expect(await jobs.write(ticket)).toMatchObject({ file: 'one.zip', missing: [] });
  expect((await readFile(join(folder.path, 'one.zip'))).includes('a.png')).toBe(true);
  expect(await problemOf(jobs.write(ticket))).toEqual({ code: 'ticket-unknown' });
});

test('stopped in the middle, nothing is left', async () => {
  const jobs = jobsWith({
    readFile: async (sha256) => {
      jobs.stop(ticket);
      return madeFiles.get(sha256) ?? null;
    },
  });
  const ticket = (await jobs.begin(planOf('eln', 'stopped.eln'))) ?? '';
  jobs.add(ticket, line);
  expect(await problemOf(jobs.write(ticket))).toEqual({ code: 'share-stopped', file: 'stopped.eln' });
  expect((await readdir(folder.path)).filter((name) => name.startsWith('stopped'))).toEqual([]);
});

test('B8 with the window that shares ends what is written, and nothing is left', async () => {
  const jobs = jobsWith({
    readFile: async (sha256) => {
      jobs.windowGone();
      return madeFiles.get(sha256) ?? null;
    },
  });
  const ticket = (await jobs.begin(planOf('eln', 'gone.eln'))) ?? '';
  jobs.add(ticket, line);
  expect(await problemOf(jobs.write(ticket))).toEqual({ code: 'share-stopped', file: 'gone.eln' });
  expect((await readdir(folder.path)).filter((name) => name.startsWith('gone'))).toEqual([]);
});

test('cancelled in the dialog there is no ticket; a place that cannot be written is a problem', async () => {
  expect(await jobsWith({ choose: async () => null }).begin(planOf('pdf', 'x.pdf'))).toBeNull();
  const jobs = jobsWith({ write: () => Promise.reject(new Error('EACCES')) });
  const ticket = (await jobs.begin(planOf('pdf', 'x.pdf'))) ?? '';
  expect(await problemOf(jobs.write(ticket))).toEqual({ code: 'file-unwritable', file: 'x.pdf' });
});

test('lines come whole, and not without end', () => {
  const lines = new Lines(10);
  expect([lines.add('a'), lines.add('b\nc\n'), lines.add('d')]).toEqual([[], ['ab', 'c'], []]);
  expect(lines.add('12345')).toBeNull();
});

test('a PDF does not say on what system it was made', () => {
  const pdf = Buffer.from('1 0 obj\n<</Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Safari)\n/Producer (Skia)>>\n');
  const length = pdf.length;
  const text = withoutMachine(pdf).toString('latin1');
  expect(text).toMatch(/\/Creator \(Satchel +\)\n\/Producer \(Skia\)>>\n$/);
  expect(text.length).toBe(length);
});
