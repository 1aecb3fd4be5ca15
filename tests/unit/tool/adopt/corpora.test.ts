import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sharedPath } from '#support/shared.ts';
import { WHOLE } from '#support/whole.ts';
import { adopt } from '#tool/adopt/adopt.ts';
import { splitPage } from '#tool/adopt/split-page.ts';
import { lintPack } from '#tool/lint/lint.ts';
import { proseOf } from '#tool/lint/prose.ts';

const CORPORA = [
  { id: '18f-guides', pages: 256, images: 64 },
  { id: 'canada-cloud-guardrails', pages: 29, images: 0 },
  { id: 'dhcw-handbook', pages: 172, images: 0 },
  { id: 'ukho-engineering', pages: 64, images: 1 },
].filter(({ pages }) => WHOLE || pages < 100);

const made: string[] = [];
afterAll(async () => {
  for (const dir of made) await rm(dir, { recursive: true, force: true });
});

describe('real public guidance, adopted whole', () => {
  for (const { id, pages, images } of CORPORA) {
    const source = sharedPath(`corpora/${id}/files`);
    test.skipIf(source === null)(`${id}: ${pages} pages`, { timeout: 300_000 }, async () => {
      const dir = source ?? '';
      const before = await fingerprint(dir);
      const out = await mkdtemp(join(tmpdir(), 'satchel-adopt-'));
      made.push(out);
      const options = { id, title: id, out: join(out, 'pack'), publisher: 'Test', language: 'en-GB' };
      const report = await adopt(dir, options);
      expect(await fingerprint(dir)).toEqual(before);
      expect(report).toMatchObject({ pages, images });

      const lint = await lintPack(options.out);
      expect(lint.findings.filter(({ level }) => level === 'error')).toEqual([]);
      expect(lint.pages.map(({ meta }) => meta.path).sort()).toEqual(before.pages);
      for (const page of lint.pages) {
        expect(page.parsed.unshown, page.meta.path).toBeUndefined();
        expect(proseOf(page), page.meta.path).not.toMatch(/\{\{|\{%|<%|\(left out/);
        if (page.parsed.words > 0) continue;
        const { body } = splitPage(await readFile(join(dir, page.meta.path), 'utf8'));
        expect(
          body.replace(/\{%-?\s*(comment|for)\b[\s\S]*?end\1\s*-?%\}|<!--[\s\S]*?-->|<\/?div[^>]*>/g, '').trim(),
          page.meta.path,
        ).toBe('');
      }
      const rules = new Map<string, number>();
      for (const { rule } of lint.findings) rules.set(rule, (rules.get(rule) ?? 0) + 1);
      console.log(`${id}: ${report.pages} pages, ${report.images} pictures, ${report.links} links mapped`);
      console.log(`  notes    ${JSON.stringify(report.counts)}`);
      console.log(`  warnings ${JSON.stringify(Object.fromEntries([...rules].sort()))}`);
    });
  }
});

/** The pages of a folder, and the size and time of every file. */
async function fingerprint(dir: string): Promise<{ pages: string[]; files: string[] }> {
  const names = (await readdir(dir, { recursive: true })).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(dir, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
  return { pages: names.filter((name) => name.endsWith('.md')).sort(), files };
}
