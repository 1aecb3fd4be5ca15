import { join } from 'node:path';
import type { PictureType } from '#domain/picture/verdict.ts';
import { parsePage } from '#markdown/parse.ts';
import type { ParseContext, ParsedPage } from '#markdown/parsed-page.ts';
import { Failure } from '#tool/failure.ts';
import { diskRead, type ReadEffects } from '#tool/lint/folder-reader.ts';
import { RULES } from '#tool/lint/rules.ts';
import { type AdoptedPage, adoptPage, type SplitSource, splitSource } from './adopted-page.ts';
import { dayOf } from './days.ts';
import { foundIn } from './finders.ts';
import { withIncludes } from './includes.ts';
import { ADOPTED, type GivenSettings, type WrittenPack, writePack } from './pack-writer.ts';
import { pageFile, yaml } from './page-file.ts';
import { outputPaths, pageIds, sourcePaths, withoutExtension } from './page-names.ts';
import { PartFinder, partText } from './part-finder.ts';
import { isMisnamed, pictureEnd, readPictures } from './picture-files.ts';
import { type AdoptReport, Notes } from './report.ts';
import { type LinkPlan, rewriteLinks } from './rewrite-links.ts';
import { type FoundLink, scanLinks } from './scan-links.ts';
import { readSourceFolder } from './source-folder.ts';

/** What the folder cannot say of the pack it becomes. */
export interface AdoptOptions {
  readonly id: string;
  readonly title: string;
  readonly out: string;
  /** `Adopted` where nobody says. */
  readonly publisher?: string;
  /** BCP 47 tag; `en-GB` where nobody says. */
  readonly language?: string;
  readonly licence?: string;
  /** `YYYY-MM-DD`; without one the newest day that a page names, so that no clock is asked. */
  readonly created?: string;
  /** Where the folder is published: links to it lead to its pages. */
  readonly site?: string;
  /** Writes over what an editor changed since the last time. */
  readonly force?: boolean;
}

export interface AdoptEffects extends ReadEffects {
  readonly parse: (text: string, context: ParseContext) => Promise<ParsedPage>;
  readonly write: (
    out: string,
    files: ReadonlyMap<string, string | Uint8Array>,
    given: GivenSettings,
    force: boolean,
  ) => Promise<WrittenPack>;
  readonly progress: (step: string, done: number, all: number) => void;
}

export const adoptEffects: AdoptEffects = {
  ...diskRead,
  parse: async (text, context) => parsePage(text, context),
  write: writePack,
  progress: () => undefined,
};

/**
 * Turns a folder of Markdown into a pack source, without touching the folder. What is wrong in the original is
 * reported and kept, with every rule that can be lowered set to a warning: the pack always builds.
 * @throws NoPages when the folder has no page; Failure when the pack cannot be written, or when it would write over the
 * work of an editor
 */
