import { expect, test } from 'vitest';
import { planMarkdown } from '#domain/bundle/markdown-plan.ts';
import { isLower } from '#domain/bundle/marking.ts';
import { noteFile } from '#domain/bundle/note-file.ts';
import { sharedFileName } from '#domain/bundle/shared-name.ts';
import { sampleNote, sha256 } from '#support/notes-made.ts';

const named = {
  format: 'eln',
  marking: 'OFFICIAL',
  titles: ['Harbour backlog'],
  day: '2026-11-20',
  withFiles: false,
} as const;

test('the name of a file begins with its marking and says what is in it', () => {
  expect(sharedFileName(named)).toBe('OFFICIAL harbour-backlog 2026-11-20.eln');
  expect(sharedFileName({ ...named, titles: ['A', 'B', 'C'], format: 'pdf' })).toBe(
    'OFFICIAL a and 2 more 2026-11-20.pdf',
  );
  expect(sharedFileName({ ...named, format: 'markdown' })).toMatch(/\.md$/);
  expect(sharedFileName({ ...named, format: 'markdown', withFiles: true })).toMatch(/\.zip$/);
  expect(sharedFileName({ ...named, titles: ['A', 'B'], format: 'markdown' })).toMatch(/\.zip$/);
});

test('any title gives a name: Welsh, emoji, nothing, a path, a very long one', () => {
  const nameOf = (title: string): string => sharedFileName({ ...named, titles: [title] });
  expect(nameOf('Tŷ’n wyrdd?')).toBe('OFFICIAL tŷn-wyrdd 2026-11-20.eln');
  expect(nameOf('👩🏽‍🔬')).toBe('OFFICIAL note 2026-11-20.eln');
  expect(nameOf('../../x')).toBe('OFFICIAL x 2026-11-20.eln');
  expect(nameOf('hir '.repeat(75)).length).toBeLessThan(100);
});

test('no marking is lower than none', () => {
  expect(isLower('OFFICIAL', 'OFFICIAL-SENSITIVE')).toBe(true);
  expect(isLower('OFFICIAL', 'OFFICIAL')).toBe(false);
  expect(isLower('OFFICIAL', null)).toBe(false);
  expect(isLower('OFFICIAL-SENSITIVE', 'OFFICIAL')).toBe(false);
});

const hash = 'a'.repeat(64);
const note = sampleNote({
  text: `![Red](file:${hash}) and ![other](file:${'b'.repeat(64)})`,
  files: [{ sha256: hash, name: 'red (1).png', type: 'image/png', size: 3, alt: 'Red' }],
});

test('pictures are called by their paths in a file for other programs', () => {
  const text = noteFile(note, 'OFFICIAL', (one) => (one === hash ? 'red (1).png' : null));
  expect(text).toContain('![Red](red%20%281%29.png)');
  expect(text).toContain(`![other](file:${'b'.repeat(64)})`);
});

test('Markdown is one file for one note without files, else a folder for each with its files', () => {
  const alone = planMarkdown([note], 'OFFICIAL', () => null, sha256);
  expect('text' in alone && alone.text).toMatch(/^---\nmarking: OFFICIAL\n/);
  const whole = planMarkdown(
    [note, sampleNote({ id: '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f7' })],
    'OFFICIAL',
    () => 3,
    sha256,
  );
  expect('files' in whole && whole.files.map(({ path }) => path)).toEqual([
    'do-shorter-letters-get-more-replies/note.md',
    'do-shorter-letters-get-more-replies/red (1).png',
    'do-shorter-letters-get-more-replies-2/note.md',
  ]);
});
