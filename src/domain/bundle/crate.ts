import { tidyPath } from '../archive/entry-path.ts';
import { isRecord, type Json, type JsonRecord } from './json.ts';

/** The name of the file that describes a bundle. */
export const METADATA = 'ro-crate-metadata.json';

export type GraphNode = JsonRecord;

/** The graph of a bundle, as others write it: every field may be missing, single or a list, inline or a reference. */
export interface Crate {
  readonly descriptor: GraphNode | null;
  readonly root: GraphNode;
  readonly nodes: readonly GraphNode[];
  readonly byKey: ReadonlyMap<string, GraphNode>;
}

/** `null` where the value is no graph with a root. */
export function readCrate(value: Json | undefined): Crate | null {
  if (!isRecord(value)) return null;
  const nodes = listOf(value['@graph']).filter(isRecord).map(inShortWords);
  const byKey = new Map<string, GraphNode>();
  for (const node of nodes) {
    const key = keyOf(idOf(node));
    if (!byKey.has(key)) byKey.set(key, node);
  }
  const descriptor =
    byKey.get(METADATA) ??
    nodes.find((node) =>
      idOf(node)
        .replace(/\.jsonld$/, '.json')
        .endsWith(METADATA),
    ) ??
    null;
  const [about] = listOf(descriptor?.about);
  const said = isRecord(about) ? idOf(about) : about;
  const named = typeof said === 'string' ? byKey.get(keyOf(said)) : undefined;
  const root = named ?? byKey.get('') ?? byKey.get('.');
  return root === undefined ? null : { descriptor, root, nodes, byKey };
}

const LONG = /^(?:schema:|https?:\/\/schema\.org\/)(?=.)/;

/** A node with the short names of schema.org's words, which other contexts write with their prefix or whole address. */
function inShortWords(node: GraphNode): GraphNode {
  const isLong = (key: string): boolean => LONG.test(key);
  const types = listOf(node['@type']);
  if (!Object.keys(node).some(isLong) && !types.some((type) => typeof type === 'string' && isLong(type))) return node;
  return shortened(node) as GraphNode;
}

function shortened(value: Json): Json {
  if (Array.isArray(value)) return value.map(shortened);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const short = (type: Json): Json => (typeof type === 'string' ? type.replace(LONG, '') : type);
    return [key.replace(LONG, ''), key === '@type' ? listOf(inner).map(short) : shortened(inner)] as const;
  });
  return Object.fromEntries(entries);
}

/** What two spellings of one `@id` share: others leave out `./` and the last `/`, write `\`, or part accents from letters. */
export const keyOf = (id: string): string =>
  isAbsolute(id) ? id : tidyPath(id.replaceAll('\\', '/')).replace(/\/$/, '').normalize('NFC');

/** An address or a name with a scheme, which no file of the bundle has. */
export const isAbsolute = (id: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(id);

/** The path that an `@id` means, with and without its percent signs read. */
export function pathsOf(id: string): readonly string[] {
  if (isAbsolute(id) || id.startsWith('#')) return [];
  try {
    return [...new Set([keyOf(id), keyOf(decodeURIComponent(id))])];
  } catch {
    return [keyOf(id)];
  }
}

export const idOf = (node: GraphNode): string => (typeof node['@id'] === 'string' ? node['@id'] : '');

export const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json];

export const hasType = (node: GraphNode, type: string): boolean => listOf(node['@type']).includes(type);

/** What a value stands for: the node that it refers to, or itself where it is written inline. */
export function nodeOf(crate: Crate, value: Json): GraphNode | null {
  if (typeof value === 'string') return crate.byKey.get(keyOf(value)) ?? null;
  if (!isRecord(value)) return null;
  const found = typeof value['@id'] === 'string' ? crate.byKey.get(keyOf(value['@id'])) : undefined;
  return found ?? value;
}

export const nodesOf = (crate: Crate, value: Json | undefined): readonly GraphNode[] =>
  listOf(value)
    .map((one) => nodeOf(crate, one))
    .filter((node) => node !== null);

/** The first text of a value; a node gives its own text. */
export function textOf(crate: Crate, value: Json | undefined): string {
  for (const one of listOf(value)) {
    if (typeof one === 'string') return one;
    if (typeof one === 'number') return String(one);
    const node = nodeOf(crate, one);
    const inner = node?.text ?? node?.['@value'];
    if (typeof inner === 'string' || typeof inner === 'number') return String(inner);
  }
  return '';
}

/** How a person, an organisation or a licence is called; its address where it has no name. */
export function nameOf(crate: Crate, value: Json): string {
  const node = nodeOf(crate, value);
  if (node === null) return typeof value === 'string' ? value : '';
  const own = ['givenName', 'familyName'].map((key) => textOf(crate, node[key])).filter((part) => part !== '');
  return textOf(crate, node.name) || own.join(' ') || textOf(crate, node.url) || idOf(node);
}

/** Every `@id` that a node names, at any depth. */
export function referencesOf(node: GraphNode): readonly string[] {
  const found: string[] = [];
  const walk = (value: Json): void => {
    if (Array.isArray(value)) for (const inner of value) walk(inner);
    else if (isRecord(value)) {
      if (typeof value['@id'] === 'string') found.push(value['@id']);
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  for (const [key, value] of Object.entries(node)) if (key !== '@id') walk(value);
  return found;
}