export async function adopt(
  dir: string,
  options: AdoptOptions,
  effects: AdoptEffects = adoptEffects,
): Promise<AdoptReport> {
  const notes = new Notes();
  const folder = await readSourceFolder(dir, notes, effects);
  const all = folder.pages.map(({ path, text }) => splitSource(path, text, notes));
  const sources = await withoutParts(await withAllIncludes(dir, all, folder.files, notes, effects), notes);
  const found = foundIn(sources, folder.files);
  const pages = sources.map((source, done) => {
    effects.progress('Reading pages', done + 1, sources.length);
    return adoptPage(source, found.on(source.path), notes);
  });
  if (pages.length === 0) throw new NoPages(noPages(dir, notes));
  const pictures = await readPictures(dir, folder.pictures, notes, effects);
  const typeOf = (path: string): PictureType => pictures.get(path)?.type ?? 'image/png';
  const parsed = await parsedPages(pages, notes, effects);
  const plan: LinkPlan = {
    index: found.index,
    pageFiles: outputPaths(
      pages.map(({ path }) => path),
      () => '.md',
      withoutExtension,
    ),
    imageFiles: outputPaths(
      [...pictures.keys()],
      (path) => pictureEnd(path, typeOf(path)),
      (path) => path.replace(/\.[^./]+$/, ''),
    ),
    anchors: new Map([...parsed].map(([path, { anchors }]) => [path, anchors])),
    titleAnchors: new Map(pages.map(({ path, titleAnchors }) => [path, titleAnchors])),
    site: options.site === undefined ? null : options.site.replace(/\/*$/, '/'),
    titles: new Map(pages.map(({ path, title }) => [path, title])),
    labels: found.labels,
  };
  const ids = pageIds(
    pages.map(({ path }) => path),
    new Map(pages.flatMap(({ path, front }) => (front.id === null ? [] : [[path, front.id] as const]))),
  );
  const redirects = redirectsOf(pages, ids, notes);
  const paths = sourcePaths(pages.map(({ path }) => path));
  const shown = new Set<string>();
  const files = new Map<string, string | Uint8Array>();
  let links = 0;
  for (const page of pages) {
    const found = parsed.get(page.path)?.links ?? [];
    const { body, count, images } = rewriteLinks(page.path, page.body, found, plan, (...note) =>
      notes.add(page.path, ...note),
    );
    for (const image of images) shown.add(image);
    links += count;
    const names = { id: ids.get(page.path) ?? 'page', path: paths.get(page.path) ?? page.path };
    const front = frontOf(page, names, redirects.get(page.path) ?? [], options.language ?? LANGUAGE);
    files.set(`pages/${plan.pageFiles.get(page.path)}`, pageFile(front, body.text));
  }
  for (const path of shown) {
    const picture = pictures.get(path);
    if (!picture) continue;
    const name = plan.imageFiles.get(path) ?? path;
    if (isMisnamed(path, picture.type)) notes.add(path, 1, 'image', path, `taken as ${name}: that is what it holds`);
    files.set(`images/${name}`, picture.bytes);
  }
  for (const path of folder.hidden) {
    const used = [...shown].some((image) => image.startsWith(`${path}/`));
    notes.add(
      path,
      1,
      'file',
      path,
      used ? 'only what pages show is taken: a hidden folder' : 'passed over: a hidden folder',
    );
  }
  files.set('pack.yaml', settingsOf(options, pages));
  const { kept } = await effects.write(options.out, files, options, options.force ?? false);
  for (const { file, why } of kept) notes.add(file, 1, 'kept', file, why);
  return { pages: pages.length, images: shown.size, links, notes: notes.sorted(), counts: notes.counts() };
}

/** The folder holds nothing that adopt reads. */
export class NoPages extends Failure {}

function noPages(dir: string, notes: Notes): string {
  const [first] = notes.sorted().filter(({ kind }) => kind === 'file');
  const why = first ? ` ${first.file}: ${first.done}.` : '';
  return `${dir} has no page that can be adopted: Satchel reads Markdown (.md, .mdx, .md.erb, .Rmd, .qmd).${why} Nothing was written.`;
}

/** Puts the parts that pages name into them; the sources then carry which files they were. */
async function withAllIncludes(
  dir: string,
  sources: readonly SplitSource[],
  files: readonly string[],
  notes: Notes,
  effects: AdoptEffects,
): Promise<readonly (SplitSource & { readonly parts: readonly string[] })[]> {
  const parts = new PartFinder(files);
  const texts = new Map<string, string | null>();
  const read = async (file: string): Promise<string | null> => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = await partText(join(dir, file), effects);
    texts.set(file, text);
    return text;
  };
  const out: (SplitSource & { readonly parts: readonly string[] })[] = [];
  for (const source of sources) {
    const note = (line: number, found: string, done: string): void =>
      notes.add(source.path, line, 'include', found, done);
    const { body, files: put } = await withIncludes(source.path, source.body, {
      find: (from, path) => parts.find(from, path),
      read,
      note,
    });
    out.push({ ...source, body, parts: put });
  }
  return out;
}

/**
 * A file that was put into others is no page of its own where nothing says that it should be: it has no title, or its
 * name or folder says that it is a part, and no page links to it.
 */
async function withoutParts(
  sources: readonly (SplitSource & { readonly parts: readonly string[] })[],
  notes: Notes,
): Promise<readonly SplitSource[]> {
  const into = new Map<string, string>();
  for (const { path, parts } of sources) for (const part of parts) if (!into.has(part)) into.set(part, path);
  if (into.size === 0) return sources;
  const isPart = ({ path, front, body }: SplitSource): boolean => {
    if (/(?:^|\/)_|(?:^|\/)(?:includes?|partials?|snippets?|fragments?|parts?|shared|reusables?)\//i.test(path))
      return true;
    return front.known.title === undefined && !/^ {0,3}#[ \t]|^=+[ \t]*$/m.test(body.text);
  };
  const linked = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return sources.some((source) => source.path !== path && source.body.text.includes(`${name})`));
  };
  return sources.filter((source) => {
    const page = into.get(source.path);
    if (page === undefined || !isPart(source) || linked(source.path)) return true;
    notes.add(source.path, 1, 'include', source.path, `no page of its own: it was put into ${page}`);
    return false;
  });
}

/** Every anchor and address of every page, as the app will read them. */
async function parsedPages(
  pages: readonly AdoptedPage[],
  notes: Notes,
  effects: AdoptEffects,
): Promise<ReadonlyMap<string, { readonly anchors: readonly string[]; readonly links: readonly FoundLink[] }>> {
  const out = new Map<string, { readonly anchors: readonly string[]; readonly links: readonly FoundLink[] }>();
  const nowhere: ParseContext = {
    resolveLink: () => ({ kind: 'dead', reason: 'unasked' }),
    resolveImage: () => ({ kind: 'dead', reason: 'unasked' }),
  };
  for (const { path, body } of pages) {
    const parsed = await effects.parse(body.text, nowhere);
    if (!parsed.mdast) notes.add(path, 1, 'link', path, 'links are kept as they are: the page is over the limits');
    out.set(path, { anchors: parsed.anchors, links: parsed.mdast ? scanLinks(body.text, parsed.mdast) : [] });
    effects.progress('Finding sections', out.size, pages.length);
  }
  return out;
}

/** Old addresses of each page. One address leads to one page only, and never hides a page's own id. */
function redirectsOf(
  pages: readonly AdoptedPage[],
  ids: ReadonlyMap<string, string>,
  notes: Notes,
): ReadonlyMap<string, readonly string[]> {
  const taken = new Set(ids.values());
  const redirects = new Map<string, string[]>();
  const take = (path: string, from: string): void => {
    if (taken.has(from)) {
      if (from !== ids.get(path)) notes.add(path, 1, 'front-matter', from, 'not used: another page has this address');
      return;
    }
    taken.add(from);
    redirects.set(path, [...(redirects.get(path) ?? []), from]);
  };
  for (const { path, front } of pages) if (front.permalink !== null) take(path, front.permalink);
  for (const { path, front } of pages) for (const alias of new Set(front.aliases)) take(path, alias);
  return redirects;
}

function frontOf(
  page: AdoptedPage,
  names: { readonly id: string; readonly path: string },
  redirects: readonly string[],
  language: string,
): Record<string, unknown> {
  const { known, extra } = page.front;
  const { title: _, lang: __, ...rest } = known;
  const lang = page.lang !== null && page.lang.split('-')[0] !== language.split('-')[0] ? { lang: page.lang } : {};
  const from = redirects.length > 0 ? { redirect_from: redirects } : {};
  return { id: names.id, title: page.title, ...rest, ...lang, ...from, source_path: names.path, ...extra };
}

const LANGUAGE = 'en-GB';

function settingsOf(options: AdoptOptions, pages: readonly AdoptedPage[]): string {
  const { id, title, publisher = 'Adopted', language = LANGUAGE, licence } = options;
  const lint = RULES.filter(({ level, fixed }) => level === 'error' && !fixed).map((rule) => [rule.id, 'warning']);
  const settings = {
    ...{ id, title, version: '1', release: 1, publisher, language },
    ...(licence === undefined ? {} : { licence }),
    marking: 'OFFICIAL',
    created: options.created ?? newestDay(pages),
    lint: Object.fromEntries(lint),
  };
  return `${ADOPTED}\n${yaml(settings)}`;
}

/** The newest day that a page's front matter names, else the first of all: the same folder gives the same pack. */
function newestDay(pages: readonly AdoptedPage[]): string {
  const days = pages.flatMap(({ front }) => [
    dayOf(front.known.reviewed),
    ...['date', 'updated', 'last_updated', 'last_updated_at', 'lastmod'].map((key) => dayOf(front.extra[key])),
  ]);
  return days.reduce<string>((newest, day) => (day !== null && day > newest ? day : newest), '1970-01-01');
}
