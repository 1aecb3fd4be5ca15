import { basename } from 'node:path';
import { safeFileName } from '#domain/bundle/file-name.ts';
import { planMarkdown } from '#domain/bundle/markdown-plan.ts';
import { highestMarking, type Marking } from '#domain/bundle/marking.ts';
import type { Note } from '#domain/note/record/note.ts';
import { ok, type Result } from '#domain/result.ts';
import { conversions } from './conversions.ts';
import { asResult, fail } from './refusal.ts';
import type { WrittenBundle } from './write-bundle.ts';
import { type FileSource, gatherFiles, writeZip } from './write-zip.ts';

interface MarkdownSource extends FileSource {
  /** Writes a text so that it appears whole or not at all. */
  readonly write: (path: string, text: string) => Promise<unknown>;
}

/** Writes notes as Markdown: one file for one note without files, else a ZIP of folders with the files beside each. */
export async function writeMarkdown(
  notes: readonly Note[],
  marking: Marking,
  path: string,
  source: MarkdownSource,
): Promise<Result<WrittenBundle>> {
  const file = basename(path);
  try {
    const named = new Map(notes.flatMap(({ files }) => files.map(({ sha256, name }) => [sha256, name] as const)));
    const { here, missing } = await gatherFiles(named, source);
    const plan = planMarkdown(notes, marking, (hash) => here.get(hash) ?? null, conversions.hash);
    const highest = highestMarking([marking, ...notes.map((note) => note.marking)]) ?? marking;
    const about = { notes: notes.length, marking: highest, missing };
    if ('files' in plan) {
      const size = await writeZip(plan.files, safeFileName(file.replace(/\.zip$/i, '')), path, source);
      return ok({ size, ...about });
    }
    await source.write(path, plan.text).catch(() => fail({ code: 'file-unwritable', file }));
    return ok({ size: Buffer.byteLength(plan.text), ...about });
  } catch (error) {
    return asResult(error);
  }
}
