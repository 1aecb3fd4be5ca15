import { canonicalJson } from '../canonical.ts';
import { LONGEST_TEXT } from '../note/choices.ts';
import { type Note, noteSchema } from '../note/note.ts';
import type { Conversions } from './conversions.ts';
import {
  type Crate,
  type GraphNode,
  hasType,
  idOf,
  listOf,
  nameOf,
  nodeOf,
  nodesOf,
  pathsOf,
  textOf,
} from './crate.ts';
import { safeFileName } from './file-name.ts';
import { fileType } from './file-type.ts';
import type { BundleFile } from './imported-note.ts';
import { isMarking } from './marking.ts';
import { isoMoment } from './moment.ts';

/** What a note of another program gave, and which nodes its words came from. */
export interface ReadDataset {
  readonly note: Note;
  readonly shown: ReadonlySet<GraphNode>;
}

/** Properties of a note that have a place in ours. */
export const SHOWN = new Set(
  '@id @type name author creator dateCreated dateModified keywords text description encodingFormat hasPart comment license conditionsOfAccess'.split(
    ' ',
  ),
);

const NO_DATE = '1980-01-01T00:00:00.000Z';

/**
 * A note of another program as one of ours, as well as its data allow: every field may be missing or of another form.
 * It is an idea until somebody says otherwise, because no plan of ours was made for it.
 */
export function noteOfDataset(
  crate: Crate,
  dataset: GraphNode,
  fileOf: (id: string) => BundleFile | undefined,
  taken: ReadonlySet<string>,
  conversions: Conversions,
): ReadDataset {
  const { visible } = conversions;
  const shown = new Set<GraphNode>();
  const line = (text: string, most = 2_000): string => cut(visible(text).replace(/\s+/g, ' ').trim(), most);
  const moment = (...values: readonly (GraphNode[string] | undefined)[]): string =>
    values.map((value) => isoMoment(textOf(crate, value))).find((one) => one !== null) ?? NO_DATE;
  const names = (value: GraphNode[string] | undefined): readonly string[] =>
    listOf(value).flatMap((one) => {
      const node = nodeOf(crate, one);
      if (node !== null) shown.add(node);
      const name = line(nameOf(crate, one));
      return name === '' ? [] : [name];
    });

  const attached = new Map<string, Note['files'][number]>();
  const byPath = new Map<string, string>();
  for (const node of nodesOf(crate, dataset.hasPart)) {
    const file = hasType(node, 'File') ? fileOf(idOf(node)) : undefined;
    if (file === undefined || attached.size >= 1_000) continue;
    shown.add(node);
    const name = safeFileName(visible(textOf(crate, node.name) || (file.path.split('/').at(-1) ?? '')));
    const type = fileType(line(textOf(crate, node.encodingFormat), 100), name);
    const alt = line(textOf(crate, node.description));
    if (!attached.has(file.sha256))
      attached.set(file.sha256, { sha256: file.sha256, name, type, size: file.size, alt });
    for (const path of [...pathsOf(idOf(node)), name, ...pathsOf(textOf(crate, node.alternateName))]) {
      byPath.set(path, `file:${file.sha256}`);
    }
  }
  const imageOf = (src: string): string | null =>
    placesIn(src)
      .flatMap((path) => byPath.get(path) ?? byPath.get(path.split('/').at(-1) ?? '') ?? [])
      .at(0) ?? null;
  const prose = (value: GraphNode[string] | undefined, format: string): string => {
    const [node] = nodesOf(crate, value);
    if (node !== undefined) shown.add(node);
    const text = textOf(crate, value);
    const own = node === undefined ? '' : textOf(crate, node.encodingFormat);
    return isHtml(text, own || format) ? conversions.fromHtml(text, imageOf) : visible(text).trim();
  };

  const format = textOf(crate, dataset.encodingFormat);
  const [text, description] = [prose(dataset.text, format), prose(dataset.description, format)];
  const [owner = '', ...team] = [...names(dataset.author), ...names(dataset.creator)];
  const [licence = ''] = names(dataset.license);
  const comments = nodesOf(crate, dataset.comment).slice(0, 2_000);
  for (const comment of comments) shown.add(comment);
  const created = moment(
    dataset.dateCreated,
    dataset.datePublished,
    dataset.dateModified,
    crate.descriptor?.dateCreated,
  );
  const note: Note = noteSchema.parse({
    id: idFor(crate, dataset, taken, conversions.hash),
    title: line(textOf(crate, dataset.name) || (pathsOf(idOf(dataset))[0]?.split('/').at(-1) ?? ''), 300),
    ownerRole: owner,
    team: team.slice(0, 500),
    text: cut(
      [text, description].filter((part, at, all) => part !== '' && all.indexOf(part) === at).join('\n\n'),
      LONGEST_TEXT,
    ),
    files: [...attached.values()],
    licence,
    tags: tagsOf(
      listOf(dataset.keywords).map((one) => textOf(crate, one)),
      line,
    ),
    comments: comments.map((node, at) => ({
      id: `imported-${at + 1}`,
      at: moment(node.dateCreated, dataset.dateModified, dataset.dateCreated),
      byRole: names(node.author)[0] ?? '',
      text: cut(visible(textOf(crate, node.text)).trim(), 20_000),
    })),
    marking: isMarking(dataset.conditionsOfAccess) ? dataset.conditionsOfAccess : null,
    created,
    changed: moment(dataset.dateModified, created),
  });
  return { note, shown };
}

/** The paths that an address of a picture may mean: itself, and what it hands to a page that fetches the picture. */
const placesIn = (src: string): readonly string[] => [
  ...pathsOf(src),
  ...src
    .split(/[?&]/)
    .slice(1)
    .flatMap((part) => pathsOf(part.slice(part.indexOf('=') + 1))),
];

/** The same note of the same program has the same id each time, so that importing twice is importing once. */
function idFor(crate: Crate, dataset: GraphNode, taken: ReadonlySet<string>, hash: Conversions['hash']): string {
  const publisher = listOf(crate.descriptor?.sdPublisher).map((value) => nameOf(crate, value))[0] ?? '';
  const identifier = textOf(crate, dataset.identifier);
  const place = [idOf(dataset), textOf(crate, dataset.name), textOf(crate, dataset.dateCreated)];
  const id = uuidOf(hash(canonicalJson([publisher, ...(identifier === '' ? place : [identifier])])));
  return taken.has(id) ? uuidOf(hash(canonicalJson([publisher, identifier, ...place]))) : id;
}

/** A hash as a UUID of version 8 (RFC 9562). */
function uuidOf(hex: string): string {
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

function tagsOf(keywords: readonly string[], line: (text: string, most: number) => string): readonly string[] {
  const words = keywords.flatMap((one) => one.split(',')).map((word) => line(word, 60));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 100);
}

/** Said to be HTML, or not said to be anything and written with tags. */
const isHtml = (text: string, format: string): boolean =>
  /html/i.test(format) || (!/markdown|plain/i.test(format) && /<\/?[a-z][^<>]*>/i.test(text));

/** At most so many characters, and no half of a pair. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/\p{Surrogate}$/u, '');
