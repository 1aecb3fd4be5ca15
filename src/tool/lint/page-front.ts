import { idSchema, type PageMeta, pageMetaSchema } from '#domain/pack/page.ts';
import { z } from '#domain/schema.ts';
import type { FrontMatter } from '#markdown/front-matter.ts';
import { type Fault, lineOfKey, wordsFor } from './fault.ts';
import { numeric, written } from './written.ts';
import { yamlWords } from './yaml-words.ts';

/** What front matter says of a page: everything in `PageMeta` but the words, which are counted from the text. */
export interface PageFront {
  readonly meta: Omit<PageMeta, 'words' | 'title'> & { readonly title: string | null };
  /** Old ids and addresses of the page. */
  readonly redirects: readonly string[];
  readonly faults: readonly Fault[];
  /** What it holds could not be read at all: nothing is known to be missing. */
  readonly unread?: true;
}

const fields = pageMetaSchema.shape;
const day = fields.reviewed.unwrap();

/** One text stands for a list of one. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (isOne(value) ? [value] : value), z.array(written(item)).max(500));

const isOne = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

const sourceFields = fields.sources.unwrap().shape;
const sourceSchema = z.strictObject({
  ...sourceFields,
  title: written(sourceFields.title),
  publisher: written(sourceFields.publisher),
  date: day.optional(),
});

/** Front matter key by key: its name in a file, its schema, and what to say that was expected. */
const KEYS = {
  id: [written(idSchema), 'small letters, digits and hyphens, up to 120'],
  title: [written(fields.title.min(1)), 'a text of up to 300 characters'],
  summary: [written(fields.summary.unwrap()), 'a text of up to 2,000 characters'],
  order: [numeric(z.number()), 'a number'],
  stage: [listOf(fields.stage.unwrap()), 'a list of explore, shape, prepare, buy, deliver, review'],
  audience: [listOf(fields.audience.unwrap()), 'a list of texts'],
  ask: [listOf(fields.ask.unwrap()), 'a list of texts'],
  tags: [listOf(fields.tags.unwrap()), 'a list of texts'],
  jurisdiction: [written(fields.jurisdiction.unwrap()), 'a text such as England'],
  owner: [written(fields.owner.unwrap()), 'a text'],
  status: [written(fields.status.unwrap()), 'a text'],
  lang: [z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), 'a language tag such as cy'],
  reviewed: [day, 'a day such as 2026-11-23'],
  check_by: [day, 'a day such as 2026-11-23'],
  sources: [
    z.array(sourceSchema).max(500),
    'a list of sources, each with a title and perhaps publisher, date (such as 2026-11-23) and url',
  ],
  related: [listOf(idSchema), 'a list of page ids'],
  redirect_from: [listOf(z.string().min(1).max(1_000)), 'a list of old ids or addresses'],
  source_path: [written(z.string().min(1).max(1_000)), 'a path'],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

export type FrontMatterKey = keyof typeof KEYS;
export const FRONT_MATTER_KEYS = Object.keys(KEYS) as readonly FrontMatterKey[];

type Value<K extends FrontMatterKey> = z.infer<(typeof KEYS)[K][0]>;

/** Whether front matter may hold this value under this key. */
export function fitsFrontMatter(key: FrontMatterKey, value: unknown): boolean {
  return KEYS[key][0].safeParse(value).success;
}

/**
 * Maps front matter to facts. It always succeeds: what does not fit is a fault, and stays under its own name in
 * `extra` so that nothing an author wrote is lost. `file` is the page's path in the pack folder.
 */
export function readPageFront(frontMatter: FrontMatter | null, text: string, file: string): PageFront {
  const faults: Fault[] = [];
  const data = frontMatter && 'data' in frontMatter ? frontMatter.data : {};
  if (frontMatter && 'error' in frontMatter) {
    const { line, column, error } = frontMatter;
    const words = yamlWords(error, text.split(/\r\n|\r|\n/, line)[line - 1] ?? '');
    const fix = words?.fix ?? 'Correct the front matter: keys and values between two lines of ---.';
    faults.push({ line, column, message: words?.message ?? `Unexpected front matter (${error}), expected YAML`, fix });
  } else if (!frontMatter) {
    const message = 'Unexpected page without front matter, expected at least id and title';
    faults.push({ line: 1, column: 1, message, fix: 'Begin the file with --- and the keys id and title.' });
  } else if (data.id === undefined) {
    const message = 'Unexpected missing "id", expected one that never changes';
    faults.push({ line: 1, column: 1, message, fix: `Add "id: ${idFromFile(file)}".` });
  }
  const extra: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) if (!isKey(key)) extra[key] = value;
  const read = <K extends FrontMatterKey>(key: K): Value<K> | undefined => {
    const value = data[key];
    if (value === undefined || value === null) return undefined;
    const [schema, expected] = KEYS[key];
    const result = schema.safeParse(value);
    if (result.success) return result.data as Value<K>;
    extra[key] = value;
    const message = `Unexpected ${misfit(key, value, result.error)}, expected ${expected}`;
    faults.push({ line: lineOfKey(text, key), column: 1, message, fix: `Correct "${key}" in the front matter.` });
    return undefined;
  };
  const optional = <K extends FrontMatterKey, N extends string>(key: K, name: N) => {
    const value = read(key);
    return (value === undefined ? {} : { [name]: value }) as { [P in N]?: Value<K> };
  };
  const meta = {
    id: read('id') ?? idFromFile(file),
    path: read('source_path') ?? file,
    title: read('title') ?? null,
    ...optional('summary', 'summary'),
    ...optional('order', 'order'),
    stage: read('stage') ?? [],
    audience: read('audience') ?? [],
    ask: read('ask') ?? [],
    tags: read('tags') ?? [],
    ...optional('jurisdiction', 'jurisdiction'),
    ...optional('owner', 'owner'),
    ...optional('status', 'status'),
    ...optional('lang', 'lang'),
    ...optional('reviewed', 'reviewed'),
    ...optional('check_by', 'checkBy'),
    sources: read('sources') ?? [],
    related: read('related') ?? [],
    extra: extra as PageMeta['extra'],
  };
  const unread = frontMatter && 'error' in frontMatter ? { unread: true as const } : {};
  return { meta, redirects: read('redirect_from') ?? [], faults, ...unread };
}

/** What does not fit, as near as the schema says: of a list the entry, of an entry its key. */
function misfit(key: string, value: unknown, error: z.ZodError): string {
  const [issue] = error.issues;
  const [at, name] = issue?.path ?? [];
  if (!Array.isArray(value) || typeof at !== 'number') return `${wordsFor(value)} for "${key}"`;
  const entry: unknown = value[at];
  const place = `entry ${at + 1} of "${key}"`;
  if (issue?.code === 'unrecognized_keys') return `key "${issue.keys[0] ?? ''}" in ${place}`;
  if (typeof name !== 'string' || typeof entry !== 'object' || entry === null) return `${wordsFor(entry)} as ${place}`;
  return `${wordsFor(new Map<string, unknown>(Object.entries(entry)).get(name))} for "${name}" of ${place}`;
}

const isKey = (key: string): key is FrontMatterKey => Object.hasOwn(KEYS, key);

/** An id made from a path: letters without accents, digits and hyphens. Not unique by itself. */
export function idFromFile(file: string): string {
  const plain = file
    .replace(/^pages\//, '')
    .replace(/\.md$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  return plain || 'page';
}

const LONGEST_ID = 120;
