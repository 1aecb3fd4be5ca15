import { describe, expect, test } from 'vitest';
import type { Block, Section } from '#domain/note/outline/block.ts';
import { withoutLeftOvers } from '#domain/note/outline/left-overs.ts';
import { outline } from '#domain/note/outline/outline.ts';
import { phraseWords } from '#domain/note/outline/phrase-words.ts';
import { plainNote } from '#domain/note/plain-note.ts';
import { newNote } from '#domain/note/record/note.ts';
import { templateTexts } from '#domain/note/template-texts.ts';
import { newFromTemplate, TEMPLATES } from '#domain/note/templates.ts';
import { loadWords, sayIn } from '#domain/words/words.ts';
import { fullNote } from '#support/full-note.ts';

const say = sayIn('en-GB');
const spaces = (text: string): string => text.replaceAll('\u00a0', ' ');

function linesOf(block: Block): readonly string[] {
  const words = (phrase: Parameters<typeof phraseWords>[0] | null): string =>
    spaces(phrase ? phraseWords(phrase, say, 'en-GB') : '–');
  const label = 'label' in block && block.label ? `${say(block.label)}: ` : '';
  switch (block.kind) {
    case 'fact':
      return [label + words(block.value)];
    case 'prose':
      return [label + block.text];
    case 'list':
      return block.items.map((item) => label + words(item));
    case 'table':
      return [
        label + block.head.map((column) => say(column.label)).join(' | '),
        ...block.rows.map((row) => row.map(words).join(' | ')),
      ];
    default:
      return [block.kind];
  }
}

const read = (sections: readonly Section[], id: Section['id']): readonly string[] =>
  sections.filter((section) => section.id === id).flatMap(({ blocks }) => blocks.flatMap(linesOf));

describe('an experiment as a document', () => {
  const sections = outline(fullNote(), 'asLocked');

  test('begins with what was decided, how sure that is, the figure beside its target, what it cost and what is next', () => {
    expect(sections[0]?.label).toBeNull();
    expect(read(sections, 'answer')).toEqual([
      'Decision: Adapt: change the idea',
      'Why this decision: It works',
      'Decided by (role): Deputy director, 14 December 2026',
      'Stopped: 11 December 2026, More than five complain',
      'Why it was stopped: Six complained',
      'How sure: Medium',
      'Why so sure: Forty is few',
      'Spent: £120.30 of £700.50',
      'Next: Write to all',
    ]);
    const [first, second] = fullNote().results;
    const results = first && second ? [{ ...first, exploratory: false }, second] : [];
    expect(read(outline({ ...fullNote(), results }, null), 'answer')).toContain('Answers | Short | 20% | 60% | 64%');
  });

  test('says which rule stopped it and on which day, also when nothing else was said of it, whatever came since', () => {
    const stopRules = [{ id: 's1', text: 'Spent over £1,000' }];
    const stop = { rule: 's1', because: '', day: '2026-12-01' };
    for (const decision of [null, { choice: 'persevere', because: '', byRole: '', day: null } as const])
      expect(read(outline({ ...fullNote(), stopRules, stop, decision }, null), 'answer')).toContain(
        'Stopped: 1 December 2026, Spent over £1,000',
      );
  });

  test('has every deviation with its value, every answered guardrail, and what proves it last', () => {
    expect(read(sections, 'deviations').slice(1, 4)).toEqual([
      '20 November 2026 | Cost cap | £500 | £700.50 | Stamps cost more',
      '20 November 2026 | Planned end | 4 December 2026 | 11 December 2026 | A strike',
      '20 November 2026 | Planned end | 11 December 2026 | when they are back | A strike',
    ]);
    expect(read(sections, 'guardrails')).toHaveLength(14);
    expect(read(sections, 'guardrails')[0]).toBe('Met, No live system or write access, About noLiveSystem');
    expect(sections.at(-1)?.id).toBe('record');
    expect(read(sections, 'record')).toContain(`Fingerprint (SHA-256): ${fullNote().plan?.hash}`);
  });

  test('has all that its writer wrote', () => {
    const all = spaces(JSON.stringify(sections));
    const { problem, users, hypothesis, method, noUsableData, exploratory, learning, team, risks, comments } =
      fullNote();
    for (const text of [
      problem,
      users,
      hypothesis.effect,
      method,
      noUsableData,
      exploratory,
      learning,
      ...team,
      ...risks,
    ])
      expect(all).toContain(text);
    expect(all).toContain(comments[0]?.text);
  });
});

test('what was never written is not in it: no empty section, list, row or heading', () => {
  for (const note of [newNote(fullNote().id, fullNote().created, 'Do they?'), plainNote(fullNote().id, '', 'A')]) {
    for (const { blocks } of outline(note, null)) {
      expect(blocks.length).toBeGreaterThan(0);
      for (const block of blocks) {
        if (block.kind === 'fact') expect(block.value.length).toBeGreaterThan(0);
        if (block.kind === 'list') expect(block.items.length).toBeGreaterThan(0);
        if (block.kind === 'table') expect(block.rows.length).toBeGreaterThan(0);
      }
    }
  }
  const idea = outline(newNote(fullNote().id, fullNote().created, 'Do they?'), null);
  expect(idea.map(({ id }) => id)).toEqual(['answer', 'record']);
});

test('a plain note shows its text first, and words that stand in fields of an experiment too', () => {
  const plain = { ...plainNote(fullNote().id, '', 'A'), text: 'The slip is closed.' };
  expect(outline(plain, null).map(({ id }) => id)).toEqual(['answer', 'about']);
  const held = outline({ ...plain, problem: 'Nobody answers', team: ['Analyst'], learning: 'Ring them' }, null);
  expect(held[0]?.blocks).toEqual([{ kind: 'text', path: 'text', label: null }]);
  expect(held.filter(({ label }) => label === 'note.about')).toHaveLength(1);
  const all = JSON.stringify(held);
  for (const text of ['Nobody answers', 'Analyst', 'Ring them']) expect(all).toContain(text);
  expect(all.match(/"path":"text"/g)).toHaveLength(1);
});

describe('left-overs', () => {
  const left = (text: string, template = ''): string => withoutLeftOvers(text, templateTexts({ template }));

  test.each([
    '# We stop on Friday\n\n## The minister agreed\n\n## Costs rose by 40 %',
    'words\n\n# The answer is 42',
    '- ```sh\n  # mount first\n  rm x\n  ```\n',
    '# Findings\r\rForty of sixty farms answered.',
    '    # code',
  ])('none is what somebody wrote: %j', (text) => {
    expect(left(text)).toBe(text);
    expect(left(text, 'survey')).toBe(text);
  });

  test.each(['en-GB', 'en-XA'])(
    'of a template that nobody touched nothing is left; what was written stays: %s',
    async (language) => {
      await loadWords(language);
      let rows = 0;
      for (const template of TEMPLATES) {
        const made = newFromTemplate(template, sayIn(language), {
          id: () => fullNote().id,
          rowId: () => `r${rows++}`,
          now: () => '',
        });
        expect(left(made.text, made.template).trim(), template.id).toBe('');
        const [head = ''] = made.text.split('\n').filter((line) => line.startsWith('## '));
        const written = made.text.replace(head, `${head}\n\nOurs.`);
        expect(left(written, made.template)).toMatch(/^\s*## [^\n]*\n\nOurs\./);
      }
    },
  );
});
