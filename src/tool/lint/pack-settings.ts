import { manifestSchema } from '#domain/pack/manifest.ts';
import { z } from '#domain/schema.ts';
import { readYaml } from '#markdown/front-matter.ts';
import { SEARCH_FIGURES } from '#tool/search-figures.ts';
import { type Fault, lineOfKey, wordsFor } from './fault.ts';
import { LEVELS } from './finding.ts';
import { numeric, written } from './written.ts';
import { yamlWords } from './yaml-words.ts';

const fields = manifestSchema.shape;

const share = numeric(z.number().min(0).max(1)).optional();
const FIGURES = SEARCH_FIGURES.map(({ setting }) => setting);
const leastFigures = Object.fromEntries(FIGURES.map((figure) => [figure, share])) as Readonly<
  Record<(typeof FIGURES)[number], typeof share>
>;

/** `pack.yaml`: who publishes the pack, which release this is, how strict the checks are. */
const packSettingsSchema = z.strictObject({
  id: written(fields.id),
  title: written(fields.title),
  summary: written(fields.summary),
  version: written(fields.version),
  release: fields.release,
  publisher: written(fields.publisher),
  language: fields.language.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  licence: written(fields.licence),
  marking: fields.marking,
  created: fields.created,
  min_app: written(fields.minApp),
  notes: written(fields.notes),
  /** Level of a rule where it differs from the rule's own. */
  lint: z.record(z.string(), z.enum(LEVELS)).default({}),
  /** Least values of the figures of `satchel eval`. */
  search: z.strictObject(leastFigures).default({}),
});

export type PackSettings = z.infer<typeof packSettingsSchema>;

const EXPECTED: Readonly<Record<string, string>> = {
  id: 'small letters, digits and hyphens',
  title: 'a text of 1 to 200 characters',
  summary: 'a text of up to 1,000 characters',
  version: 'a text in quotation marks, such as "2026.11"',
  release: 'a whole number from 1',
  publisher: 'a text of 1 to 200 characters',
  language: 'a language tag such as en-GB',
  licence: 'a text such as CC-BY-4.0',
  marking: 'OFFICIAL or OFFICIAL-SENSITIVE',
  created: 'a day such as 2026-11-23',
  min_app: 'a version of Satchel such as 1.0.0',
  notes: 'a text of up to 20,000 characters',
  lint: 'rules with a level: error, warning or off',
  search: `least values for ${FIGURES.join(', ')}`,
  ...Object.fromEntries(FIGURES.map((figure) => [`search.${figure}`, 'a number from 0 to 1'])),
};
const KEYS = Object.keys(packSettingsSchema.shape).join(', ');

/** Reads `pack.yaml`. Every fault at once; settings only when there is none. */
export function readPackSettings(text: string): {
  readonly settings: PackSettings | null;
  readonly faults: readonly Fault[];
} {
  const yaml = readYaml(text);
  if ('error' in yaml) {
    // The reader counts from a `---` line above.
    const line = Math.max(1, yaml.line - 1);
    const words = yamlWords(yaml.error, text.split(/\r\n|\r|\n/, line)[line - 1] ?? '');
    const message = words?.message ?? `Unexpected YAML (${yaml.error}), expected keys and values`;
    const fix = words?.fix ?? 'Correct the YAML on this line.';
    return { settings: null, faults: [{ line, column: yaml.column, message, fix }] };
  }
  const result = packSettingsSchema.safeParse(yaml.data);
  if (result.success) return { settings: result.data, faults: [] };
  const faults = [...faultyKeys(result.error.issues)].map((key): Fault => {
    const line = lineOf(text, key);
    const value = valueAt(yaml.data, key);
    const expected = EXPECTED[key];
    if (!expected) {
      const known = key.startsWith('search.') ? FIGURES.join(', ') : KEYS;
      return { line, column: 1, message: `Unexpected key "${key}", expected one of ${known}`, fix: `Remove "${key}".` };
    }
    const found = value === undefined ? `missing "${key}"` : `${wordsFor(value)} for "${key}"`;
    return { line, column: 1, message: `Unexpected ${found}, expected ${expected}`, fix: `Set "${key}" in pack.yaml.` };
  });
  return { settings: null, faults };
}

/** The first of each path; of `search` the figure too: `search.ndcg_at_10`. */
function faultyKeys(issues: readonly z.core.$ZodIssue[]): ReadonlySet<string> {
  return new Set(
    issues.flatMap((issue) => {
      const path = issue.path.slice(0, issue.path[0] === 'search' ? 2 : 1).map(String);
      const ends = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]];
      return ends.map((end) => [...path, ...end].join('.'));
    }),
  );
}

function valueAt(data: Readonly<Record<string, unknown>>, key: string): unknown {
  const [first = '', figure] = key.split('.');
  const value = data[first];
  if (figure === undefined) return value;
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === figure)?.[1]
    : undefined;
}

function lineOf(text: string, key: string): number {
  const [first = '', figure] = key.split('.');
  const line = lineOfKey(text, first);
  return figure === undefined ? line : Math.max(line, lineOfKey(text.replace(/^[ \t]+/gm, ''), figure));
}
