import { planStanding } from '../note/plan.ts';
import { unreadWord } from '../note/record/unread-fields.ts';
import { ProblemError } from '../problem.ts';
import { shortened } from '../shortened.ts';
import { accessConditions } from './access-conditions.ts';
import { noteRevision } from './comparison.ts';
import type { Conversions } from './conversions.ts';
import {
  type Crate,
  type GraphNode,
  hasType,
  idOf,
  isAbsolute,
  keyOf,
  listOf,
  METADATA,
  nameOf,
  nodesOf,
  pathsOf,
  referencesOf,
  textOf,
} from './crate.ts';
import { FileIndex } from './file-index.ts';
import type { Foreign } from './foreign.ts';
import type { BundleFile, BundleWarning, ImportedNote } from './imported-note.ts';
import { highestMarking } from './marking.ts';
import { noteOfFile } from './note-file.ts';
import { noteOfDataset, SHOWN } from './note-of-dataset.ts';
import { RECORD, readRecord } from './record.ts';
import { isUnsafePath } from './unsafe-path.ts';
import { visibleNote } from './visible-note.ts';

/** A bundle as it was read from the disk. */
export interface RawBundle {
  /** A name that a person knows. */
  readonly file: string;
  readonly crate: Crate;
  readonly files: readonly BundleFile[];
  /** What `record.json` and `note.md` hold, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Nodes that several notes share go with each of them while they are small. */
const SMALL = 2_000;
const MOST_SHARED = 50_000;
const LONGEST_PROGRAM = 100;

/**
 * The notes of a bundle: the Datasets that its root lists, nothing else. A bundle that lists only files, or has words
 * of its own, is one note itself.
 */
function datasetsOf(crate: Crate): readonly GraphNode[] {
  const { root } = crate;
  const parts = nodesOf(crate, root.hasPart);
  const listed = [...new Set(parts.filter((node) => node !== root && hasType(node, 'Dataset')))];
  // Words of the root beside notes are a note too, or nobody would see them.
  if (listed.length > 0) return textOf(crate, root.text) === '' ? listed : [root, ...listed];
  return parts.some((node) => hasType(node, 'File')) || textOf(crate, root.text) !== '' ? [root] : [];
}

/** How many notes a bundle says it holds. */
export const countNotes = (crate: Crate): number => datasetsOf(crate).length;

/**
 * The notes of a bundle one after the other, so that the caller can do other things in between. What a person should
 * know of it is put into `warnings`.
 * @throws ProblemError `bundle-too-new`
 */
export function* notesOf(
  raw: RawBundle,
  warnings: BundleWarning[],
  conversions: Conversions,
): Generator<ImportedNote, void> {
  const { crate } = raw;
  const index = new FileIndex(raw.files);
  const hashes = new Set(raw.files.map(({ sha256 }) => sha256));
  const fileOf = (id: string): BundleFile | undefined => index.find(id);
  const datasets = datasetsOf(crate);
  const others = new Set(datasets);
  checkFiles(crate, fileOf, warnings);
  const owners = ownersOf(raw, datasets);
  const publisher = listOf(crate.descriptor?.sdPublisher).map((value) => nameOf(crate, value))[0] ?? '';
  const program = shortened(conversions.visible(publisher), LONGEST_PROGRAM);
  const seen = new Set<string>();
  for (const [at, dataset] of datasets.entries()) {
    const ours = ownNote(raw, dataset, warnings, conversions);
    const around: Around = { isFirst: at === 0, fileOf, seen, others, warnings };
    const imported = ours ?? otherNote(raw, dataset, owners[at] ?? NOTHING, around, conversions);
    const conditions = accessConditions(crate, dataset, conversions.visible);
    const raised = highestMarking([imported.note.marking, conditions.marking]);
    if (seen.has(imported.note.id)) {
      warnings.push({ code: 'note-twice', note: imported.note.title });
      continue;
    }
    seen.add(imported.note.id);
    // Another program's words were cleaned when they were read.
    const { note, hidden } =
      ours === null ? { note: imported.note, hidden: 0 } : visibleNote(imported.note, conversions.visible);
    if (hidden > 0) warnings.push({ code: 'hidden-characters', note: note.title, count: hidden });
    if (ours !== null) {
      // As the file says it, and as the note itself does.
      const own = unreadWord(imported.note, 'marking');
      for (const marking of new Set([...conditions.unknown, ...(own === null ? [] : [own])]))
        warnings.push({ code: 'marking-unknown', note: note.title, marking });
      for (const { sha256, name } of imported.note.files) {
        if (!hashes.has(sha256)) warnings.push({ code: 'file-missing', path: name });
      }
    }
    const given = hidden > 0 ? noteRevision(imported.note, conversions.hash) : null;
    yield {
      ...imported,
      program,
      revision: noteRevision(note, conversions.hash),
      given: given === null ? [] : [given.first, given.head],
      plan: planStanding(imported.note, conversions.hash(imported.note.plan?.text ?? '')),
      note: { ...note, marking: raised },
    };
  }
}

type Read = Pick<ImportedNote, 'note' | 'from' | 'earlier' | 'foreign' | 'kept'>;

/** Of a marking that is told of and not known. */
const LONGEST_MARKING = 100;

/** A note that we wrote: from its record, else from its Markdown; `null` where it is another program's. */
function ownNote(
  { file, texts }: RawBundle,
  dataset: GraphNode,
  warnings: BundleWarning[],
  { frontMatter }: Conversions,
): Read | null {
  const textIn = (name: string): string | undefined =>
    pathsOf(idOf(dataset)).flatMap((folder) => texts.get(folder === '' ? name : `${folder}/${name}`) ?? [])[0];
  const read = readRecord(textIn(RECORD) ?? '');
  if (read.kind === 'too-new') throw new ProblemError({ code: 'bundle-too-new', file, format: read.format });
  const nothing = { properties: [], nodes: 0, files: 0 };
  if (read.kind === 'record') {
    const { note, earlier, foreign = null } = read.record;
    return { note, from: 'record', earlier, foreign, kept: foreign === null ? nothing : keptOf(foreign, note.files) };
  }
  const markdown = textIn('note.md');
  const { front, body } = frontMatter(markdown ?? '');
  const note = noteOfFile(front, body);
  const marked = typeof front === 'object' && front !== null && 'marking' in front ? front.marking : null;
  if (note !== null && note.marking === null && marked !== null && marked !== '')
    warnings.push({ code: 'marking-unknown', note: note.title, marking: shortened(String(marked), LONGEST_MARKING) });
  if (read.kind === 'damaged' || note !== null) {
    warnings.push({
      code: 'record-damaged',
      note: note?.title ?? (typeof dataset.name === 'string' ? dataset.name : ''),
    });
  }
  return note === null ? null : { note, from: 'markdown', earlier: [], foreign: null, kept: nothing };
}

interface Owned {
  readonly nodes: readonly GraphNode[];
  readonly files: readonly BundleFile[];
}

const NOTHING: Owned = { nodes: [], files: [] };

interface Around {
  readonly isFirst: boolean;
  readonly fileOf: (id: string) => BundleFile | undefined;
  /** Ids of the notes before. */
  readonly seen: ReadonlySet<string>;
  /** Every note of the bundle. */
  readonly others: ReadonlySet<GraphNode>;
  readonly warnings: BundleWarning[];
}

function otherNote(
  { crate }: RawBundle,
  dataset: GraphNode,
  owned: Owned,
  { isFirst, fileOf, seen, others, warnings }: Around,
  conversions: Conversions,
): Read {
  const read = noteOfDataset(crate, dataset, fileOf, seen, conversions, others);
  const { note, shown, unread } = read;
  if (read.isCut) warnings.push({ code: 'words-cut', note: note.title });
  if (read.picturesMissing > 0) {
    warnings.push({ code: 'pictures-missing', note: note.title, count: read.picturesMissing });
  }
  for (const marking of read.unknownMarkings) warnings.push({ code: 'marking-unknown', note: note.title, marking });
  const folder = pathsOf(idOf(dataset)).at(-1) ?? '';
  const foreign: Foreign = {
    folder: isUnsafePath(folder) ? `note-${note.id.slice(-12)}` : folder,
    dataset,
    nodes: [...owned.nodes],
    crate: isFirst ? [crate.descriptor ?? [], crate.root].flat() : [],
    files: owned.files.map(({ path, sha256, size }) => ({ path, sha256, size })),
  };
  return { note, from: 'other', earlier: [], foreign, kept: keptOf(foreign, note.files, shown, unread) };
}

function keptOf(
  foreign: Foreign,
  attached: readonly { sha256: string }[],
  shown?: ReadonlySet<GraphNode>,
  unread: readonly string[] = [],
) {
  const hashes = new Set(attached.map(({ sha256 }) => sha256));
  return {
    properties: Object.keys(foreign.dataset).filter((key) => !SHOWN.has(key) || unread.includes(key)),
    nodes: foreign.nodes.filter((node) => !shown?.has(node)).length,
    files: foreign.files.filter(({ sha256 }) => !hashes.has(sha256)).length,
  };
}

/**
 * Which nodes and files go with which note: what it refers to, what lies in its folder, and with the first what
 * belongs to none. Together they are the whole bundle.
 */
function ownersOf({ crate, files }: RawBundle, datasets: readonly GraphNode[]): readonly Owned[] {
  const stops = new Set<GraphNode>([...datasets, crate.root, ...(crate.descriptor === null ? [] : [crate.descriptor])]);
  const folders = new Map(datasets.flatMap((dataset, at) => pathsOf(idOf(dataset)).map((path) => [path, at] as const)));
  const ownerOf = (path: string): number | undefined => {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const at = folders.get(path.slice(0, end));
      if (at !== undefined) return at;
    }
    return undefined;
  };
  const starts = datasets.map((dataset) => [dataset]);
  for (const node of crate.nodes) {
    if (stops.has(node)) continue;
    const at = pathsOf(idOf(node))
      .map(ownerOf)
      .find((one) => one !== undefined);
    if (at !== undefined) starts[at]?.push(node);
  }
  const claimed = new Set<GraphNode>();
  const small = new Map<GraphNode, boolean>();
  // Each is looked at once: a large one that thousands refer to would be written out for each of them.
  const isSmall = (node: GraphNode): boolean => {
    const known = small.get(node) ?? JSON.stringify(node).length <= SMALL;
    small.set(node, known);
    return known;
  };
  let shared = 0;
  const nodes = starts.map((from) => {
    const found = new Set<GraphNode>();
    const waiting = [...from];
    const take = (node: GraphNode): void => {
      if (stops.has(node) || found.has(node)) return;
      if (claimed.has(node)) {
        if (shared >= MOST_SHARED || !isSmall(node)) return;
        shared += 1;
      }
      claimed.add(node);
      found.add(node);
      waiting.push(node);
    };
    for (const node of from) take(node);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const id of referencesOf(next)) {
        const node = crate.byKey.get(keyOf(id));
        if (node !== undefined) take(node);
      }
    }
    return found;
  });
  for (const node of crate.nodes) if (!stops.has(node) && !claimed.has(node)) nodes[0]?.add(node);
  const lying: BundleFile[][] = datasets.map(() => []);
  for (const file of files) if (file.path !== METADATA) lying[ownerOf(keyOf(file.path)) ?? 0]?.push(file);
  return nodes.map((found, at) => ({ nodes: [...found], files: lying[at] ?? [] }));
}

/** Holds what the graph says of files beside the files. */
function checkFiles(crate: Crate, fileOf: (id: string) => BundleFile | undefined, warnings: BundleWarning[]): void {
  for (const node of crate.nodes) {
    const id = idOf(node);
    if (!hasType(node, 'File') || isAbsolute(id) || id.startsWith('#')) continue;
    const file = fileOf(id);
    const said = textOf(crate, node.sha256).toLowerCase();
    if (file === undefined) warnings.push({ code: 'file-missing', path: keyOf(id) });
    else if (/^[0-9a-f]{64}$/.test(said) && said !== file.sha256)
      warnings.push({ code: 'hash-differs', path: file.path });
  }
}
