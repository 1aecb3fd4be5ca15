import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBundle } from '#bundle/open-bundle.ts';
import { writeBundle } from '#bundle/write-bundle.ts';
import { writeMarkdown } from '#bundle/write-markdown.ts';
import { planText } from '#domain/note/plan.ts';
import type { Note } from '#domain/note/record/note.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { sampleNote, sha256 } from '#support/notes-made.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const lockedAt = '2026-01-02T09:00:00.000Z';
const honest = sampleNote({ successRule: 'at least 60 of 100 answer' });
const text = planText(honest);
const whole: Note = { ...honest, plan: { text, hash: sha256(text), lockedAt } };
const forged: Note = { ...whole, successRule: 'whatever came out' };
const source = { read: async () => null };

test.each([
  ['asLocked', whole, 'The plan is as it was locked.'],
  ['changed', forged, 'The plan was changed after it was locked.'],
] as const)(
  'B11 a plan that is %s says so where it arrives and in what is handed on',
  async (standing, note, words) => {
    const path = join(folder.path, `${standing}.eln`);
    await writeBundle([{ note, earlier: [] }], 'OFFICIAL', path, source);
    const opened = await openBundle(path);
    if (!opened.ok) throw new Error(opened.problem.code);
    // Nothing is refused for it.
    expect(opened.value.notes).toMatchObject([
      { plan: standing, note: { plan: note.plan, successRule: note.successRule } },
    ]);
    await opened.value.close();
    const file = join(folder.path, `${standing}.md`);
    const written = await writeMarkdown([note], 'OFFICIAL', file, {
      ...source,
      write: async (to, said) => (await import('node:fs/promises')).writeFile(to, said),
    });
    expect(written.ok).toBe(true);
    const said = await readFile(file, 'utf8');
    expect(said).toContain(words);
    expect(said).toContain(`## Locked plan\n\nLocked 2026-01-02 09:00 UTC. ${words}`);
  },
);
