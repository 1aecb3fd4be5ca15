import { join } from 'node:path';
import { canonicalJson } from '#domain/canonical.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import { type FileToPack, type PackEntries, packEntries } from '#pack/write/pack-entries.ts';
import { writeArchive } from '#pack/write/write-archive.ts';
import { writeFolder } from '#pack/write/write-folder.ts';
import { Failure, writeFailure } from '#tool/failure.ts';
import type { Finding } from '#tool/lint/finding.ts';
import type { LintReport } from '#tool/lint/lint.ts';
import type { PackSettings } from '#tool/lint/pack-settings.ts';
import { demandPackFile, demandPackTree } from '#tool/pack-file.ts';
import { type CheckEffects, checkEffects, checkedPack } from './checked-pack.ts';
import { formerReleases, releaseWarnings } from './former-releases.ts';
import { storedPage } from './stored-page.ts';

interface BuiltPack {
  readonly id: string;
  /** Path of the file that was written. */
  readonly file: string;
  /** SHA-256 of that file. */
  readonly sha256: string;
  /** SHA-256 of its manifest: the name of this release. */
  readonly manifest: string;
  readonly bytes: number;
  readonly pages: number;
  readonly sections: number;
  readonly images: number;
}

export interface BuildReport {
  readonly findings: readonly Finding[];
  /** Absent when a finding is an error. */
  readonly built?: BuiltPack;
  /** What is odd about this release beside those that were in the folder, a sentence each. */
  readonly warnings?: readonly string[];
}

export interface BuildEffects {
  readonly check: Omit<CheckEffects, 'progress'>;
  /** Called as a stage begins and as it moves on. */
  readonly progress: (stage: BuildStage, done: number, all: number) => void;
}

export type BuildStage = 'check' | 'pack' | 'write';

export const buildEffects: BuildEffects = { check: checkEffects, progress: () => undefined };

export interface BuildOptions {
  readonly out: string;
  /** Writes the same files as a folder too, as a web server or a stick would hold them. */
  readonly tree: boolean;
}

/** A pack that was made and lies nowhere yet. */
export interface MadePack {
  readonly findings: readonly Finding[];
  /** Absent when a finding is an error. */
  readonly made?: PackEntries;
}

/**
 * Checks a pack folder and makes all files of its release, where nothing is an error. The same folder always gives the
 * same bytes.
 * @throws Failure when there is no page
 */
export async function makePack(dir: string, effects: BuildEffects = buildEffects): Promise<MadePack> {
  const report = await checkedPack(dir, {
    ...effects.check,
    progress: (done, all) => effects.progress('check', done, all),
  });
  const { findings, source } = report;
  if (source.settings === null || findings.some(({ level }) => level === 'error')) return { findings };
  const { settings } = source;
  if (report.pages.length === 0) {
    throw new Failure(`${dir} has no page: nothing was written. Put at least one .md file into ${join(dir, 'pages')}.`);
  }
  effects.progress('pack', 0, 1);
  const head = { ...headOf(settings), redirects: redirectsOf(report) };
  return { findings, made: await packEntries(head, filesOf(report)) };
}

/**
 * Checks a pack folder and, where nothing is an error, writes it as one file. The same folder gives the same bytes
 * on any machine, in any zone and language.
 * @throws Failure when there is no page, or the file cannot be written
 */
export async function buildPack(
  dir: string,
  options: BuildOptions,
  effects: BuildEffects = buildEffects,
): Promise<BuildReport> {
  const { findings, made } = await makePack(dir, effects);
  if (made === undefined) return { findings };
  const { entries, hash, manifest } = made;
  effects.progress('write', 0, 1);
  const { id, release, version } = manifest;
  const name = `${id}-${fileNamePart(version)}`;
  const file = join(options.out, `${name}.satchel`);
  const former = await formerReleases(options.out, id);
  await demandPackFile(file);
  const tree = join(options.out, name);
  if (options.tree) await demandPackTree(tree);
  const written = await writeArchive(entries, file).catch((error: unknown) => {
    throw writeFailure(error, file);
  });
  if (options.tree) {
    await writeFolder(entries, tree).catch((error: unknown) => {
      throw writeFailure(error, tree);
    });
  }
  const pages = manifest.files.filter(({ kind }) => kind === 'page');
  const built: BuiltPack = {
    id,
    file,
    sha256: written.sha256,
    manifest: hash,
    bytes: written.size,
    pages: pages.length,
    sections: pages.reduce((sum, page) => sum + (page.sections?.length ?? 0), 0),
    images: manifest.files.filter(({ kind }) => kind === 'image').length,
  };
  return { findings, built, warnings: releaseWarnings({ release, version, hash }, former) };
}

function filesOf({ source, pages }: LintReport): readonly FileToPack[] {
  const files: FileToPack[] = [];
  const shown = new Set<string>();
  for (const { meta, parsed } of pages) {
    const { body, bytes } = storedPage(meta, parsed);
    const sections = body.sections.map((section) => section.id);
    files.push({ path: meta.path, kind: 'page', type: 'application/json', page: meta.id, sections, bytes });
    for (const { target } of parsed.images) if (target.kind === 'image') shown.add(target.sha256);
  }
  for (const { file, bytes, sha256, type } of source.images) {
    // A picture that no page shows would only make the pack larger.
    if (type !== null && shown.has(sha256)) files.push({ path: file, kind: 'image', type, bytes });
  }
  const json = (path: string, kind: 'glossary' | 'queries', value: unknown): void => {
    files.push({ path, kind, type: 'application/json', bytes: Buffer.from(canonicalJson(value)) });
  };
  if (source.glossary.length > 0) json('data/glossary.json', 'glossary', source.glossary);
  if (source.queries.length > 0) json('queries.json', 'queries', { queries: source.queries });
  return unique(files);
}

/** The rules see to pages of one id; a page's source_path may still be that of another file. */
function unique(files: readonly FileToPack[]): readonly FileToPack[] {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path))
      throw new Failure(`Two files of the pack have the path ${path}. Give one another source_path.`);
    paths.add(path);
  }
  return files;
}

function headOf(settings: PackSettings): Omit<Manifest, 'format' | 'files' | 'redirects'> {
  const { lint: _, search: __, min_app: minApp, summary, licence, notes, ...head } = settings;
  return {
    ...head,
    ...(summary === undefined ? {} : { summary }),
    ...(licence === undefined ? {} : { licence }),
    ...(notes === undefined ? {} : { notes }),
    ...(minApp === undefined ? {} : { minApp }),
  };
}

/** Each old name once; a page that still has the name keeps it. */
function redirectsOf({ pages }: LintReport): Manifest['redirects'] {
  const taken = new Set(pages.flatMap(({ meta }) => [meta.id, meta.path]));
  const redirects: Manifest['redirects'] = [];
  for (const { source, meta } of pages) {
    for (const from of source.redirects) {
      if (!taken.has(from)) redirects.push({ from, to: meta.id });
      taken.add(from);
    }
  }
  return redirects;
}

/** A version as a part of a file name: what a file system may refuse becomes a hyphen. */
const fileNamePart = (version: string): string =>
  version.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'pack';
