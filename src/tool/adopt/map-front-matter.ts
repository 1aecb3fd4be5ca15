import { FRONT_MATTER_KEYS, type FrontMatterKey, fitsFrontMatter } from '#tool/lint/page-front.ts';
import { dayAfter, dayOf } from './days.ts';

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

/** Names in order of preference. A dot goes into a nested key, which is then kept as well. */
const ALIASES: readonly (readonly [
  key: FrontMatterKey,
  names: readonly string[],
  read: (value: unknown) => unknown,
])[] = [
  ['title', ['title', 'page_title', 'name'], text],
  ['summary', ['summary', 'description', 'excerpt', 'intro', 'lede'], text],
  ['order', ['order', 'nav_order', 'weight', 'sidebar_position', 'menu_order', 'eleventyNavigation.order'], number],
  ['tags', ['tags'], list],
  ['audience', ['audience', 'audiences'], list],
  ['stage', ['stage', 'stages'], list],
  ['ask', ['ask'], list],
  ['owner', ['owner', 'content_owner', 'page_owner', 'owner_slack', 'maintainer'], text],
  ['status', ['status'], text],
  ['jurisdiction', ['jurisdiction'], text],
  ['lang', ['lang', 'language', 'locale'], language],
  ['reviewed', ['reviewed', 'last_reviewed_on', 'last_reviewed', 'reviewed_on'], dayOf],
  ['check_by', ['check_by', 'review_by', 'next_review', 'next_review_date'], dayOf],
  ['sources', ['sources'], (value) => value],
  ['related', ['related'], (value) => value],
];

const ADDRESSES = ['redirect_from', 'aliases', 'redirects', 'redirect_froms'];

export function mapFrontMatter(data: Data): MappedFront {
  const known: Partial<Record<FrontMatterKey, unknown>> = {};
  const used = new Set<string>();
  const unused: { key: string; why: string }[] = [];
  for (const [key, names, read] of ALIASES) {
    for (const name of names) {
      const value = read(valueAt(data, name));
      if (value === undefined || value === null || !fitsFrontMatter(key, value)) continue;
      known[key] = value;
      used.add(name);
      break;
    }
  }
  if (known.check_by === undefined && typeof known.reviewed === 'string' && data.review_in !== undefined) {
    const day = dayAfter(known.reviewed, data.review_in);
    if (day === null) unused.push({ key: 'review_in', why: 'it is no period such as “6 months”' });
    else known.check_by = day;
  }
  const id = typeof data.id === 'string' && fitsFrontMatter('id', data.id) ? data.id : null;
  if (id !== null) used.add('id');
  const aliases = ADDRESSES.flatMap((name) => {
    const values = list(data[name]);
    if (values !== null) used.add(name);
    return values ?? [];
  });
  const permalink = typeof data.permalink === 'string' && isPath(data.permalink) ? data.permalink : null;
  if (permalink !== null) used.add('permalink');
  const extra: [string, unknown][] = [];
  for (const [key, value] of Object.entries(data)) {
    if (used.has(key) || value === null || value === '') continue;
    const taken = FRONT_MATTER_KEYS.some((name) => name === key);
    if (taken) unused.push({ key, why: `it is not what Satchel means by it; kept as source_${key}` });
    extra.push([taken ? `source_${key}` : key, value]);
  }
  return { known, extra: Object.fromEntries(extra), id, permalink, aliases: aliases.filter(isPath), unused };
}

function valueAt(data: Data, name: string): unknown {
  const [first = '', second] = name.split('.');
  const value = Object.hasOwn(data, first) ? data[first] : undefined;
  if (second === undefined) return value;
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(second) : undefined;
}

/** An address without a template in it. */
const isPath = (address: string): boolean =>
  address !== '' && address.length <= 1_000 && !/\{\{|\{%|[\n]/.test(address);

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const line = value.replace(/\s+/g, ' ').trim();
  return line === '' || /\{\{|\{%/.test(line) ? null : line;
}

function number(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}

/** A list of short texts; commas part a text. Anything nested is no list of texts. */
function list(value: unknown): string[] | null {
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : null;
  if (!items?.every((item) => ['string', 'number', 'boolean'].includes(typeof item))) return null;
  return [...new Set(items.map((item) => String(item).trim()).filter((item) => item !== ''))];
}

function language(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const [main = '', ...rest] = value.trim().replaceAll('_', '-').split('-');
  return [main.toLowerCase(), ...rest].join('-');
}
