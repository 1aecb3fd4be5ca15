import { formOf, isExperiment } from '../note/form.ts';
import type { Note } from '../note/record/note.ts';
import { unreadWord } from '../note/record/unread-fields.ts';
import type { GraphNode } from './crate.ts';
import type { JsonRecord } from './json.ts';
import type { Marking } from './marking.ts';
import { momentField } from './moment.ts';

/** What the graph says of a note besides its files. */
export interface NoteNodes {
  /** Properties of the note's Dataset. */
  readonly facts: JsonRecord;
  readonly others: readonly GraphNode[];
}

export const ref = (id: string): { readonly '@id': string } => ({ '@id': id });

/** A note as schema.org says it: who, when, how far, what was measured, what was said of it. */
export function noteNodes(note: Note, marking: Marking, authorOf: (role: string) => string | null): NoteNodes {
  const here = `#${note.id}`;
  const author = (role: string): JsonRecord => {
    const id = authorOf(role);
    return id === null ? {} : { author: ref(id) };
  };
  const owner = author(note.ownerRole);
  const comments = note.comments.map(({ at, byRole, text }, index) => ({
    '@id': `${here}/comments.${index}`,
    '@type': 'Comment',
    ...momentField('dateCreated', at),
    text,
    ...author(byRole),
  }));
  const citations = note.citations.map(({ packTitle, version, page, section, title, heading, quote }, index) => ({
    '@id': `${here}/citations.${index}`,
    '@type': 'CreativeWork',
    name: heading === '' ? title : `${title}: ${heading}`,
    isPartOf: `${packTitle} ${version}`,
    identifier: `${page}#${section}`,
    text: quote,
  }));
  const measured = measuredOf(note, here);
  const lists = { comment: comments, citation: citations, variableMeasured: measured };
  return {
    facts: {
      genre: formOf(note),
      name: note.title,
      identifier: note.id,
      ...owner,
      ...momentField('dateCreated', note.created),
      ...momentField('dateModified', note.changed),
      ...(isExperiment(note) ? { creativeWorkStatus: unreadWord(note, 'status') ?? note.status } : {}),
      ...(note.tags.length === 0 ? {} : { keywords: note.tags.join(',') }),
      ...(note.licence === '' ? {} : { license: note.licence }),
      conditionsOfAccess: marking,
      ...Object.fromEntries(
        Object.entries(lists).flatMap(([key, nodes]) =>
          nodes.length === 0 ? [] : [[key, nodes.map((node) => ref(node['@id']))]],
        ),
      ),
    },
    others: [...comments, ...citations, ...measured],
  };
}

/** Figures of the note, each with a path for its id: `metrics.0.target`. */
function measuredOf({ metrics, results }: Note, here: string): readonly (GraphNode & { '@id': string })[] {
  const value = (propertyID: string, name: string, unit: string, figure: number | null, more: JsonRecord = {}) =>
    figure === null
      ? []
      : [
          {
            '@id': `${here}/${propertyID}`,
            '@type': 'PropertyValue',
            propertyID,
            name,
            value: figure,
            ...(unit === '' ? {} : { unitText: unit }),
            ...more,
          },
        ];
  const planned = metrics.flatMap(({ name, unit, role, baseline, target }, index) => [
    ...value(`metrics.${index}.baseline`, name, unit, baseline, { description: role }),
    ...value(`metrics.${index}.target`, name, unit, target, { description: role }),
  ]);
  const seen = results.flatMap(({ metric, group, n, value: figure, low, high }, index) => {
    const of = metrics.find(({ id }) => id === metric);
    const [name, unit] = [of?.name ?? metric, of?.unit ?? ''];
    const interval = { ...(low === null ? {} : { minValue: low }), ...(high === null ? {} : { maxValue: high }) };
    return [
      ...value(`results.${index}.value`, name, unit, figure, { description: group, ...interval }),
      ...value(`results.${index}.n`, name, '', n, { description: group }),
    ];
  });
  return [...planned, ...seen];
}
