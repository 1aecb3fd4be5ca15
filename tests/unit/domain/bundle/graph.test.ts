import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversions } from '#bundle/conversions.ts';
import { planBundle } from '#domain/bundle/bundle-plan.ts';
import { markingIn } from '#domain/bundle/marking.ts';
import type { Note } from '#domain/note/record/note.ts';
import { anyNote, madeFiles, sampleNote } from '#support/notes-made.ts';
import { sharedPath } from '#support/shared.ts';

type Node = Readonly<Record<string, unknown>> & { readonly '@id': string };

const plan = (notes: readonly Note[]) =>
  planBundle(
    notes.map((note) => ({ note, earlier: [] })),
    'OFFICIAL',
    (hash) => madeFiles.get(hash)?.length ?? null,
    conversions,
  );

function metadataOf(notes: readonly Note[]): { readonly '@context': string; readonly '@graph': readonly Node[] } {
  const [first] = plan(notes).files;
  if (first?.path !== 'ro-crate-metadata.json' || !('text' in first)) throw new Error('The metadata is not first');
  return JSON.parse(first.text);
}

/** The rules of the schema, as we read them, and those of the specification that it cannot say. */
function faultsOf({ '@context': context, '@graph': graph }: ReturnType<typeof metadataOf>): readonly string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
  const isRef = (value: unknown): boolean =>
    value === undefined || (typeof value === 'object' && value !== null && typeof (value as Node)['@id'] === 'string');
  const isMoment = (value: unknown): boolean =>
    value === undefined || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(String(value));
  must(context === 'https://w3id.org/ro/crate/1.1/context', 'context');
  const ids = new Set(graph.map((node) => node['@id']));
  must(ids.size === graph.length, 'an id twice');
  for (const node of graph) {
    must(typeof node['@id'] === 'string' && isText(node['@type']) && node['@type'] !== undefined, 'id and type');
    for (const key of ['name', 'encodingFormat', 'genre', 'creativeWorkStatus', 'identifier', 'keywords', 'version']) {
      must(isText(node[key]), `${node['@id']} ${key}`);
    }
    for (const key of ['dateCreated', 'dateModified']) must(isMoment(node[key]), `${node['@id']} ${key}`);
    for (const key of ['about', 'conformsTo', 'sdPublisher', 'author']) must(isRef(node[key]), `${node['@id']} ${key}`);
    for (const key of ['hasPart', 'comment', 'variableMeasured', 'citation']) {
      const list = node[key];
      must(list === undefined || (Array.isArray(list) && list.every(isRef)), `${node['@id']} ${key}`);
      if (Array.isArray(list)) for (const one of list) must(ids.has(one['@id']), `${one['@id']} is nowhere`);
    }
    if (node['@type'] === 'File') {
      must(/^\d+$/.test(String(node.contentSize)) && typeof node.contentSize === 'string', 'contentSize');
      must(/^[0-9a-f]{64}$/.test(String(node.sha256)), 'sha256');
    }
  }
  const [descriptor, root] = graph;
  must(descriptor?.['@id'] === 'ro-crate-metadata.json' && descriptor.sdPublisher !== undefined, 'descriptor');
  must(root?.['@id'] === './' && root.license !== undefined && root.datePublished !== undefined, 'root');
  return faults;
}

