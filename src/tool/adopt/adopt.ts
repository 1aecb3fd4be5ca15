import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import { parsePage } from '#markdown/parse.ts';
import type { ParseContext, ParsedPage } from '#markdown/parsed-page.ts';
import { diskRead, type ReadEffects } from '#tool/lint/folder-reader.ts';
import { typeByContent, typeByName } from '#tool/lint/image-type.ts';
import { RULES } from '#tool/lint/rules.ts';
import { activeParts } from '#tool/lint/svg.ts';
import { type AdoptedPage, adoptPage, splitSource } from './adopted-page.ts';
import { dayOf } from './days.ts';
import { FolderIndex } from './folder-index.ts';
import { ADOPTED, openPackWriter, type PackWriter, pageFile, yaml } from './pack-writer.ts';
import { outputPaths, pageIds, sourcePaths } from './page-names.ts';
import { type AdoptReport, Notes } from './report.ts';
import { type LinkPlan, rewriteLinks } from './rewrite-links.ts';
import { readSourceFolder } from './source-folder.ts';

/** What the folder cannot say of the pack it becomes. */
export interface AdoptOptions {
  readonly id: string;
  readonly title: string;
  readonly out: string;
  readonly publisher: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly licence?: string;
  /** `YYYY-MM-DD`; without one the newest day that a page names, so that no clock is asked. */
  readonly created?: string;
  /** Where the folder is published: links to it lead to its pages. */
  readonly site?: string;
}

export interface AdoptEffects extends ReadEffects {
  readonly parse: (text: string, context: ParseContext) => Promise<ParsedPage>;
  readonly open: (out: string) => Promise<PackWriter>;
  readonly progress: (step: string, done: number, all: number) => void;
}

export const adoptEffects: AdoptEffects = {
  ...diskRead,
  parse: async (text, context) => parsePage(text, context),
  open: openPackWriter,
  progress: () => undefined,
};

/**
 * Turns a folder of Markdown into a pack source, without touching the folder. What is wrong in the original is
 * reported and kept, with every rule that can be lowered set to a warning: the pack always builds.
 * @throws Failure when the pack cannot be written
 */
export async function adopt(
  dir: string,
  options: AdoptOptions,
  effects: AdoptEffects = adoptEffects,
): Promise<AdoptReport> {
  const notes = new Notes();
  const folder = await readSourceFolder(dir, notes, effects);
  const sources = folder.pages.map(({ path, text }) => splitSource(path, text, notes));
  const index = new FolderIndex(
    sources.map(({ path, front }) => ({ path, permalink: front.permalink, aliases: front.aliases })),
    folder.files,
  );
  const pages = sources.map((source, done) => {
    effects.progress('Reading pages', done + 1, sources.length);
    return adoptPage(source, (wanted) => pictureIn(index, source.path, wanted), notes);
  });
  const pictures = await readPictures(dir, folder.pictures, notes, effects);
  const plan: LinkPlan = {
    index,
    pageFiles: outputPaths(
      pages.map(({ path }) => path),
      () => '.md',
    ),
    imageFiles: outputPaths([...pictures.keys()], (path) => /\.[^./]+$/.exec(path)?.[0]?.toLowerCase() ?? ''),
    anchors: await anchorsOf(pages, effects),
    titleAnchors: new Map(pages.map(({ path, titleAnchors }) => [path, titleAnchors])),
    site: options.site === undefined ? null : options.site.replace(/\/*$/, '/'),
  };
  const ids = pageIds(
    pages.map(({ path }) => path),
    new Map(pages.flatMap(({ path, front }) => (front.id === null ? [] : [[path, front.id] as const]))),
  );
  const redirects = redirectsOf(pages, ids, notes);
  const paths = sourcePaths(pages.map(({ path }) => path));
  const writer = await effects.open(options.out);
  const shown = new Set<string>();
  let links = 0;
  for (const page of pages) {
    const { body, count, images } = rewriteLinks(page.path, page.body, plan, (...note) =>
      notes.add(page.path, ...note),
    );
    for (const image of images) shown.add(image);
    links += count;
    const names = { id: ids.get(page.path) ?? 'page', path: paths.get(page.path) ?? page.path };
    const front = frontOf(page, names, redirects.get(page.path) ?? [], options.language);
    await writer.write(`pages/${plan.pageFiles.get(page.path)}`, pageFile(front, body.text));
  }
  for (const path of shown) {
    const bytes = pictures.get(path);
    if (bytes) await writer.write(`images/${plan.imageFiles.get(path)}`, bytes);
  }
  await writer.write('pack.yaml', settingsOf(options, pages));
  return { pages: pages.length, images: shown.size, links, notes: notes.sorted(), counts: notes.counts() };
}

function pictureIn(index: FolderIndex, page: string, wanted: string): string | null {
  const file = index.file(page, wanted.startsWith('/') ? wanted : `/${wanted}`) ?? index.file(page, wanted);
  return file === null ? null : `/${encodeURI(file).replace(/[()#?]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
}

/** Pictures that may be shown: what their name says they are, not too large, and as SVG without active parts. */
async function readPictures(
  dir: string,
  paths: readonly string[],
  notes: Notes,
  effects: AdoptEffects,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const path of paths) {
    const refuse = (why: string): void => notes.add(path, 1, 'image', path, `left out: ${why}`);
    try {
      if ((await effects.size(join(dir, path))) > LIMITS.image) {
        refuse('it is larger than 10 MB');
        continue;
      }
      const bytes = await effects.read(join(dir, path));
      const type = typeByContent(bytes)?.type ?? null;
      const [active] = type === 'image/svg+xml' ? activeParts(bytes) : [];
      if (type === null || type !== typeByName(path)) refuse('its content is not what its name says');
      else if (active) refuse(`it is active: ${active.what} on line ${active.line}`);
      else pictures.set(path, bytes);
    } catch {
      refuse('it cannot be read');
    }
  }
  return pictures;
}

/** Every anchor of every page, as the app will make them. */
async function anchorsOf(pages: readonly AdoptedPage[], effects: AdoptEffects): Promise<LinkPlan['anchors']> {
  const anchors = new Map<string, readonly string[]>();
  const nowhere: ParseContext = {
    resolveLink: () => ({ kind: 'dead', reason: 'unasked' }),
    resolveImage: () => ({ kind: 'dead', reason: 'unasked' }),
  };
  for (const { path, body } of pages) {
    const parsed = await effects.parse(body.text, nowhere);
    anchors.set(path, parsed.anchors);
    effects.progress('Finding sections', anchors.size, pages.length);
  }
  return anchors;
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

function settingsOf(options: AdoptOptions, pages: readonly AdoptedPage[]): string {
  const { id, title, publisher, language, licence } = options;
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
