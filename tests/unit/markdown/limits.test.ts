import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import { tooMuch } from '#markdown/limits.ts';
import { parsePage } from '#markdown/parse.ts';
import { toSyntax } from '#markdown/processor.ts';
import { tooMuchSyntax } from '#markdown/syntax-limits.ts';
import { context } from '#support/markdown.ts';
import { unsafeParts } from '#support/safe-tree.ts';

/** Only a hang takes so long, even where many share the machine. */
const HANG = 60_000;

describe('a page that is built to cost', () => {
  test.each([
    ['nested emphasis', `${'*a **a '.repeat(9_000)}b${' a** a*'.repeat(9_000)}`, 'too-slow'],
    ['emphasis of one word', '*a'.repeat(50_000), 'too-slow'],
    ['marks in a run', `www.a.b${')'.repeat(50_000)}`, 'too-slow'],
    ['brackets', '['.repeat(30_000) + ']'.repeat(30_000), 'too-slow'],
    ['broken links', '[ (]('.repeat(50_000), 'too-slow'],
    ['declarations', 'a<!--'.repeat(50_000), 'too-slow'],
    ['quotes on one line', `${'> '.repeat(50_000)}a`, 'too-deep'],
    ['lists on one line', `${'- '.repeat(50_000)}a`, 'too-deep'],
    [
      'lists under each other',
      Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
      'too-deep',
    ],
    ['boxes that never close', ':::note\n'.repeat(2_000), 'too-deep'],
    ['lazy lines', `> a\n${'b\n'.repeat(50_000)}`, 'too-slow'],
    ['underlined headings', 'a\n=\n'.repeat(50_000), 'too-slow'],
    ['a reference used often', `[a]: x\n\n${'[a] '.repeat(100_000)}`, 'too-slow'],
    ['a long address used often', `[a]: ${'x'.repeat(100_000)}\n\n${'[a]\n\n'.repeat(2_000)}`, 'too-many-parts'],
    [
      'cells that short rows are filled with',
      `${'|a'.repeat(900)}|\n${'|-'.repeat(900)}|\n${'|b|\n'.repeat(900)}`,
      'too-many-parts',
    ],
    ['a page that is too long', 'word '.repeat(LIMITS.pageSource / 5 + 1), 'too-large'],
    ['a page that is too long in bytes', 'é'.repeat(LIMITS.pageSource / 2 + 1), 'too-large'],
    ['HTML inside HTML', '<div>'.repeat(3_000), 'too-deep'],
    [
      'HTML with endless attributes',
      `<a ${Array.from({ length: 9_000 }, (_, at) => `b${at}`).join(' ')}>`,
      'too-many-parts',
    ],
    [
      'formatting that multiplies',
      `${Array.from({ length: 90 }, (_, at) => `<b id=x${at}>`).join('')}\n\n${'<p>\n\n'.repeat(12_000)}</b>`,
      'too-many-parts',
    ],
  ])(
    '%s costs its own page, kept as text',
    (_name, source, reason) => {
      const page = parsePage(source, context);
      expect(page.unshown).toBe(reason);
      expect(page.sections).toHaveLength(1);
      expect(page.sections[0]?.text.slice(0, 1)).toBe(source.trim().slice(0, 1));
    },
    HANG,
  );

  test.each([
    ['trailing spaces', `a${' '.repeat(50_000)}`],
    ['a very long word', 'a'.repeat(300_000)],
    ['escapes', '\\.'.repeat(20_000)],
    ['4,000 items', '- a\n'.repeat(4_000)],
    ['a heading of spaces', `# #${' '.repeat(50_000)}a`],
    ['backticks that never match', Array.from({ length: 200 }, (_, at) => `a${'`'.repeat(at)}`).join('')],
    ['spaces in a definition', `[x]:${' '.repeat(1_500)}x ${' '.repeat(1_500)} x`],
    ['code with many marks', `\`\`\`json\n${'[[[***___<!-- '.repeat(10_000)}\n\`\`\``],
    ['a table of 500 rows', `|a|b|c|\n|-|-|-|\n${'| **x** | [y](z) | `c` |\n'.repeat(500)}`],
    ['40 levels of HTML', '<div>'.repeat(40)],
    ['20 quotes', `${'> '.repeat(20)}a`],
    ['a rule of many dashes', '- '.repeat(100)],
  ])(
    '%s is only long',
    (_name, source) => {
      const page = parsePage(source, context);
      expect(page.unshown).toBeUndefined();
      expect(unsafeParts(page.tree)).toEqual([]);
    },
    HANG,
  );

  test('is refused before it costs', () => {
    expect(tooMuch(':::note\n'.repeat(100))).toBe('too-deep');
    expect(tooMuch(':::note\na\n:::\n\n'.repeat(100))).toBeNull();
    const cells = `${'|a'.repeat(400)}|\n${'|-'.repeat(400)}|\n${'|b|\n'.repeat(400)}`;
    expect(tooMuch(cells)).toBeNull();
    expect(tooMuchSyntax(toSyntax(cells))).toBe('too-many-parts');
  });

  test('a fence does not hide what follows it from the count', () => {
    const bad = '*a'.repeat(30_000);
    for (const source of [
      `\`\`\`\nx\n\`\`\`\n${bad}`,
      `- a\n\n  \`\`\`\n${bad}`,
      `<!--\n\n\`\`\`\n-->\n\n${bad}`,
      `:::note\n\`\`\`\n:::\n\n${bad}`,
      `\`\`\` a\`b\n${bad}`,
      `    \`\`\`\n\n${bad}`,
    ]) {
      expect(tooMuch(source)).toBe('too-slow');
    }
  });
});
