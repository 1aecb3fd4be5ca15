import { describe, expect, test } from 'vitest';
import { notePage } from '#search/note-page.ts';
import { splitNoteText } from '#search/note-text.ts';
import { sampleNote } from '#support/notes-made.ts';
import { processorMs } from '#support/processor-time.ts';

describe('a note as pages to be found', () => {
  test('has what it is about, plan, text by its headings, results and decision', () => {
    const { meta, sections } = notePage(
      sampleNote({
        hypothesis: { change: 'shorter letters', effect: 'more replies', because: 'time is short' },
        successRule: 'Six in ten answer',
        stopRules: [{ id: '1', text: 'A complaint' }],
        text: 'Before.\n\n## Day two\nSeven **answered**.\n',
        noUsableData: 'The post was late',
        learning: 'Write less',
        stage: 'shape',
        status: 'decided',
        decision: { choice: 'adapt', because: 'It half worked', byRole: '', day: null },
      }),
    );
    expect(meta).toMatchObject({ path: '', stage: ['shape'], tags: ['letters', 'take-up'], status: 'decided.adapt' });
    expect(sections).toEqual([
      {
        id: '',
        heading: 'Do shorter letters get more replies?',
        level: 1,
        text: 'Few people answer.\nshorter letters\nmore replies\ntime is short',
      },
      { id: 'plan', heading: '', level: 2, text: 'Six in ten answer\nA complaint\nPolicy lead' },
      { id: 'text', heading: '', level: 2, text: 'Before.' },
      { id: 'text-day-two', heading: 'Day two', level: 3, text: 'Seven answered.' },
      { id: 'results', heading: '', level: 2, text: 'The post was late' },
      { id: 'decision', heading: '', level: 2, text: 'Write less\nIt half worked' },
    ]);
  });

  test('says nothing of fields that are empty', () => {
    const { sections, meta } = notePage(sampleNote({ ownerRole: '', title: '', problem: '' }));
    expect(sections).toEqual([{ id: '', heading: '', level: 1, text: '' }]);
    expect(meta.status).toBe('idea');
  });

  test('says why it left the way', () => {
    expect(notePage(sampleNote({ ending: { kind: 'abandoned', because: 'No money' } })).meta.status).toBe('abandoned');
  });
});

describe('the text of a note', () => {
  const plain = (text: string): string => splitNoteText(text)[0]?.text ?? '';

  test.each([
    ['- [x] **Done** by _all_', 'Done by all'],
    ['> Source: [Engage early](https://example.org)', 'Source: Engage early'],
    ['![A chart of replies](file:abc)', 'A chart of replies'],
    ['| a | b |\n| --- | --- |\n| 1 | 2 |', 'a   b\n\n1   2'],
    ['snake_case stays, `code` too', 'snake_case stays, code too'],
    ['1. First', 'First'],
  ])('%j is read as words', (text, words) => {
    expect(plain(text)).toBe(words);
  });

  test('is not split inside a fence, and equal headings have anchors of their own', () => {
    const sections = splitNoteText('```\n# not a heading\n```\n# Day\none\n# Day ##\ntwo\n#tag\n####### seven');
    expect(sections.map(({ id, heading, level }) => [id, heading, level])).toEqual([
      ['text', '', 2],
      ['text-day', 'Day', 2],
      ['text-day-1', 'Day', 2],
    ]);
    expect(sections[2]?.text).toBe('two\n#tag\n####### seven');
  });

  test('of 200,000 characters without sense is split at once', () => {
    // Not a measure: what is quadratic takes minutes here.
    for (const text of ['['.repeat(200_000), '*_'.repeat(100_000), '# '.repeat(100_000), '`'.repeat(200_000)])
      expect(processorMs(() => splitNoteText(text))).toBeLessThan(5_000);
  });
});
