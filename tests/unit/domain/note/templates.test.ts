import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingFor } from '#domain/note/missing.ts';
import { noteSchema } from '#domain/note/record/note.ts';
import { newFromTemplate, TEMPLATE_IDS, TEMPLATES, templateOf } from '#domain/note/templates.ts';
import { findPersonalData } from '#domain/personal-data.ts';
import { sayIn } from '#domain/words/words.ts';
import { ROOT } from '#support/source-files.ts';

const say = sayIn('en-GB');

function effects() {
  let row = 0;
  return {
    id: () => '0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f',
    rowId: () => {
      row += 1;
      return `row${row}`;
    },
    now: () => '2026-11-23T14:02:00.000Z',
  };
}

test('there are thirteen, each once', () => {
  expect(TEMPLATES.map(({ id }) => id)).toEqual([...TEMPLATE_IDS]);
  expect(new Set(TEMPLATE_IDS).size).toBe(13);
  expect(new Set(TEMPLATE_IDS.map((id) => say(`template.${id}.name`))).size).toBe(13);
});

test('market sounding leads to what may be said before a tender, and to the concept viability session', () => {
  const sounding = TEMPLATES.find(({ id }) => id === 'marketSounding');
  expect(sounding?.guidance.slice(0, 2)).toEqual([
    { pack: 'engage-early', page: 'what-the-law-lets-you-talk-about' },
    { pack: 'engage-early', page: 'concept-viability-session' },
  ]);
  expect(sounding?.guardrails[0]).toBe('suppliersAlike');
});

describe.each(TEMPLATES)('$id', (template) => {
  const note = newFromTemplate(template, say, effects());
  const words = (['name', 'when', 'method', 'cannot', 'text'] as const).map((part) =>
    say(`template.${template.id}.${part}`),
  );

  test('makes a note that its schema takes back unchanged, and that knows its template', () => {
    expect(noteSchema.parse(structuredClone(note))).toEqual(note);
    expect(note).toMatchObject({ status: 'idea', kind: template.kind, template: template.id });
    expect(templateOf(note)).toBe(template);
    const rows = [...note.metrics, ...note.stopRules].map(({ id }) => id);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('says nothing that only the writer can know', () => {
    expect(missingFor(note, 'planned', () => 0, '2026-11-23').map(({ what }) => what)).toEqual([
      'title',
      'problem',
      'hypothesis',
      'baseline',
      'target',
      'successRule',
      'sample',
      'plannedStart',
      'plannedEnd',
      'costCap',
      'ownerRole',
    ]);
    expect(note.guardrails).toEqual({});
  });

  test('has one main measure, one that must not get worse, and stop rules', () => {
    const roles = note.metrics.map(({ role }) => role);
    expect(roles[0]).toBe('primary');
    expect(roles.filter((role) => role === 'primary')).toHaveLength(1);
    expect(roles).toContain('guardrail');
    expect(new Set(note.metrics.map(({ name }) => name)).size).toBe(note.metrics.length);
    expect(note.stopRules.length).toBeGreaterThanOrEqual(4);
    expect(note.stopRules.every(({ text }) => /^\p{Ll}.*[^.]$/u.test(text))).toBe(true);
  });

  test('asks for at least four guardrails first, each once', () => {
    expect(template.guardrails.length).toBeGreaterThanOrEqual(4);
    expect(new Set(template.guardrails).size).toBe(template.guardrails.length);
  });

  test('leads to pages that are there', () => {
    const gone = template.guidance.filter(
      ({ pack, page }) => !existsSync(join(ROOT, 'content', pack, 'pages', `${page}.md`)),
    );
    expect(gone).toEqual([]);
    expect(template.guidance.length).toBeGreaterThan(0);
  });

  test('its text has headings of the second level and a list of tasks, and nobody in it', () => {
    expect(note.text.match(/^#{1,6} .+$/gm)?.[0]).toMatch(/^## /);
    expect(note.text).not.toMatch(/^# /m);
    expect(note.text.match(/^- \[ \] \S/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(findPersonalData(words.join('\n'))).toEqual([]);
    expect(words.every((word) => word.trim() !== '')).toBe(true);
  });

  test('is in plain words: short sentences, steps in their order', () => {
    expect(note.method.split('\n').map((step) => Number.parseInt(step, 10))).toEqual(
      note.method.split('\n').map((_, at) => at + 1),
    );
    const long = [note.method, words[1] ?? '', words[3] ?? '']
      .flatMap((text) => text.split(/(?<=[.?!:])\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 25);
    expect(long).toEqual([]);
  });
});
