import { basename } from 'node:path';
import { type BundlePlan, planBundle } from '#domain/bundle/bundle-plan.ts';
import type { Conversions } from '#domain/bundle/conversions.ts';
import { safeFileName } from '#domain/bundle/file-name.ts';
import type { Marking } from '#domain/bundle/marking.ts';
import type { NoteRecord } from '#domain/bundle/record.ts';
import { LIMITS } from '#domain/limits.ts';
import { ok, type Result } from '#domain/result.ts';
import { conversions } from './conversions.ts';
import { asResult, failTooLarge } from './refusal.ts';
import { type FileSource, gatherFiles, refuseMany, writeZip } from './write-zip.ts';

/** Files that every note has. */
const LEAST = 2;

export interface WrittenBundle {
  /** Bytes of the file. */
  readonly size: number;
  readonly notes: number;
  /** The highest of the notes' and the chosen one. */
  readonly marking: Marking;
  /** Names of files whose bytes were not at hand: the notes name them, the bundle does not hold them. */
  readonly missing: readonly string[];
}

/** A note's Markdown as HTML, wherever that is worked out; `null` where it is too much. */
export type HtmlOf = (...asked: Parameters<Conversions['toHtml']>) => Promise<string | null>;

const htmlHere: HtmlOf = async (markdown, files) => conversions.toHtml(markdown, files);

/** Writes notes as one `.eln` file. The file appears whole or not at all; the same notes give the same bytes. */
export async function writeBundle(
  records: readonly NoteRecord[],
  marking: Marking,
  path: string,
  source: FileSource,
  htmlOf: HtmlOf = htmlHere,
): Promise<Result<WrittenBundle>> {
  const file = basename(path);
  try {
    refuseMany(records.length * LEAST + 1, file);
    const named = new Map(
      records.flatMap(({ note, foreign }) => [
        ...(foreign?.files ?? []).map(({ sha256: hash, path: place }) => [hash, place] as const),
        ...note.files.map(({ sha256: hash, name }) => [hash, name] as const),
      ]),
    );
    const { here, missing } = await gatherFiles(named, source);
    const plan = await planWith(htmlOf, (made) => planBundle(records, marking, (hash) => here.get(hash) ?? null, made));
    // What we would refuse to read is not written.
    const isLong = plan.files.some((one) => 'text' in one && Buffer.byteLength(one.text) > LIMITS.manifest);
    if (isLong) failTooLarge(file, LIMITS.manifest);
    const size = await writeZip(plan.files, safeFileName(file.replace(/\.eln$/i, '')), path, source);
    return ok({ size, notes: records.length, marking: plan.marking, missing });
  } catch (error) {
    return asResult(error);
  }
}

/** Plans twice: first to learn what must become HTML, then with it. A plan waits for nothing, and HTML is made elsewhere. */
async function planWith(htmlOf: HtmlOf, plan: (made: Conversions) => BundlePlan): Promise<BundlePlan> {
  const wanted: Parameters<Conversions['toHtml']>[] = [];
  plan({
    ...conversions,
    toHtml: (...asked) => {
      wanted.push(asked);
      return null;
    },
  });
  const made: (string | null)[] = [];
  for (const asked of wanted) made.push(await htmlOf(...asked));
  let at = 0;
  return plan({ ...conversions, toHtml: () => made[at++] ?? null });
}
