import { samePathKey } from '../archive/entry-path.ts';
import { type PlanStanding, planStanding } from '../note/plan.ts';
import type { Note } from '../note/record/note.ts';
import type { PlannedFile } from './bundle-plan.ts';
import { freePath, noteFolder, safeFileName } from './file-name.ts';
import { highestMarking, type Marking } from './marking.ts';
import { noteFile } from './note-file.ts';

/**
 * One note without files at hand: the file's text. Else files of a folder, each note with its own beside it.
 * @param hash SHA-256 of text as UTF-8, in small hexadecimal
 */
export function planMarkdown(
  notes: readonly Note[],
  marking: Marking,
  sizeOf: (sha256: string) => number | null,
  hash: (text: string) => string,
): { readonly text: string } | { readonly files: readonly PlannedFile[] } {
  const taken = new Set<string>();
  const planOf = (note: Note): PlanStanding | null => planStanding(note, hash(note.plan?.text ?? ''));
  const [first] = notes;
  if (first !== undefined && notes.length === 1 && first.files.every(({ sha256 }) => sizeOf(sha256) === null)) {
    return { text: noteFile(first, highestMarking([marking, first.marking]), () => null, planOf(first)) };
  }
  const files = notes.flatMap((note): readonly PlannedFile[] => {
    const folder = freePath(noteFolder(note.title, note.id).replace(/-[0-9a-f]{12}$/, ''), taken);
    taken.add(samePathKey(`${folder}/note.md`));
    const paths = new Map<string, string>();
    const blobs = note.files.flatMap(({ sha256, name }): readonly PlannedFile[] => {
      const size = sizeOf(sha256);
      if (size === null || paths.has(sha256)) return [];
      const path = freePath(`${folder}/${safeFileName(name)}`, taken);
      paths.set(sha256, path.slice(folder.length + 1));
      return [{ path, sha256, size }];
    });
    const text = noteFile(
      note,
      highestMarking([marking, note.marking]),
      (sha256) => paths.get(sha256) ?? null,
      planOf(note),
    );
    return [{ path: `${folder}/note.md`, text }, ...blobs];
  });
  return { files };
}
