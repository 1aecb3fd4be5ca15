import type { Note } from '../note/record/note.ts';
import type { Conversions } from './conversions.ts';
import { type Crate, type GraphNode, hasType, idOf, nodesOf, pathsOf, textOf } from './crate.ts';
import { safeFileName } from './file-name.ts';
import { fileType } from './file-type.ts';
import type { BundleFile } from './imported-note.ts';
import { PicturePlaces, placesIn } from './picture-places.ts';

type Attachment = Note['files'][number];

const MOST = 1_000;
const FILES = ['File', 'MediaObject', 'ImageObject'];

/** Whether a node is a file. */
export const isFile = (node: GraphNode): boolean => FILES.some((type) => hasType(node, type));

/** The files of a note of another program, and how its words call them. */
export class Attached {
  readonly #files = new Map<string, Attachment>();
  readonly #places = new PicturePlaces();
  readonly #crate: Crate;
  readonly #fileOf: (id: string) => BundleFile | undefined;
  readonly #visible: (text: string) => string;
  readonly #words: (text: string, format: string) => string;
  readonly #line: (text: string, most?: number) => string;
  readonly #shown: Set<GraphNode>;
  #missing = 0;
  /** Pictures that are more than a note takes. */
  readonly #beyond = new Set<string>();

  constructor(
    crate: Crate,
    fileOf: (id: string) => BundleFile | undefined,
    { visible, words }: Pick<Conversions, 'visible' | 'words'>,
    line: (text: string, most?: number) => string,
    shown: Set<GraphNode>,
  ) {
    this.#crate = crate;
    this.#fileOf = fileOf;
    this.#visible = visible;
    this.#words = words;
    this.#line = line;
    this.#shown = shown;
  }

  /** The files that a Dataset names as its parts. */
  addParts({ hasPart, image, associatedMedia }: GraphNode): void {
    for (const node of [hasPart, image, associatedMedia].flatMap((value) => nodesOf(this.#crate, value ?? []))) {
      if (!isFile(node)) continue;
      const id = idOf(node);
      const file = this.#fileOf(id) ?? this.#fileOf(textOf(this.#crate, node.contentUrl) || id);
      if (file === undefined) continue;
      this.#shown.add(node);
      const name = this.#visible(textOf(this.#crate, node.name) || lastOf(file.path));
      // What another program says of a file may have marks and several lines; it stands in for a picture as words.
      const said = this.#words(textOf(this.#crate, node.description), '');
      this.#add(file, name, textOf(this.#crate, node.encodingFormat), said);
      const paths = [...pathsOf(id), ...pathsOf(file.path), ...pathsOf(textOf(this.#crate, node.alternateName))];
      this.#places.add(file.sha256, paths, name);
    }
  }

  /** A picture that stood in the words themselves. */
  addPicture(file: BundleFile): void {
    this.#add(file, file.path, '', '');
    if (!this.#files.has(file.sha256)) this.#leave(file.sha256);
    this.#places.add(file.sha256, [], '');
  }

  /** How a picture is called in the note, by its address in the words of a Dataset; a file that only they name comes too. */
  find(src: string, dataset: GraphNode): string | null {
    const known = this.#places.find(src);
    if (known !== null) return this.#files.has(known) ? `file:${known}` : this.#leave(known);
    const folder = pathsOf(idOf(dataset)).at(0) ?? '';
    for (const place of placesIn(src)) {
      const file = (folder === '' ? undefined : this.#fileOf(`${folder}/${place}`)) ?? this.#fileOf(place);
      if (file === undefined || !/^image\//.test(fileType('', lastOf(file.path)))) continue;
      this.#add(file, lastOf(file.path), '', '');
      return this.#files.has(file.sha256) ? `file:${file.sha256}` : this.#leave(file.sha256);
    }
    this.#missing += 1;
    return null;
  }

  /** Pictures that the words show and that do not come with them. */
  missing(): number {
    return this.#missing + this.#beyond.size;
  }

  files(): readonly Attachment[] {
    return [...this.#files.values()];
  }

  #leave(sha256: string): null {
    this.#beyond.add(sha256);
    return null;
  }

  #add(file: BundleFile, called: string, said: string, alt: string): void {
    if (this.#files.has(file.sha256) || this.#files.size >= MOST) return;
    const name = safeFileName(called);
    // What it is called may have no ending where its path has one.
    const type = fileType(fileType(this.#line(said, 100), lastOf(file.path)), name);
    this.#files.set(file.sha256, { sha256: file.sha256, name, type, size: file.size, alt: this.#line(alt) });
  }
}

const lastOf = (path: string): string => path.split('/').at(-1) ?? '';
