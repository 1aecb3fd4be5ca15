import { tidyPath } from '../archive/entry-path.ts';
import { canonicalJson } from '../canonical.ts';
import { type GraphNode, idOf, keyOf, listOf, pathsOf } from './crate.ts';
import { freePath } from './file-name.ts';
import type { Foreign } from './foreign.ts';
import { isRecord, type Json, type JsonRecord } from './json.ts';

interface Placed {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** Lists of a note to which ours and theirs are added together. */
const JOINED = ['hasPart', 'variableMeasured', 'citation'];

/** What came from other programs, put beside our own nodes: moved where its place is taken, renamed where its name is. */
export class ForeignNodes {
  readonly #nodes: GraphNode[] = [];
  readonly #folders = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  readonly #said = new Map<string, string>();

  /** A note's folder of then and of now. */
  moves(from: string, to: string): void {
    const key = tidyPath(from).replace(/\/$/, '');
    if (!this.#folders.has(key)) this.#folders.set(key, to);
  }

  /** Where the files lie now, for those whose bytes are at hand. */
  files(
    foreign: Foreign,
    folder: string,
    taken: Set<string>,
    sizeOf: (sha256: string) => number | null,
  ): readonly Placed[] {
    const from = `${tidyPath(foreign.folder).replace(/\/$/, '')}/`;
    return foreign.files.flatMap(({ path, sha256 }) => {
      const size = sizeOf(sha256);
      if (size === null) return [];
      const tidy = tidyPath(path);
      const wanted = tidy.startsWith(from) ? `${folder}/${tidy.slice(from.length)}` : tidy;
      const free = freePath(wanted, taken);
      if (free !== tidy) this.#paths.set(tidy, free);
      return [{ path: free, sha256, size }];
    });
  }

  /** Adds what came with a note, and answers the note with what only the other program said of it. */
  add<Node extends GraphNode>(foreign: Foreign, ours: Node, note: string): Node {
    const renamed = new Map<string, string>();
    for (const node of foreign.nodes) {
      const id = this.#idNow(idOf(node));
      const said = this.#said.get(id);
      if (said !== undefined && said !== canonicalJson(node)) renamed.set(keyOf(idOf(node)), `${id}#${note}`);
    }
    const now = (id: string): string => renamed.get(keyOf(id)) ?? this.#idNow(id);
    for (const node of foreign.nodes) {
      const id = now(idOf(node));
      if (this.#said.has(id)) continue;
      this.#said.set(id, canonicalJson(node));
      this.#nodes.push({ ...(withIds(node, now) as GraphNode), '@id': id });
    }
    const theirs = withIds(foreign.dataset, now) as JsonRecord;
    const joined = JOINED.flatMap((key) => {
      const both = [...listOf(ours[key]), ...listOf(theirs[key])];
      const seen = new Set<string>();
      const once = both.filter((one) => !seen.has(canonicalJson(one)) && seen.add(canonicalJson(one)));
      return once.length === 0 ? [] : [[key, once] as const];
    });
    return { ...theirs, ...ours, ...Object.fromEntries(joined) };
  }

  /** The nodes that do not take the name of one of ours: a forged record may hold such. It has them still. */
  nodesBeside(ours: readonly GraphNode[]): readonly GraphNode[] {
    const taken = new Set(ours.map((node) => keyOf(idOf(node))));
    return this.#nodes.filter((node) => listOf(node['@type']).length > 0 && !taken.has(keyOf(idOf(node))));
  }

  #idNow(id: string): string {
    for (const path of pathsOf(id)) {
      const moved = this.#paths.get(path);
      if (moved !== undefined) return `./${moved.split('/').map(encodeURIComponent).join('/')}`;
      const folder = this.#folders.get(path);
      if (folder !== undefined && folder !== path) return `./${folder.split('/').map(encodeURIComponent).join('/')}/`;
    }
    return id;
  }
}

/** A value with every `@id` in it as it is now. */
function withIds(value: Json, now: (id: string) => string): Json {
  if (Array.isArray(value)) return value.map((inner) => withIds(inner, now));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '@id' && typeof inner === 'string' ? now(inner) : withIds(inner, now),
    ]),
  );
}
