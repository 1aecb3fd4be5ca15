import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readYaml, takeFrontMatter } from '#markdown/front-matter.ts';
import { visibleText } from '#markdown/invisible.ts';
import { parsePage } from '#markdown/parse.ts';
import type { ParseContext } from '#markdown/parsed-page.ts';
import { context, elements, gullible } from '#support/markdown.ts';
import { unsafeParts } from '#support/safe-tree.ts';
import { sharedPath } from '#support/shared.ts';

type Item = { id: string } & Record<string, unknown>;

const root = sharedPath('hostile/README.md')?.replace(/README\.md$/, '') ?? null;
const items = (file: string): Item[] => JSON.parse(readFileSync(`${root}${file}`, 'utf8')).items;
const textOf = (item: Item): string =>
  String(item.payload ?? item.markdown ?? item.probe ?? item.text ?? item.line ?? '');

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');
const cell = (text: string): string => oneLine(text).replace(/\|/g, '\\|');
const angle = (text: string): string => `<${oneLine(text).replace(/[<>]/g, '\\$&')}>`;

/** Each way into a page. */
const WAYS: Record<string, (text: string) => string> = {
  body: (text) => text,
  'body after words': (text) => `words ${text} words`,
  heading: (text) => `## ${oneLine(text)}`,
  'link text': (text) => `[${oneLine(text)}](page.md)`,
  'link address': (text) => `[a](${angle(text)}) <a href="${oneLine(text).replace(/"/g, '&quot;')}">b</a>`,
  definition: (text) => `[a]\n\n[a]: ${angle(text)} "${oneLine(text).replace(/"/g, '\\"')}"`,
  'picture words': (text) => `![${oneLine(text)}](p.png "${oneLine(text).replace(/"/g, '\\"')}")`,
  'picture address': (text) => `![a](${angle(text)}) <img src="${oneLine(text).replace(/"/g, '&quot;')}">`,
  cell: (text) => `| a | ${cell(text)} |\n|---|---|\n| b | ${cell(text)} |`,
  fence: (text) => `\`\`\`${oneLine(text).replace(/`/g, '')}\n${text}\n\`\`\``,
  box: (text) => `:::law[${oneLine(text)}]\n${text}\n:::`,
  item: (text) => `- [ ] ${oneLine(text)}`,
  footnote: (text) => `a[^1]\n\n[^1]: ${oneLine(text)}`,
};

/** What is wrong with the tree of a source; nothing for a page that is not shown. */
function problems(source: string, within: ParseContext): string[] {
  const page = parsePage(source, within);
  return page.tree ? unsafeParts(page.tree) : [];
}

/** Two lists are long: there each way but the first takes its share of them. */
const SHARE = 12;
const LONG = 1_000;
/** Only a hang takes so long, even where many share the machine. */
const HANG = 120_000;

const FILES = [
  'xss/dompurify.json',
  'xss/payloads-all-the-things.json',
  'xss/payloadbox.json',
  'xss/mutation-xss.json',
  'xss/dom-clobbering.json',
  'xss/markdown.json',
  'advisories.json',
  'naughty-strings.json',
  'unicode/cases.json',
  'unicode/trojan-source.json',
];

