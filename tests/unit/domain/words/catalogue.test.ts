import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { UNSHOWN_REASONS } from '#domain/pack/page.ts';
import type { UnsafeReason } from '#domain/problem.ts';
import { en } from '#domain/words/en.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { isPlain, sayIn } from '#domain/words/words.ts';

test('every message can be read by the message format', () => {
  const broken = Object.entries(en).flatMap(([key, message]) => {
    try {
      new IntlMessageFormat(message, 'en-GB', undefined, { ignoreTag: true });
      return [];
    } catch (error) {
      return [`${key}: ${String(error)}`];
    }
  });
  expect(broken).toEqual([]);
});

test('a message that is taken for its own text is that to the message format too', () => {
  const plain = Object.values(en).filter(isPlain);
  expect(plain.length).toBeGreaterThan(0);
  const read = plain.map((text) =>
    String(new IntlMessageFormat(text, 'en-GB', undefined, { ignoreTag: true }).format()),
  );
  expect(read).toEqual(plain);
});

test('the number of a release is a name and is not grouped', () => {
  const names = { pack: 'P', version: '2026.11', release: 202612, title: 'T', heading: 'H' };
  for (const key of ['print.source', 'print.source.section'] as const)
    expect(sayIn('en-GB')(key, names)).toContain('release 202612:');
  expect(Object.entries(en).filter(([, text]) => /\{(?:release|version|old), number/.test(text))).toEqual([]);
});

test('a message that stands before others, or alone in the status bar, ends as a sentence', () => {
  const said = ['share.findings.none', 'share.pdf.many', 'share.cancelled', 'cite.done', 'reader.cited'] as const;
  expect(said.filter((key) => !en[key].endsWith('.'))).toEqual([]);
});

test('every reason not to show a page has a sentence of its own', () => {
  const say = sayIn('en-GB');
  const sentences = UNSHOWN_REASONS.map((reason) => say('reader.unshown.fact', { reason: reason.replaceAll('-', '') }));
  expect(new Set(sentences).size).toBe(UNSHOWN_REASONS.length);
});

test('every reason why a pack is unsafe has a sentence of its own', () => {
  const reasons: Record<UnsafeReason, true> = {
    name: true,
    duplicate: true,
    encrypted: true,
    symlink: true,
    ratio: true,
    'size-lie': true,
    'too-many-entries': true,
    'unlisted-file': true,
  };
  const say = sayIn('en-GB');
  const facts = (Object.keys(reasons) as UnsafeReason[]).map(
    (reason) => problemWords({ code: 'pack-unsafe', file: 'a.satchel', reason }, say).fact,
  );
  expect(new Set(facts).size).toBe(facts.length);
  expect(facts.filter((fact) => fact.includes('it is not safe'))).toEqual([]);
});
