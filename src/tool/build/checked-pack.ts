import { type LintEffects, type LintReport, lintEffects, lintPack } from '#tool/lint/lint.ts';
import { createPageParser, type PageParser } from './page-parser.ts';

export interface CheckEffects {
  readonly parser: () => PageParser;
  readonly lint: Omit<LintEffects, 'parse' | 'progress'>;
  /** Called after each page. */
  readonly progress: (done: number, all: number) => void;
}

export const checkEffects: CheckEffects = {
  parser: () => createPageParser(),
  lint: lintEffects,
  progress: () => undefined,
};

/** Reads and checks a pack folder: each page parsed once, in a thread that is stopped when a page takes too long. */
export async function checkedPack(dir: string, effects: CheckEffects = checkEffects): Promise<LintReport> {
  const parser = effects.parser();
  try {
    return await lintPack(dir, {
      ...effects.lint,
      parse: ({ text, file, meta }, _context, { settings, table }) => {
        const lang = meta.lang ?? settings?.language;
        return parser.parse({ text, file, ...(lang === undefined ? {} : { lang }) }, table);
      },
      progress: effects.progress,
    });
  } finally {
    await parser.close();
  }
}
