import { FRONT_MATTER_KEYS, type FrontMatterKey, fitsFrontMatter } from '#tool/lint/page-front.ts';
import { numberOf } from '#tool/lint/written.ts';
import { dayAfter, dayOf, noDay } from './days.ts';

/** Front matter of another tool, as Satchel's; and what it says that has to be settled with the whole folder. */
export interface MappedFront {
  /** Under Satchel's keys. Without id, redirects and source path, which the folder decides. */
  readonly known: Readonly<Partial<Record<FrontMatterKey, unknown>>>;
  /** Everything else under its own name. A name that Satchel uses otherwise gets `source_` before it. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** An id of the page that Satchel can use. */
  readonly id: string | null;
  /** Addresses of the page: where it was published, and where it was before. */
  readonly permalink: string | null;
  readonly aliases: readonly string[];
  /** Keys whose value could not be used, for the report. */
  readonly unused: readonly { readonly key: string; readonly why: string }[];
}

type Data = Readonly<Record<string, unknown>>;

/** A key of ours, the names that others give it in order of preference, how it is read, and what it is when read. */
interface Alias {
  readonly key: FrontMatterKey;
  /** A dot goes into a nested key, which is then kept as well. */
  readonly names: readonly string[];
  readonly read: (value: unknown) => unknown;
  readonly wants: string | ((value: unknown) => string);
}

const alias = (key: FrontMatterKey, names: string, read: Alias['read'], wants: Alias['wants']): Alias => ({
  key,
  names: names.split(' '),
  read,
  wants,
});

const A_TEXT = 'it is no text that fits';
const A_LIST = 'it is no list of texts';

const ALIASES: readonly Alias[] = [
  alias('title', 'title page_title name', text, A_TEXT),
  alias('summary', 'summary description excerpt intro lede', text, A_TEXT),
  alias(
    'order',
    'order nav_order weight sidebar_position menu_order eleventyNavigation.order',
    numberOf,
    'it is no number',
  ),
  alias('tags', 'tags taxonomies.tags', list, A_LIST),
  alias('audience', 'audience audiences', list, A_LIST),
  alias('stage', 'stage stages', list, 'it is no list of the stages of Satchel'),
  alias('ask', 'ask', list, A_LIST),
  alias('owner', 'owner content_owner page_owner owner_slack maintainer', text, A_TEXT),
  alias('status', 'status', text, A_TEXT),
  alias('jurisdiction', 'jurisdiction', text, A_TEXT),
  alias('lang', 'lang language locale', language, 'it is no language tag such as cy'),
  alias('reviewed', 'reviewed last_reviewed_on last_reviewed reviewed_on', dayOf, noDay),
  alias('check_by', 'check_by review_by next_review next_review_date', dayOf, noDay),
  alias('sources', 'sources', (value) => value, 'it is no list of sources as Satchel has them'),
  alias('related', 'related', (value) => value, 'it is no list of page ids'),
];

const ADDRESSES = ['redirect_from', 'aliases', 'redirects', 'redirect_froms'];

export function mapFrontMatter(data: Data): MappedFront {
  const known: Partial<Record<FrontMatterKey, unknown>> = {};
  const used = new Set<string>();
  const unused: { key: string; why: string }[] = [];
  const unread = new Map<string, string>();
  for (const { key, names, read, wants } of ALIASES) {
    for (const name of names) {
      const given = valueAt(data, name);
      if (isNothing(given)) continue;
      const value = read(given);
      if (value !== undefined && value !== null && fitsFrontMatter(key, value)) {
        known[key] = value;
        used.add(name);
        break;
      }
      unread.set(name, typeof wants === 'string' ? wants : wants(given));
    }
  }
  if (known.check_by === undefined && !isNothing(data.review_in)) {
    const day = typeof known.reviewed === 'string' ? dayAfter(known.reviewed, data.review_in) : null;
    if (typeof known.reviewed !== 'string') {
      unused.push({ key: 'review_in', why: 'there is no day of a review to count from, so the page never falls due' });
    } else if (day === null) unused.push({ key: 'review_in', why: 'it is no period such as “6 months”' });
    else known.check_by = day;
  }
  const givenId = text(data.id);
  const id = givenId !== null && fitsFrontMatter('id', givenId) ? givenId : null;
  if (id !== null) used.add('id');
  const aliases = ADDRESSES.flatMap((name) => {
    const values = list(data[name]);
    if (values !== null) used.add(name);
    return values ?? [];
  });
  const permalink = typeof data.permalink === 'string' && isPath(data.permalink) ? data.permalink : published(data);
  if (permalink !== null && permalink === data.permalink) used.add('permalink');
  const extra: [string, unknown][] = [];
  for (const [key, value] of Object.entries(data)) {
    if (used.has(key) || value === null || value === '') continue;
    const taken = FRONT_MATTER_KEYS.some((name) => name === key);
    const why = unread.get(key) ?? 'it is not what Satchel means by it';
    if (taken) unused.push({ key, why: `${why}; kept as source_${key}` });
    else if (unread.has(key)) unused.push({ key, why: `${why}; kept as it is` });
    extra.push([taken ? `source_${key}` : key, value]);
  }
  for (const [key, why] of unread) if (key.includes('.')) unused.push({ key, why: `${why}; kept as it is` });
  return { known, extra: Object.fromEntries(extra), id, permalink, aliases: aliases.filter(isPath), unused };
}

function valueAt(data: Data, name: string): unknown {
  const [first = '', second] = name.split('.');
  const value = Object.hasOwn(data, first) ? data[first] : undefined;
  if (second === undefined) return value;
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(second) : undefined;
}

/** Hugo's `url` and Docusaurus' `slug`, where they name a place from the root of the site. */
function published(data: Data): string | null {
  const found = [data.url, data.slug].find((value) => typeof value === 'string' && /^\/[^/]/.test(value));
  return typeof found === 'string' && isPath(found) ? found : null;
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** An address without a template in it. */
const isPath = (address: string): boolean =>
  address !== '' && address.length <= 1_000 && !/\{\{|\{%|[\n]/.test(address);

function text(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  const line = value.replace(/\s+/g, ' ').trim();
  return line === '' || /\{\{|\{%|<%/.test(line) ? null : line;
}

/** A list of short texts; commas part a text. Anything nested is no list of texts. */
function list(value: unknown): string[] | null {
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : null;
  if (!items?.every((item) => ['string', 'number', 'boolean'].includes(typeof item))) return null;
  return [...new Set(items.map((item) => String(item).trim()).filter((item) => item !== ''))];
}

function language(value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const [main = '', ...rest] = value.trim().replaceAll('_', '-').split('-');
  return [main.toLowerCase(), ...rest].join('-');
}
