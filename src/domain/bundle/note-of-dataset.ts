import { canonicalJson } from '../canonical.ts';
import { LONGEST_TEXT } from '../note/choices.ts';
import { type Note, noteSchema } from '../note/record/note.ts';
import { accessConditions } from './access-conditions.ts';
import { Attached, isFile } from './attached.ts';
import type { Conversions } from './conversions.ts';
import { type Crate, type GraphNode, idOf, listOf, nameOf, nodeOf, nodesOf, pathsOf, textOf } from './crate.ts';
import { factsOf, literal, noteList } from './foreign-facts.ts';
import type { BundleFile } from './imported-note.ts';
import { licenceWords } from './licence-words.ts';
import { highestMarking } from './marking.ts';
import { isoMoment } from './moment.ts';
import { commentsOf, partsOf } from './nested-parts.ts';
import { personWords } from './people.ts';

/** What a note of another program gave, and which nodes its words came from. */
export interface ReadDataset {
  readonly note: Note;
  readonly shown: ReadonlySet<GraphNode>;
  /** Names of what it says that has a place in ours and is not understood. */
  readonly unread: readonly string[];
  /** Some of its words are more than a note takes. */
  readonly isCut: boolean;
  /** Pictures in its words that are not in the bundle as files. */
  readonly picturesMissing: number;
  /** What it, a part or a file of it is marked with that is no marking of ours. */
  readonly unknownMarkings: readonly string[];
}

/** Properties of a note that have a place in ours. */
export const SHOWN = new Set(
  (
    '@id @type name author creator contributor dateCreated datePublished dateModified sdDatePublished keywords text ' +
    'description encodingFormat hasPart image associatedMedia comment license conditionsOfAccess variableMeasured step mentions'
  ).split(' '),
);

/** What is not known is not said: a date is never taken from elsewhere than from what was written of the notes. */
const NO_DATE = '';
const DATES = ['dateCreated', 'datePublished', 'sdDatePublished', 'dateModified'] as const;

/**
 * A note of another program as one of ours, as well as its data allow: every field may be missing or of another form.
 * It is an idea until somebody says otherwise, because no plan of ours was made for it.
 * @param others the other notes of the bundle, which are shown by themselves
 */
