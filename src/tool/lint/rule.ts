import type { PageMeta } from '#domain/pack/page.ts';
import type { ParsedPage } from '#markdown/parsed-page.ts';
import type { Fault } from './fault.ts';
import type { Level } from './finding.ts';
import type { PackSource, SourcePage } from './pack-source.ts';

/** A page with everything known of it. */
export interface LintedPage {
  readonly source: SourcePage;
  readonly parsed: ParsedPage;
  /** Facts about the page as the pack will hold them. */
  readonly meta: PageMeta;
}

export interface LintedPack {
  readonly source: PackSource;
  /** By file. */
  readonly pages: readonly LintedPage[];
  /** Page id → page. Where two have one id, the first. */
  readonly byId: ReadonlyMap<string, LintedPage>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** A finding before it knows its rule and level; in a page rule, also before its file. */
export type PackFault = Fault & { readonly file: string };

/** One thing that is checked. It says nothing about what it does not check. */
interface RuleFacts {
  /** Small letters and hyphens; never changes, packs name it. */
  readonly id: string;
  readonly level: Exclude<Level, 'off'>;
  /** The reason for the rule, one sentence. */
  readonly why: string;
  /** Its level cannot be changed: a pack that breaks it would not be safe or could not be read. */
  readonly fixed?: true;
}

export interface PageRule extends RuleFacts {
  readonly checkPage: (page: LintedPage, pack: LintedPack) => Iterable<Fault>;
}

export interface PackRule extends RuleFacts {
  readonly checkPack: (pack: LintedPack) => Iterable<PackFault>;
}

export type Rule = PageRule | PackRule;
