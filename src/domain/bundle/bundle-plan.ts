import { samePathKey } from '../archive/entry-path.ts';
import { LIMITS } from '../limits.ts';
import { isExperiment } from '../note/form.ts';
import { planStanding } from '../note/plan.ts';
import type { Note } from '../note/record/note.ts';
import type { Conversions } from './conversions.ts';
import { type GraphNode, hasType, METADATA } from './crate.ts';
import { freePath, noteFolder, safeFileName } from './file-name.ts';
import { ForeignNodes } from './foreign-nodes.ts';
import type { JsonRecord } from './json.ts';
import { highestMarking, type Marking } from './marking.ts';
import { isoMoment } from './moment.ts';
import { noteBody } from './note-body.ts';
import { noteFile } from './note-file.ts';
import { noteNodes, ref } from './note-nodes.ts';
import { type NoteRecord, RECORD, recordText } from './record.ts';
import { resultsCsv, resultsMetadata } from './results-table.ts';

/** A file of a bundle, by its path inside the bundle's folder: text, or the bytes that have this hash. */
export type PlannedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly sha256: string; readonly size: number };

export interface BundlePlan {
  /** In the order in which they are written; the metadata is first. */
  readonly files: readonly PlannedFile[];
  /** The highest of the notes' and the chosen one. */
  readonly marking: Marking;
}

const LONG_AGO = '1980-01-01T00:00:00.000Z';
const PUBLISHER = { '@id': '#satchel', '@type': 'Organization', name: 'Satchel' };

/**
 * Notes as an RO-Crate 1.1: what lies where, and the graph that says so. The same notes give the same bundle, in
 * whatever order they are given.
 * @param marking chosen for this bundle: a note with a lower one, or none, is marked so in it
 * @param sizeOf how many bytes have this hash, `null` where they are not at hand: the record names such files, no more
 */
export function planBundle(
  records: readonly NoteRecord[],
  marking: Marking,
  sizeOf: (sha256: string) => number | null,
  conversions: Conversions,
): BundlePlan {
  const highest = highestMarking([marking, ...records.map(({ note }) => note.marking)]) ?? marking;
  const ordered = [...records].sort((a, b) => (a.note.id < b.note.id ? -1 : 1));
  const taken = new Set([samePathKey(METADATA)]);
  const roles = new Roles();
  const foreign = new ForeignNodes();
  const folders = ordered.map(({ note, foreign: from }) => {
    const folder = freePath(from?.folder ?? noteFolder(note.title, note.id), taken);
    if (from !== undefined) foreign.moves(from.folder, folder);
    return folder;
  });
  const notes = ordered.map((record, at) => {
    const marked = highestMarking([marking, record.note.marking]) ?? marking;
    return planNote(record, folders[at] ?? '', marked, { taken, roles, foreign, sizeOf, conversions });
  });
  const changed = ordered.map(({ note }) => isoMoment(note.changed) ?? LONG_AGO);
  const last = changed.reduce((latest, one) => (one > latest ? one : latest), LONG_AGO);
  const called = ordered.every(({ note }) => isExperiment(note)) ? 'Experiment notes' : 'Notes';
  const licences = new Set(ordered.map(({ note }) => note.licence));
  const [licence = ''] = licences.size === 1 ? licences : [];
  const own: readonly GraphNode[] = [
    {
      '@id': METADATA,
      '@type': 'CreativeWork',
      about: ref('./'),
      conformsTo: ref('https://w3id.org/ro/crate/1.1'),
      dateCreated: last,
      sdPublisher: ref(PUBLISHER['@id']),
      version: '1.0',
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: called,
      description: `${called} handed on with Satchel.`,
      datePublished: last.slice(0, 10),
      license: licence === '' ? 'See the licence of each note.' : licence,
      conditionsOfAccess: highest,
      hasPart: notes.map(({ dataset }) => ref(dataset['@id'])),
    },
    PUBLISHER,
    ...roles.nodes,
    ...notes.flatMap(({ dataset, nodes }) => [dataset, ...nodes]),
  ];
  const theirs = foreign.nodesBeside(own);
  const whole = metadataOf([...own, ...theirs]);
  const isLong = whole.length > LIMITS.manifest / LONGEST_CHARACTER && bytesOf(whole) > LIMITS.manifest;
  const text = isLong ? metadataOf([...own.map(withoutWords), ...theirs]) : whole;
  return {
    files: [{ path: METADATA, text }, ...notes.flatMap(({ files }) => files)],
    marking: highest,
  };
}

const metadataOf = (graph: readonly GraphNode[]): string =>
  `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.1/context', '@graph': graph }, null, 1)}\n`;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Bytes. */
const LONGEST_CHARACTER = 3;

