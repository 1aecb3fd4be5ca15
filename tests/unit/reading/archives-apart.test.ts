import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '#archive/open-archive.ts';
import { ArchiveRefused } from '#archive/refusal.ts';
import type { ArchiveRules } from '#archive/rules.ts';
import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { sayIn } from '#domain/words/words.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { ReaderApart } from '#support/reader-apart.ts';
import { sharedPath } from '#support/shared.ts';

const from = sharedPath('hostile/zip') ?? '';
const say = sayIn('en-GB');
const MOST_MS = 1_000;
const MOST_KILOBYTES = 64 * 1024;

interface Listed {
  readonly file: string;
  readonly hazards: readonly string[];
  readonly opens_in_python: boolean;
}

/** What an importer must not take, whatever it is for. The rest it may read or refuse. */
const HAZARD =
  /^(?:traversal|absolute-path|symlink|encrypted|high-ratio|overlapping-entries|duplicate-names|unreadable-entry|control-in-name|unopenable|method-.*)$/;

/** One plain sentence about a file, which is F, and another about what to do. */
const PLAIN = /^(?!.*(?:undefined|\{|\}|problem\.|error|“F”.*F in it))“F” [^.]+\. .+\.$/is;

describe.skipIf(from === '')('archives that others made, in the process that reads them', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let reader: ReaderApart;
  let listed: readonly Listed[];
  let idle = 0;
  beforeAll(async () => {
    folder = await temporaryFolder();
    listed = (JSON.parse(await readFile(join(from, 'manifest.json'), 'utf8')) as { items: readonly Listed[] }).items;
    reader = await ReaderApart.start(folder.path);
    // Code that is compiled with the first is not what one costs.
    await refusedAs('bundle', 'go-test.zip');
    await refusedAs('pack', 'go-test.zip');
    await refusedAs('source', 'go-test.zip');
    idle = reader.memory;
  }, 60_000);
  afterAll(async () => {
    await reader.end();
    await folder.remove();
  });

  /** Gives an archive to the reader under the ending that it needs. */
  async function refusedAs(as: 'pack' | 'bundle' | 'source', file: string) {
    const path = join(folder.path, `${file}${as === 'bundle' ? '.eln' : '.satchel'}`);
    await copyFile(join(from, file), path);
    const ticket = `${as} ${file}`;
    if (as === 'pack') return reader.ask('pack:open', { ticket, path });
    if (as === 'bundle') return reader.ask('bundle:open', { ticket, path });
    const entry = 'metadata/timestamp.json';
    return reader.ask('repository:read', { ticket, kind: 'file', path, entry, most: 64 * 1024 });
  }

  /** The sentence that a person is told. */
  function sentence({ message }: Awaited<ReturnType<ReaderApart['ask']>>, file: string): string {
    const problem = ((): Problem | null => {
      if (message.kind === 'problem') return message.problem;
      const answer = message.kind === 'answer' ? (message.value as { is?: string; fault?: { why: string } }) : {};
      if (answer.is !== 'refused' || answer.fault === undefined) return null;
      const reason = answer.fault.why as Extract<Problem, { code: 'source-refused' }>['reason'];
      return { code: 'source-refused', source: file, reason };
    })();
    if (problem === null) return 'none';
    const { fact, more } = problemWords(problem, say);
    return `${fact} ${more}`.replaceAll(new RegExp(`${file}(?:\\.eln|\\.satchel)?`, 'g'), 'F');
  }

  test('F2 each with a hazard is refused as a pack, as a source and as notes, in a sentence, within a second and 64 MB', async () => {
    let slowest = { ms: 0, file: '' };
    let looked = 0;
    for (const { file, hazards, opens_in_python: opens } of listed) {
      if (opens && !hazards.some((hazard) => HAZARD.test(hazard))) continue;
      looked += 1;
      for (const as of ['pack', 'source', 'bundle'] as const) {
        const told = await refusedAs(as, file);
        expect([as, file, sentence(told, file)]).toEqual([as, file, expect.stringMatching(PLAIN)]);
        expect([as, file, told.time < MOST_MS]).toEqual([as, file, true]);
        if (told.time > slowest.ms) slowest = { ms: told.time, file: `${file} as ${as}` };
      }
    }
    const more = reader.memory - idle;
    console.log(
      `F2 ${looked} archives with a hazard, each as pack, source and notes: slowest ${slowest.ms.toFixed(0)} ms (${slowest.file}), at most ${(more / 1024).toFixed(1)} MB more memory for all together`,
    );
    expect(looked).toBeGreaterThan(25);
    expect(more).toBeLessThan(MOST_KILOBYTES);
  }, 60_000);

  test('F2 the harmless ones are no pack and no source either, and are said to be none', async () => {
    for (const { file, hazards, opens_in_python: opens } of listed) {
      if (!opens || hazards.length > 0) continue;
      for (const as of ['pack', 'source', 'bundle'] as const) {
        const told = await refusedAs(as, file);
        expect([as, file, sentence(told, file)]).toEqual([as, file, expect.stringMatching(PLAIN)]);
        expect([as, file, told.time < MOST_MS]).toEqual([as, file, true]);
      }
    }
    expect(reader.memory - idle).toBeLessThan(MOST_KILOBYTES);
  }, 60_000);

  test('F2 the measure of memory sees what is too much', async () => {
    const before = reader.memory;
    const bytes = new Uint8Array(80 * 1024 * 1024).fill(7);
    await reader.ask('blob:check', { bytes, blob: { sha256: 'a'.repeat(64), size: 1 } });
    expect(reader.memory - before).toBeGreaterThan(MOST_KILOBYTES);
  }, 60_000);

  /** As those of notes, which take what programs of others write. */
  const RULES: ArchiveRules = {
    limits: { file: 1e9, entries: 20_000, directory: 1e7, expanded: 1e9, ratio: 1_000 },
    names: ['backslash', 'untidy', 'tilde', 'joiner', 'sign', 'ending', 'device'],
    oldLetters: true,
    caseTwins: true,
  };

  /** What opens: each of its files can be read to its end. */
  async function opened(file: string): Promise<string> {
    try {
      const archive = await openArchive(join(from, file), RULES);
      try {
        for (const entry of archive.entries) if (!entry.name.endsWith('/')) await archive.read(entry);
      } finally {
        await archive.close();
      }
      return 'read';
    } catch (error) {
      if (error instanceof ArchiveRefused) return JSON.stringify(error.refusal);
      throw error;
    }
  }

  test('F2 the harmless ones open, and each of their files is read; those that do not are of a kind that is named', async () => {
    const refused: Record<string, string> = {};
    let read = 0;
    for (const { file, hazards, opens_in_python: opens } of listed) {
      if (!opens || hazards.length > 0) continue;
      const how = await opened(file);
      if (how === 'read') read += 1;
      else refused[file] = how;
    }
    console.log(`F2 ${read} harmless archives opened and read`);
    // Bytes before or behind it, more disks than one, and sizes that are none: what might be read as another archive.
    const others = Object.keys(refused).map((name) => name.replace(/\.zip$/, ''));
    expect(others.sort()).toEqual([
      'go-comment-truncated',
      'go-test-prefix',
      'jszip-all_appended_bytes',
      'jszip-all_prepended_bytes',
      'jszip-zip64_appended_bytes',
      'jszip-zip64_prepended_bytes',
      'libarchive-test_read_format_zip_padded2',
      'rubyzip-zipWithTooBigCDirSizeField64',
      'yauzl-failure-compressed_uncompressed_size_mismatch_for_stored_file_2147483647_5',
      'yauzl-failure-multi-disk_zip_files_are_not_supported_found_disk_number_1',
    ]);
  });
});
