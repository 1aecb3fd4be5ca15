import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acronymsOf } from '#domain/acronyms.ts';
import type { PageBody } from '#domain/pack/page.ts';
import { buildSegment, type Segment } from '#search/segment.ts';
import { adopt, adoptEffects, NoPages } from '#tool/adopt/adopt.ts';
import { type CheckEffects, checkEffects, checkedPack } from '#tool/build/checked-pack.ts';
import { storedPage } from '#tool/build/stored-page.ts';
import { Failure } from '#tool/failure.ts';
import type { PackSettings } from '#tool/lint/pack-settings.ts';
import { isFolder } from '#tool/lint/walk.ts';
import { readRelease, segmentOf } from '#tool/read-release.ts';
import type { Question } from './evaluate.ts';
import { readGoldenSet } from './golden-set.ts';

/** A pack to be asked, and what its golden set asks. */
export interface Subject {
  /** Its id; `null`: a folder of Markdown that is no pack yet. */
  readonly pack: string | null;
  readonly segment: Segment;
  readonly questions: readonly Question[];
  /** Paths in the golden set that are none of a page. */
  readonly unknown: readonly string[];
  readonly least: PackSettings['search'];
  /** Old ids of pages → the ids that they have now. */
  readonly redirects: ReadonlyMap<string, string>;
}

type Pages = Pick<Subject, 'pack' | 'segment' | 'least' | 'redirects'> & {
  readonly version: string;
  readonly release: number;
  /** Page file → id. */
  readonly ids: ReadonlyMap<string, string>;
};

/**
 * Reads a pack folder, a folder with a `.satchel` file, or a folder of Markdown as `satchel adopt` would take it.
 * Findings of `satchel lint` do not stop it: what can be built is asked.
 * @throws Failure when there is no pack or no golden set to be had
 */
export async function readSubject(
  dir: string,
  queries: string | undefined,
  effects: CheckEffects = checkEffects,
): Promise<Subject> {
  if (!(await isFolder(dir))) throw new Failure(`${dir} is not a folder that can be read.`);
  const golden = await readGoldenSet(dir, queries);
  const { ids, version: _version, release: _release, ...rest } = await readPages(dir, golden.pages, effects);
  const unknown = new Set<string>();
  const questions = golden.queries.map(({ query, pages }): Question => {
    const graded = Object.entries(pages).map(([path, grade]) => {
      const id = ids.get(path.normalize('NFC'));
      if (id === undefined) unknown.add(path);
      // No page has such an id, so it is missed as it should be.
      return [id ?? `?${path}`, grade] as const;
    });
    return { query, pages: new Map(graded) };
  });
  return { ...rest, questions, unknown: [...unknown] };
}

/** What an older release is asked from: the `.satchel` file itself, its folder, or the folder that it was built from. */
export async function readOlderPages(path: string, effects: CheckEffects): Promise<Omit<Pages, 'least' | 'redirects'>> {
  return (await isFolder(path)) ? readPages(path, path, effects) : releasePages(path);
}

async function readPages(dir: string, markdown: string, effects: CheckEffects): Promise<Pages> {
  const names = await readdir(dir);
  if (names.includes('pack.yaml')) return readSource(dir, effects);
  const [release, other] = names.filter((name) => name.endsWith('.satchel'));
  if (other !== undefined) throw new Failure(`${dir} has more than one .satchel file. Leave the one that is asked.`);
  if (release === undefined) return readMarkdown(markdown, effects);
  return releasePages(join(dir, release));
}

async function releasePages(file: string): Promise<Pages> {
  const { manifest, acronyms, pages } = await readRelease(file);
  return {
    pack: manifest.id,
    version: manifest.version,
    release: manifest.release,
    segment: segmentOf({ manifest, acronyms, pages }),
    least: {},
    redirects: new Map(manifest.redirects.map(({ from, to }) => [from, to])),
    ids: idsOf(pages),
  };
}

async function readSource(dir: string, effects: CheckEffects): Promise<Pages> {
  const { source, pages } = await checkedPack(dir, effects);
  if (source.settings === null) {
    const fault = source.faults.find(({ kind }) => kind === 'pack-schema');
    throw new Failure(`${fault?.file}:${fault?.line}:${fault?.column} ${fault?.message}. ${fault?.fix}`);
  }
  const { id, title, version, release, language, search } = source.settings;
  const bodies = pages.map(({ meta, parsed }) => storedPage(meta, parsed).body);
  return {
    pack: id,
    version,
    release,
    segment: buildSegment({
      pack: id,
      packTitle: title,
      release,
      language,
      acronyms: acronymsOf(source.glossary),
      pages: bodies,
    }),
    least: search,
    redirects: source.table.redirects,
    ids: new Map([...pages.map(({ source: { file }, meta }) => [file, meta.id] as const), ...idsOf(bodies)]),
  };
}

async function readMarkdown(dir: string, effects: CheckEffects): Promise<Pages> {
  const out = await mkdtemp(join(tmpdir(), 'satchel-eval-'));
  const parser = effects.parser();
  try {
    const about = { id: 'adopted', title: 'Adopted', publisher: 'Adopted', language: 'en-GB' };
    await adopt(
      dir,
      { ...about, out },
      {
        ...adoptEffects,
        parse: (text) =>
          parser.parse(
            { text, file: 'pages/adopted.md' },
            { pages: new Map(), redirects: new Map(), images: new Map() },
          ),
        progress: (_step, done, all) => effects.progress(done, all),
      },
    ).catch((error: unknown) => {
      if (!(error instanceof NoPages)) throw error;
      throw new Failure(`${dir} has no pages: no pack.yaml, no .satchel file, no Markdown.`);
    });
    return { ...(await readSource(out, effects)), pack: null };
  } finally {
    await parser.close();
    await rm(out, { recursive: true, force: true });
  }
}

const idsOf = (pages: readonly PageBody[]): ReadonlyMap<string, string> =>
  new Map(pages.map(({ meta }) => [meta.path.normalize('NFC'), meta.id]));
