import { type AdoptOptions, adopt, adoptEffects } from '#tool/adopt/adopt.ts';
import type { AdoptReport } from '#tool/adopt/report.ts';
import { type LintReport, lintPack } from '#tool/lint/lint.ts';
import { type Files, inMemory } from '../lint/pack-in-memory.ts';

export interface Adopted {
  readonly report: AdoptReport;
  /** Files of the pack folder that was made. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** `file:line kind: what became of it`. */
  readonly notes: readonly string[];
  readonly lint: LintReport;
}

/** Adopts a folder that is not on a disk, and checks what comes of it. */
export async function adopted(folder: Files, options: Partial<AdoptOptions> = {}): Promise<Adopted> {
  const files: Record<string, string | Uint8Array> = {};
  const { list, size, read } = inMemory(folder);
  const report = await adopt(
    '/pack',
    { id: 'cats', title: 'Cats', out: '/out', publisher: 'Us', language: 'en-GB', ...options },
    {
      ...adoptEffects,
      ...{ list, size, read },
      write: async (_out, made) => {
        for (const [file, content] of made) files[file] = content;
        return { kept: [] };
      },
    },
  );
  const notes = report.notes.map(({ file, line, kind, done }) => `${file}:${line} ${kind}: ${done}`);
  return { report, files, notes, lint: await lintPack('/pack', inMemory(files)) };
}

/** Rules that found something in an adopted pack, without those that every short test page breaks. */
export const rulesOf = ({ lint }: Adopted): readonly string[] =>
  [...new Set(lint.findings.map(({ rule }) => rule))].filter((rule) => rule !== 'summary-missing').sort();
