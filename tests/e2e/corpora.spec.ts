// Real public guidance, whole: adopted, built, installed through the window, every page read and what people ask
// searched. Nothing of it is in the project; a small folder of our own takes the same way where it is absent.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type LaunchOptions, launchApp } from '#support/app.ts';
import { type AdoptedPack, adoptAndBuild, inOrder, readPack, runTool } from '#support/built-pack.ts';
import { watchWindow } from '#support/canary.ts';
import { writeFolder } from '#support/hostile-folder.ts';
import { PNG, temporaryFolder } from '#support/make-pack.ts';
import { installPack, NEXT_PAGE, type OpenedPage, walkPack } from '#support/page-walk.ts';
import { sharedPath } from '#support/shared.ts';
import { IN_WHOLE } from '#support/whole.ts';
import { expect, test } from '#support/window-test.ts';
import type { EvalReport } from '#tool/eval/eval-command.ts';

const READ = { settings: { welcomed: true, ...NEXT_PAGE }, size: { width: 1280, height: 800 } } satisfies LaunchOptions;

/** Read in `npm run soak -- whole`; the tool's own tests adopt and build all of them. */
const CORPORA = [
  { id: '18f-guides', pages: 256, queries: true },
  { id: 'canada-cloud-guardrails', pages: 29, queries: false },
  { id: 'dhcw-handbook', pages: 172, queries: false },
  { id: 'ukho-engineering', pages: 64, queries: true },
] as const;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const built = new Map<string, AdoptedPack>();
test.beforeAll(async () => {
  folder = await temporaryFolder();
});
test.afterAll(() => folder.remove());

async function packOf(id: string, source: string): Promise<AdoptedPack> {
  const known = built.get(id);
  if (known) return known;
  const pack = await adoptAndBuild(source, join(folder.path, `${id}-work`), { id, title: `The guidance of ${id}` });
  built.set(id, pack);
  return pack;
}

