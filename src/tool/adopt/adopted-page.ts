import { LIMITS } from '#domain/limits.ts';
import type { DialectContext } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { type Draft, newDraft } from './draft.ts';
import { withFrontPictures } from './front-pictures.ts';
import { withFrontWords } from './front-words.ts';
import { type MappedFront, mapFrontMatter } from './map-front-matter.ts';
import { languageFromPath, titleFromPath } from './page-names.ts';
import type { Notes } from './report.ts';
import { splitPage } from './split-page.ts';
import { plainTitle, takeTitle } from './take-title.ts';

/** A page between reading and writing: Markdown that Satchel understands, addresses still as the author wrote them. */
export interface AdoptedPage {
  /** Path in the folder. */
  readonly path: string;
  readonly front: MappedFront;
  readonly title: string;
  readonly lang: string | null;
  readonly body: Draft;
  /** Anchors of the heading that became the title. */
  readonly titleAnchors: readonly string[];
}

/** A page whose front matter is read and whose body is not yet looked at. */
export interface SplitSource {
  readonly path: string;
  readonly front: MappedFront;
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: Draft;
}

export function splitSource(path: string, text: string, notes: Notes): SplitSource {
  const { data, body, bodyLine, unread } = splitPage(text);
  const mapped = mapFrontMatter(data);
  for (const { key, why } of mapped.unused) notes.add(path, 1, 'front-matter', key, `not used: ${why}`);
  if (unread) notes.add(path, unread.line, 'front-matter', unread.text || '---', `kept as text: ${unread.why}`);
  const extra = unread?.text ? { ...mapped.extra, source_front_matter: unread.text } : mapped.extra;
  return { path, front: { ...mapped, extra }, data, body: newDraft(body, bodyLine) };
}

/** What a page asks of the folder it lies in. */
export type Finders = Pick<DialectContext, 'findImage' | 'findPage' | 'findLabel'>;

/** Makes a page's dialects readable and finds its title. */
export function adoptPage({ path, front, data, body }: SplitSource, finders: Finders, notes: Notes): AdoptedPage {
  const draft = readable(path, body, data, finders, notes);
  const named = typeof front.known.title === 'string' ? plainTitle(front.known.title) : '';
  const taken = takeTitle(draft, named !== '');
  const double = taken !== null && (named === '' || sameWords(named, taken.title));
  const title = named || (taken?.title ?? titleFromPath(path));
  const said = [title, typeof front.known.summary === 'string' ? front.known.summary : ''];
  if (named === '' && taken === null) notes.add(path, 1, 'title', path, `titled after its file: “${title}”`);
  return {
    path,
    front,
    title,
    lang: typeof front.known.lang === 'string' ? front.known.lang : languageFromPath(path),
    body: withFrontPictures(
      path,
      withFrontWords(path, double ? taken.rest : draft, front.extra, said, notes),
      front.extra,
      finders.findImage,
      notes,
    ),
    titleAnchors: double ? taken.anchors : [],
  };
}

function readable(
  path: string,
  body: Draft,
  frontMatter: Readonly<Record<string, unknown>>,
  finders: Finders,
  notes: Notes,
): Draft {
  if (body.text.length > LIMITS.pageSource) {
    notes.add(path, 1, 'file', path, 'kept as it is: the page is over the limit and will be shown as text');
    return body;
  }
  let draft = body;
  for (const { id, apply } of DIALECTS) {
    const note = (line: number, found: string, done: string): void => notes.add(path, line, id, found, done);
    draft = apply(draft, { path, note, frontMatter, ...finders });
  }
  return draft;
}

const sameWords = (a: string, b: string): boolean => letters(a) === letters(b);
const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