export function noteOfDataset(
  crate: Crate,
  dataset: GraphNode,
  fileOf: (id: string) => BundleFile | undefined,
  taken: ReadonlySet<string>,
  conversions: Conversions,
  others: ReadonlySet<GraphNode> = new Set(),
): ReadDataset {
  const { visible } = conversions;
  const shown = new Set<GraphNode>();
  let isCut = false;
  /** At most so many characters, and no half of a pair. */
  const cut = (text: string, most: number): string => {
    if (text.length <= most) return text;
    isCut = true;
    return text.slice(0, most).replace(/\p{Surrogate}$/u, '');
  };
  const firstOf = <A>(list: readonly A[], most: number): readonly A[] => {
    if (list.length > most) isCut = true;
    return list.slice(0, most);
  };
  const line = (text: string, most = 2_000): string =>
    cut(
      visible(text.slice(0, most * 50))
        .replace(/\s+/g, ' ')
        .trim(),
      most,
    );
  const moment = (...values: readonly (GraphNode[string] | undefined)[]): string =>
    values.map((value) => isoMoment(textOf(crate, value))).find((one) => one !== null) ?? NO_DATE;
  const people = (...values: readonly (GraphNode[string] | undefined)[]): readonly string[] => {
    const said = values.flatMap(listOf).map((one) => line(personWords(crate, one, shown)));
    return [...new Set(said)].filter((words) => words !== '');
  };
  const attached = new Attached(crate, fileOf, conversions, line, shown);
  const all = partsOf(crate, dataset, others);
  for (const part of [dataset, ...all.map(({ node }) => node)]) attached.addParts(part);
  const prose = (value: GraphNode[string] | undefined, around: GraphNode): string =>
    listOf(value)
      .map((one) => {
        const node = typeof one === 'string' ? null : nodeOf(crate, one);
        if (node !== null) shown.add(node);
        const own = node === null ? '' : textOf(crate, node.encodingFormat);
        const format = own || textOf(crate, around.encodingFormat);
        const { text, pictures } = conversions.picturesIn(textOf(crate, one));
        for (const picture of pictures) attached.addPicture(picture);
        return conversions.fromProse(text, format, (src) => attached.find(src, around));
      })
      .filter((part, at, parts) => part !== '' && parts.indexOf(part) === at)
      .join('\n\n');
  const words = (node: GraphNode): readonly string[] =>
    [prose(node.text, node), prose(node.description, node)].filter(
      (part, at, parts) => part !== '' && parts.indexOf(part) === at,
    );

  /** What is said of files at length, under their names. */
  const filesIn = (part: GraphNode, depth: number): readonly string[] =>
    nodesOf(crate, part.hasPart).flatMap((node) => {
      if (!isFile(node) || textOf(crate, node.text) === '') return [];
      return [heading(depth, line(textOf(crate, node.name) || lastStep(node))), prose(node.text, node)];
    });

  const tagsIn = ({ keywords }: GraphNode): readonly string[] => {
    const said = listOf(keywords).map((one) => textOf(crate, one) || nameOf(crate, one));
    const tags = said.flatMap((one) => one.split(',')).map((word) => line(word, 60));
    return [...new Set(tags.filter((word) => word !== ''))];
  };

  const text = [
    ...words(dataset),
    ...factsOf(crate, dataset, shown, line),
    ...filesIn(dataset, 2),
    ...all.flatMap(({ node, depth, own }) => {
      shown.add(node);
      const title = line(textOf(crate, node.name) || lastStep(node));
      if (own) return [];
      const who = [...people(node.author, node.creator), dayOf(moment(...DATES.map((date) => node[date])))];
      const by = who.filter((one) => one !== '').join(', ');
      return [
        heading(depth + 1, title),
        ...(by === '' ? [] : [`_${literal(by)}_`]),
        ...words(node),
        ...factsOf(crate, node, shown, line),
        ...tagLine(tagsIn(node)),
        ...filesIn(node, depth + 2),
      ];
    }),
    ...noteList(all.flatMap(({ node, own }) => (own ? [line(textOf(crate, node.name) || lastStep(node))] : []))),
  ].join('\n\n');
  // A part of it may ask for more care than it does itself.
  const marked = [dataset, crate.root, ...all.flatMap(({ node, own }) => (own ? [] : [node]))].flatMap((node) => [
    node,
    ...(node === crate.root && node !== dataset ? [] : nodesOf(crate, node.hasPart).filter(isFile)),
  ]);
  const conditions = marked.map((node) => accessConditions(crate, node, visible));
  const root: GraphNode = dataset === crate.root ? {} : crate.root;
  const [owner = '', ...team] = people(dataset.author, dataset.creator, dataset.contributor);
  const [maker = ''] = owner === '' ? people(root.author, root.creator) : [];
  const licences = listOf(dataset.license).length > 0 ? dataset.license : root.license;
  const created = moment(
    ...DATES.map((date) => dataset[date]),
    ...DATES.map((date) => root[date]),
    ...DATES.map((date) => crate.descriptor?.[date]),
  );
  const note: Note = noteSchema.parse({
    id: idFor(crate, dataset, taken, conversions.hash),
    title: line(textOf(crate, dataset.name) || lastStep(dataset), 300),
    ownerRole: owner || maker,
    team: firstOf(team, 500),
    text: cut(text, LONGEST_TEXT),
    files: attached.files(),
    licence: line(
      listOf(licences)
        .map((one) => licenceWords(crate, one, shown))
        .filter((one) => one !== '')
        .join(', '),
    ),
    tags: firstOf(tagsIn(dataset), 100),
    comments: commentsOf(crate, [dataset, ...all.flatMap(({ node, own }) => (own ? [] : [node]))]).map(
      (comment, at) => {
        if (comment.node !== null) shown.add(comment.node);
        const said =
          comment.node === null
            ? comment.text
            : textOf(crate, comment.node.text) || textOf(crate, comment.node.description);
        const format = comment.node === null ? '' : textOf(crate, comment.node.encodingFormat);
        return {
          id: `imported-${at + 1}`,
          at: moment(...DATES.map((date) => comment.node?.[date])),
          byRole: people(comment.node?.author, comment.node?.creator).join(', ').slice(0, 2_000),
          text: cut(conversions.fromComment(said, format), 20_000),
        };
      },
    ),
    marking: highestMarking(conditions.map(({ marking }) => marking)),
    created,
    changed: moment(dataset.dateModified, dataset.dateCreated, dataset.datePublished, root.dateModified, created),
  });
  const own = conditions[0];
  const unread = [
    ...DATES.filter((date) => listOf(dataset[date]).length > 0 && moment(dataset[date]) === NO_DATE),
    ...(listOf(dataset.conditionsOfAccess).length > 0 && (own?.marking === null || own?.unknown.length !== 0)
      ? ['conditionsOfAccess']
      : []),
  ];
  const unknownMarkings = [...new Set(conditions.flatMap(({ unknown }) => unknown))];
  return { note, shown, unread, isCut, picturesMissing: attached.missing(), unknownMarkings };
}

const lastStep = (node: GraphNode): string => pathsOf(idOf(node))[0]?.split('/').at(-1) ?? '';

/** The day of a moment, as it is written between programs. */
const dayOf = (moment: string): string => moment.slice(0, 'yyyy-mm-dd'.length);

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

const heading = (depth: number, title: string): string => `${'#'.repeat(Math.min(6, depth))} ${literal(title)}`;

const tagLine = (tags: readonly string[]): readonly string[] =>
  tags.length === 0 ? [] : [`Keywords: ${literal(tags.join(', '))}`];
