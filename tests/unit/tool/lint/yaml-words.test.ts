import { expect, test } from 'vitest';
import { lintPack } from '#tool/lint/lint.ts';
import { inMemory, SETTINGS } from './pack-in-memory.ts';

async function findingsOf(line: string): Promise<readonly string[]> {
  const text = `---\nid: b\n${line}\nsummary: What it is.\n---\n\nWords.\n`;
  const { findings } = await lintPack('/pack', inMemory({ 'pack.yaml': SETTINGS, 'pages/b.md': text }));
  return findings.map(({ line: at, message, fix }) => `${at} ${message}. ${fix}`);
}

test.each([
  [
    'title: Notes: take them',
    'Unexpected colon and space in "title", expected text in quotation marks. Put the text of "title" in quotation marks.',
  ],
  ['title: @notes', 'Unexpected @ at the beginning of "title"'],
])('B27 front matter %j is one finding that says what to do', async (line, said) => {
  const found = await findingsOf(line);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(said);
});