const middle = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** Whether an author wrote anything but front matter, comments and one heading. */
const hasWords = (source: string): boolean =>
  /[\p{L}\p{N}]/u.test(
    source
      .replace(/^\ufeff?---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/, '')
      .replace(/<!--[\s\S]*?-->|\{%-?\s*comment[\s\S]*?endcomment\s*-?%\}/g, '')
      // A list made from data that is not in the page; adopt says so.
      .replace(/\{%-?\s*for\s[\s\S]*?endfor\s*-?%\}/g, '')
      .replace(/<\/?div\b[^>]*>/g, '')
      .replace(/^# .*$/m, ''),
  );

/** Adopts, builds, installs and reads a folder, holds every page to its source and tells what it took. */
async function readWhole(id: string, source: string, wanted: number): Promise<readonly OpenedPage[]> {
  const pack = await packOf(id, source);
  expect(pack.pages).toBe(wanted);
  const { manifest, pages } = await readPack(pack.file);
  const running = await launchApp(READ);
  try {
    const watch = await watchWindow(running);
    const times = await installPack(running, pack.file, manifest.title);
    const [first] = inOrder(pages);
    const noted = new Set(pack.notes.filter(({ kind }) => kind.startsWith('template')).map(({ file }) => file));
    const opened = await walkPack(running, id, first?.meta.id ?? '', async (page) => {
      const body = pages.get(page.page);
      const path = body?.meta.path ?? '';
      expect([path, page.title]).toEqual([path, body?.meta.title]);
      expect([path, page.strange, page.unshown, page.broken]).toEqual([path, [], null, 0]);
      if (!noted.has(path)) expect([path, page.templates]).toEqual([path, []]);
      const blank = page.letters === 0 && page.pictures === 0;
      if (blank) expect([path, hasWords(await readFile(join(source, path), 'utf8'))]).toEqual([path, false]);
    });
    expect(opened.map(({ page }) => page)).toEqual(inOrder(pages).map(({ meta }) => meta.id));
    await watch.quiet(id);
    const ms = opened.map((page) => page.ms);
    const blank = opened.filter(({ letters, pictures }) => letters === 0 && pictures === 0).length;
    const left = opened.filter(({ templates }) => templates.length > 0).length;
    console.log(
      [
        `${id}: ${pack.pages} pages, ${pack.sections} sections, ${pack.images} pictures`,
        `adopt ${pack.took.adopt.toFixed(1)} s, build ${pack.took.build.toFixed(1)} s`,
        `install ${Math.round(times.install)} ms, index ${Math.round(times.index)} ms`,
        `open ${Math.round(middle(ms, 0.5))} ms (median), ${Math.round(middle(ms, 0.95))} ms (95 %)`,
        `blank in the source too: ${blank}; with template code that adopt reported: ${left}`,
      ].join('; '),
    );
    return opened;
  } finally {
    await running.close();
  }
}

for (const { id, pages } of CORPORA) {
  const source = sharedPath(`corpora/${id}/files`);
  test(`${id}: all ${pages} pages are adopted, built, installed, found and read`, IN_WHOLE, async () => {
    test.skip(source === null, '../shared/corpora is not here');
    test.setTimeout(300_000);
    await readWhole(id, source ?? '', pages);
  });
}

/** The share of questions with the page asked for among the first five; far below what is reached, and no lower. */
const LEAST = 0.7;

for (const { id } of CORPORA.filter(({ queries }) => queries)) {
  const source = sharedPath(`corpora/${id}/files`);
  const golden = sharedPath(`corpora/${id}/queries.json`);
  test(`${id}: what people ask finds the right page among the first five`, IN_WHOLE, async () => {
    test.skip(source === null || golden === null, '../shared/corpora is not here');
    test.setTimeout(300_000);
    const { file } = await packOf(id, source ?? '');
    const { code, out } = await runTool('eval', dirname(file), '--queries', golden ?? '', '--json');
    expect(code).toBe(0);
    const { success5, queries, unknown }: EvalReport = JSON.parse(out);
    const missed = queries.filter(({ rank }) => rank === null || rank > 5).map(({ query }) => query);
    console.log(
      `${id}: right page in the first 5 results for ${Math.round(100 * success5)} % of ${queries.length} questions`,
    );
    console.log(`  not: ${missed.join(' | ')}`);
    expect(unknown).toEqual([]);
    expect(success5).toBeGreaterThanOrEqual(LEAST);
  });
}

test('a small folder of another tool takes the same way', async () => {
  const source = join(folder.path, 'other-tool');
  const files = new Map<string, string | Uint8Array>([
    [
      'index.md',
      '---\nlayout: home\ntitle: Start\n---\n\nSee [the guide](guide/first.md) and [more](/guide/second).\n',
    ],
    [
      'guide/first.md',
      '# First steps\n\n> [!WARNING]\n> Mind the gap.\n\n![A dot](../img/dot%201.png)\n\n## Who\n\nYou.\n',
    ],
    [
      'guide/second.md',
      '---\ntitle: Second\ndescription: What it is\n---\n\n!!! note\n    Read this.\n\nTerm\n: Meaning\n',
    ],
    ['guide/code.md', '# Code\n\n```js\nconst a = "{{ not a template }}";\n```\n\n{% include x.html %}\n\nWords.\n'],
    ['guide/blank.md', '---\ntitle: Blank\n---\n\n<!-- nothing yet -->\n'],
    ['img/dot 1.png', PNG],
  ]);
  await writeFolder(source, files);
  const opened = await readWhole('other-tool', source, 5);
  const of = (title: string) => opened.find((page) => page.title === title);
  expect(of('First steps')).toMatchObject({ pictures: 1, headings: ['Who'] });
  expect(of('Blank')).toMatchObject({ letters: 0 });
  const { out } = await runTool('search', '--pack', built.get('other-tool')?.file ?? '', 'mind gap', '--json');
  expect(JSON.parse(out)[0]).toMatchObject({ path: 'guide/first.md' });
});
