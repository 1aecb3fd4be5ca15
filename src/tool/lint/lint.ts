import type { PageMeta } from '#domain/pack/page.ts';
import { parsePage } from '#markdown/parse.ts';
import type { ParseContext, ParsedPage } from '#markdown/parsed-page.ts';
import { type Finding, inOrder, type Level } from './finding.ts';
import { diskRead, type ReadEffects } from './folder-reader.ts';
import { contextOf } from './link-table.ts';
import { type PackSource, readPackSource, type SourcePage } from './pack-source.ts';
import type { LintedPack, LintedPage, PackFault, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { todayFrom } from './today.ts';

export interface LintReport {
  readonly findings: readonly Finding[];
  readonly source: PackSource;
  /** The pages as they were parsed for the check, by file: whoever builds need not parse again. */
  readonly pages: readonly LintedPage[];
}

export interface LintEffects extends ReadEffects {
  /** Parses one page; a caller with workers puts a limit on the time here. */
  readonly parse: (page: SourcePage, context: ParseContext, source: PackSource) => Promise<ParsedPage>;
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Called after each page. */
  readonly progress: (done: number, all: number) => void;
}

export const lintEffects: LintEffects = {
  ...diskRead,
  parse: async (page, context) => parsePage(page.text, context),
  today: todayFrom,
  progress: () => undefined,
};

/** Reads and checks a pack folder. A folder that is missing or empty gives findings like any other. */
export async function lintPack(dir: string, effects: LintEffects = lintEffects): Promise<LintReport> {
  const source = await readPackSource(dir, effects);
  const pages: LintedPage[] = [];
  for (const page of source.pages) {
    const lang = page.meta.lang ?? source.settings?.language;
    const parsed = await effects.parse(page, contextOf(source.table, page.file, lang), source);
    pages.push({ source: page, parsed, meta: metaOf(page, parsed) });
    effects.progress(pages.length, source.pages.length);
  }
  const byId = new Map([...pages].reverse().map((page) => [page.meta.id, page]));
  const pack: LintedPack = { source, pages, byId, today: effects.today() };
  return { findings: check(pack), source, pages };
}

/** A page without a title takes its first heading, else its file's name. */
function metaOf(page: SourcePage, parsed: ParsedPage): PageMeta {
  const title = page.meta.title ?? parsed.firstHeading?.text.slice(0, 300) ?? '';
  return { ...page.meta, title: title || page.meta.id, words: parsed.words };
}

/** Runs the rules that the pack has not switched off. */
function check(pack: LintedPack, rules: readonly Rule[] = RULES): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = levelOf(rule, pack);
    if (level === 'off') continue;
    for (const { file, line, column, message, fix } of faultsOf(rule, pack)) {
      findings.push({ file, line, column, rule: rule.id, level, message, fix });
    }
  }
  return findings.sort(inOrder);
}

function* faultsOf(rule: Rule, pack: LintedPack): Iterable<PackFault> {
  if ('checkPack' in rule) {
    yield* rule.checkPack(pack);
    return;
  }
  for (const page of pack.pages) {
    for (const fault of rule.checkPage(page, pack)) yield { ...fault, file: page.source.file };
  }
}

function levelOf(rule: Rule, pack: LintedPack): Level {
  return rule.fixed ? rule.level : (pack.source.settings?.lint[rule.id] ?? rule.level);
}