describe('the graph of a bundle', () => {
  test('any notes give a graph that keeps the rules', () => {
    const bundles = fc.uniqueArray(anyNote, { maxLength: 3, selector: ({ id }) => id });
    fc.assert(
      fc.property(bundles, (notes) => {
        expect(faultsOf(metadataOf(notes))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  const schema = sharedPath('reference/eln/eln-metadata.schema.json');
  test.skipIf(schema === null)(
    'it validates against the schema of the format',
    () => {
      const ajv = new Ajv({ allowUnionTypes: true, allErrors: true });
      ajv.addFormat('uri', { type: 'string', validate: (text: string) => URL.canParse(text) });
      ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/);
      const validate = ajv.compile(JSON.parse(readFileSync(schema ?? '', 'utf8')));
      const bundles = fc.uniqueArray(anyNote, { maxLength: 3, selector: ({ id }) => id });
      fc.assert(
        fc.property(bundles, (notes) => {
          expect([validate(metadataOf(notes)), validate.errors]).toEqual([true, null]);
        }),
        { numRuns: 40 },
      );
      expect(validate({ '@context': 'x', '@graph': [{}] })).toBe(false);
    },
    60_000,
  );

  test('a note says who, when, how far, what was measured and what was said', () => {
    const note = sampleNote({
      metrics: [
        { id: 'm', name: 'Replies', unit: '%', role: 'primary', baseline: 10, target: 12, direction: 'up', source: '' },
      ],
      results: [{ id: 'r', metric: 'm', group: 'B', n: 400, value: 12.5, low: 11, high: 14, exploratory: false }],
      comments: [{ id: 'c', at: '2026-11-02T10:00:00Z', byRole: 'Analyst', text: 'Looks right' }],
      text: '<script>alert(1)</script>\n\n- [x] **done**\n\n[out](https://www.gov.uk) ![p](photo.png)',
      files: [
        { sha256: [...madeFiles.keys()][0] ?? '', name: 'photo.png', type: 'image/png', size: 6, alt: 'A letter' },
      ],
    });
    const graph = metadataOf([note])['@graph'];
    const dataset = graph.find(({ genre }) => genre === 'experiment');
    expect(dataset).toMatchObject({
      '@id': './do-shorter-letters-get-more-replies-a1b2c3d4e5f6/',
      name: note.title,
      creativeWorkStatus: 'idea',
      keywords: 'letters,take-up',
      author: { '@id': '#role-1' },
      conditionsOfAccess: 'OFFICIAL',
      encodingFormat: 'text/html',
    });
    expect(dataset?.text).toContain('<strong>done</strong>');
    expect(dataset?.text).toContain('<img src="photo.png" alt="p">');
    expect(dataset?.text).not.toContain('script');
    expect(graph).toContainEqual({ '@id': '#role-1', '@type': 'Organization', name: 'Policy lead' });
    expect(graph).toContainEqual(expect.objectContaining({ propertyID: 'metrics.0.target', value: 12, unitText: '%' }));
    expect(graph).toContainEqual(
      expect.objectContaining({ propertyID: 'results.0.value', minValue: 11, maxValue: 14 }),
    );
    expect(graph).toContainEqual(
      expect.objectContaining({ '@type': 'Comment', text: 'Looks right', author: { '@id': '#role-2' } }),
    );
    const names = graph.filter((node) => node['@type'] === 'File').map(({ name }) => name);
    expect(names).toEqual(['note.md', 'record.json', 'results.csv', 'results.csv-metadata.json', 'photo.png']);
  });

  test('X6 the highest marking is the bundle’s, and stands first and last in each note', () => {
    const { marking, files } = plan([
      sampleNote(),
      sampleNote({ id: '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f7', marking: 'OFFICIAL-SENSITIVE' }),
    ]);
    expect(markingIn(String(marking))).toBe('OFFICIAL-SENSITIVE');
    const notes = files.flatMap((file) => (file.path.endsWith('note.md') && 'text' in file ? [file.text] : []));
    expect(notes.map((text) => text.split('\n').filter((line) => /^OFFICIAL/.test(line)))).toEqual([
      ['OFFICIAL', 'OFFICIAL'],
      ['OFFICIAL-SENSITIVE', 'OFFICIAL-SENSITIVE'],
    ]);
    for (const text of notes) {
      expect(text.split('---\n')[2]).toMatch(/^\nOFFICIAL/);
      expect(text).toMatch(/\n(OFFICIAL|OFFICIAL-SENSITIVE)\n$/);
    }
  });
});