describe.skipIf(!root)('hostile strings', () => {
  for (const file of FILES) {
    test.each(Object.keys(WAYS))(
      `R1 R2 R4 R9 R10 R23 ${file} as %s`,
      (way) => {
        const all = items(file);
        const turn = Object.keys(WAYS).indexOf(way);
        const found = all.flatMap((item, at) => {
          if (all.length > LONG && turn > 0 && at % SHARE !== turn % SHARE) return [];
          const source = WAYS[way]?.(textOf(item)) ?? '';
          const contexts = /body|address|definition/.test(way) ? [context, gullible] : [context];
          return contexts.flatMap((within) => problems(source, within)).map((problem) => `${item.id}: ${problem}`);
        });
        expect(found).toEqual([]);
      },
      HANG,
    );
  }

  test('trojan source: nothing that reorders or hides is left anywhere', () => {
    for (const item of items('unicode/trojan-source.json')) {
      const line = String(item.line);
      const page = parsePage(
        `---\ntitle: ${JSON.stringify(line)}\n---\n## ${line}\n\n\`${line}\`\n\n    ${line}\n\n[${line}](p)`,
        context,
      );
      expect(JSON.stringify([page.tree, page.sections, page.headings, page.frontMatter])).not.toMatch(
        /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/,
      );
      if (visibleText(line) !== line) expect(page.dropped.length).toBeGreaterThan(0);
    }
  });

  test('DOM clobbering: ids are ours alone', () => {
    for (const item of items('xss/dom-clobbering.json')) {
      const page = parsePage(textOf(item), context);
      for (const { properties } of page.tree ? elements(page.tree) : []) {
        expect(String(properties.id ?? 's-x')).toMatch(/^(?:s|fn|fnref)-/);
        expect(properties.name).toBeUndefined();
      }
    }
  });
});

describe.skipIf(!root)('documents built to cost', () => {
  const documents = root ? items('spec/pathological.json') : [];
  test.each(documents.map((item) => [String(item.name), item] as const))(
    '%s is read or refused',
    (_name, item) => {
      const source = (item.parts as [string, number][]).map(([text, times]) => text.repeat(times)).join('');
      const page = parsePage(source, context);
      if (page.tree) expect(unsafeParts(page.tree)).toEqual([]);
      else expect(['too-large', 'too-deep', 'too-slow', 'too-many-parts']).toContain(page.unshown);
    },
    HANG,
  );
});

describe.skipIf(!root)('front matter', () => {
  const documents = root ? items('frontmatter/documents.json') : [];
  test.each(documents.map((item) => [item.id, item] as const))('%s has the outcome it should', (_id, item) => {
    const source = String(item.document).replace(/^\ufeff/, '');
    const { frontMatter } = takeFrontMatter(source);
    const outcome = frontMatter === null ? 'no-front-matter' : 'data' in frontMatter ? 'ok' : frontMatter.fault;
    const wanted: Record<string, readonly string[]> = {
      ok: ['ok'],
      'no-front-matter': ['no-front-matter'],
      'no-front-matter-or-ok': ['no-front-matter', 'ok'],
      'clear-error': ['yaml', 'alias', 'tag', 'duplicate-key', 'too-deep'],
      // Two of them are words over several lines to YAML 1.2: data, and never run.
      'yaml-error': ['yaml', 'not-mapping', 'ok'],
      'refuse-tag': ['tag'],
      'refuse-language': ['language'],
      'refuse-language-or-ok': ['language', 'ok'],
      'ok-or-clear-error': ['ok', 'yaml'],
      'clear-error-or-body': ['unclosed', 'no-front-matter'],
      'clear-error-or-fallback': ['ok'],
    };
    const expected = wanted[String(item.expect)] ?? ['alias', 'too-deep', 'yaml'];
    expect(expected, `${item.expect}: ${JSON.stringify(frontMatter)}`).toContain(outcome);
    if (item.id === 'ours-hash-title') expect(frontMatter).toEqual({ data: { title: 'C# and .NET guidance' } });
    expect((globalThis as Record<string, unknown>).__CANARY__).toBeUndefined();
  });

  test('YAML suite: every case is data or a fault, and wrong YAML is never data', () => {
    const wrong: string[] = [];
    for (const item of items('frontmatter/yaml-test-suite.json')) {
      const read = readYaml(String(item.yaml));
      if (item.expect === 'error' && 'data' in read) wrong.push(item.id);
      if ('data' in read) expect(JSON.parse(JSON.stringify(read.data))).toEqual(read.data);
    }
    expect(wrong).toEqual([]);
  });
});