/** A node without words that the note's own files hold too: nobody reads a description of any length. */
function withoutWords(node: GraphNode): GraphNode {
  if (hasType(node, 'File')) return node;
  const { text: _, encodingFormat: __, ...rest } = node;
  return rest;
}

interface Shared {
  readonly taken: Set<string>;
  readonly roles: Roles;
  readonly foreign: ForeignNodes;
  readonly sizeOf: (sha256: string) => number | null;
  readonly conversions: Conversions;
}

interface PlannedNote {
  readonly dataset: GraphNode & { '@id': string };
  readonly nodes: readonly GraphNode[];
  readonly files: readonly PlannedFile[];
}

function planNote(record: NoteRecord, folder: string, marking: Marking, shared: Shared): PlannedNote {
  const { taken, conversions } = shared;
  const note: Note = { ...record.note, marking };
  // Ours come first: their names are how they are known again.
  for (const name of [RECORD, 'note.md', 'results.csv', 'results.csv-metadata.json']) {
    taken.add(samePathKey(`${folder}/${name}`));
  }
  const theirs = record.foreign === undefined ? [] : shared.foreign.files(record.foreign, folder, taken, shared.sizeOf);
  const blobs = [...theirs];
  const places = new Map(theirs.map(({ path, sha256 }) => [sha256, path]));
  const own = note.files.flatMap(({ sha256, name, type, alt }) => {
    const size = shared.sizeOf(sha256);
    if (places.has(sha256) || size === null) return [];
    const path = freePath(`${folder}/${safeFileName(name)}`, taken);
    places.set(sha256, path);
    blobs.push({ path, sha256, size });
    return [{ ...fileNode(path, type, size, sha256), ...(alt === '' ? {} : { description: alt }) }];
  });
  const fileOf = (sha256: string): string | null => within(folder, places.get(sha256));
  const plan = planStanding(record.note, conversions.hash(record.note.plan?.text ?? ''));
  const placed = note.files.map(({ name, sha256 }) => ({ name, sha256, place: fileOf(sha256) }));
  const html = conversions.toHtml(noteBody(note, fileOf, plan), placed);
  const texts = [
    { path: `${folder}/note.md`, type: 'text/markdown', text: noteFile(note, marking, fileOf, plan) },
    { path: `${folder}/${RECORD}`, type: 'application/json', text: recordText(record) },
    ...(note.results.length === 0
      ? []
      : [
          { path: `${folder}/results.csv`, type: 'text/csv', text: resultsCsv(note) },
          {
            path: `${folder}/results.csv-metadata.json`,
            type: 'application/csvm+json',
            text: resultsMetadata(note, 'results.csv', marking),
          },
        ]),
  ];
  const textNodes = texts.map(({ path, type, text }) => fileNode(path, type, bytesOf(text), conversions.hash(text)));
  const { facts, others } = noteNodes(note, marking, (role) => shared.roles.idOf(role));
  const listed = [...textNodes, ...own];
  const dataset = {
    '@id': `${idOfPath(folder)}/`,
    '@type': 'Dataset',
    ...facts,
    ...(html === null
      ? { text: noteBody(note, fileOf, plan), encodingFormat: 'text/markdown' }
      : { text: html, encodingFormat: 'text/html' }),
    hasPart: listed.map((node) => ref(node['@id'])),
  };
  return {
    dataset: record.foreign === undefined ? dataset : shared.foreign.add(record.foreign, dataset, note.id),
    nodes: [...listed, ...others],
    files: [...texts.map(({ path, text }) => ({ path, text })), ...blobs],
  };
}

/** A path as seen from a folder; `null` where it lies elsewhere. */
const within = (folder: string, path: string | undefined): string | null =>
  path?.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;

/** A path as an `@id`: a URI relative to the bundle's folder. */
const idOfPath = (path: string): string => `./${path.split('/').map(encodeURIComponent).join('/')}`;

const fileNode = (path: string, type: string, size: number, sha256: string): GraphNode & { '@id': string } => ({
  '@id': idOfPath(path),
  '@type': 'File',
  name: path.slice(path.lastIndexOf('/') + 1),
  encodingFormat: type,
  contentSize: String(size),
  sha256,
});

/** Roles that wrote something: an organisation's, never a person's name from the login. */
class Roles {
  readonly #ids = new Map<string, string>();

  /** `null` where no role was given. */
  idOf(role: string): string | null {
    if (role.trim() === '') return null;
    const id = this.#ids.get(role) ?? `#role-${this.#ids.size + 1}`;
    this.#ids.set(role, id);
    return id;
  }

  get nodes(): readonly JsonRecord[] {
    return [...this.#ids].map(([name, id]) => ({ '@id': id, '@type': 'Organization', name }));
  }
}
