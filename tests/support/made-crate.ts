// Bundles as other programs write them: one Dataset in the root, and what a test adds.
import { openBundle } from '#bundle/open-bundle.ts';
import type { Note } from '#domain/note/record/note.ts';
import { type ForgedEntry, forgeZip, type temporaryFolder } from './make-pack.ts';

export type CrateNode = Readonly<Record<string, unknown>>;

export interface MadeCrate {
  /** Of the Dataset, beside its name. */
  readonly dataset?: CrateNode;
  readonly nodes?: readonly CrateNode[];
  readonly root?: CrateNode;
  readonly descriptor?: CrateNode;
  readonly entries?: readonly ForgedEntry[];
  /** The folder in the archive. */
  readonly at?: string;
}

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

export const entry = (name: string, text: string): ForgedEntry => ({ name, bytes: Buffer.from(text) });
export const parts = (...ids: readonly string[]): readonly CrateNode[] => ids.map((id) => ({ '@id': id }));

/** What opening such a bundle answers. @throws Error where it is refused */
export async function openedCrate(
  folder: Folder,
  { dataset = {}, nodes = [], root = {}, descriptor = {}, entries = [], at = 'x/' }: MadeCrate,
) {
  const graph = [
    { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: { '@id': './' }, ...descriptor },
    { '@id': './', '@type': 'Dataset', hasPart: [{ '@id': './t/' }], ...root },
    { '@id': './t/', '@type': 'Dataset', name: 'T', ...dataset },
    ...nodes,
  ];
  const metadata = entry(`${at}ro-crate-metadata.json`, JSON.stringify({ '@graph': graph }));
  const result = await openBundle(await folder.write('made.eln', forgeZip([metadata, ...entries])));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  await result.value.close();
  return result.value;
}

/** The first note of such a bundle. */
export async function noteOfCrate(folder: Folder, crate: MadeCrate): Promise<Note> {
  const [first] = (await openedCrate(folder, crate)).notes;
  if (!first) throw new Error('no note');
  return first.note;
}
