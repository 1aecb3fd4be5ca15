import { createEngine } from '#search/engine.ts';
import type { Explanation } from '#search/explain.ts';
import type { Hit, Run } from '#search/results.ts';
import { type Command, onlyOne, readArgs } from './command.ts';
import { Failure } from './failure.ts';
import { readRelease, segmentOf } from './read-release.ts';
import { scoreLines } from './score-lines.ts';
import type { Terminal } from './terminal.ts';

export const searchCommand: Command = {
  name: 'search',
  summary: 'search packs as the app does',
  usage: `satchel search --pack FILE… QUERY [--limit N] [--explain] [--json]

Searches .satchel files with the app's own search and prints what it would show, best first.

  --pack FILE…  packs to search: file names that end in .satchel, after one --pack or each after its own
  --limit N     how many results, 1 to 1000 (10 unless said)
  --explain     the parts of each score: what every word was read as, where it stands and what it adds, what other
                sections of the page add, and what is added for words side by side and in the heading
  --json        print the results as JSON and nothing else`,
  run: (args, terminal) => runSearch(args, terminal),
};

/** A result as `--json` prints it. `path` is the Markdown file in the folder the pack was made or adopted from. */
interface Found {
  readonly pack: string;
  readonly page: string;
  readonly path: string;
  readonly section: string;
  readonly title: string;
  readonly heading: string;
  readonly score: number;
  readonly snippet: string;
  /** With `--explain`: the score is the sum of its parts. */
  readonly explanation?: Explanation;
}

async function runSearch(args: readonly string[], terminal: Terminal): Promise<0> {
  const { values, positionals } = readArgs('search', args, {
    pack: { type: 'string', multiple: true, default: [] },
    limit: { type: 'string', default: '10' },
    explain: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  if (values.pack.length === 0)
    throw new Failure('--pack is missing: say which pack to search. See: satchel search --help');
  const words = positionals.findIndex((word) => !word.endsWith('.satchel'));
  const [more, asked] = words < 0 ? [positionals, []] : [positionals.slice(0, words), positionals.slice(words)];
  const query = onlyOne('search', 'QUERY', asked.length > 1 ? [asked.join(' ')] : asked);
  if (!/^[1-9]\d{0,3}$/.test(values.limit)) throw new Failure('--limit needs a whole number from 1 to 1000.');
  const engine = createEngine();
  for (const path of [...values.pack, ...more]) engine.add(segmentOf(await readRelease(path)));
  const options = { limit: Math.min(1_000, Number(values.limit)), complete: true };
  const found = engine.search(query, options).hits.map((hit) => {
    const explanation = values.explain ? engine.explain(query, hit, options) : null;
    return { ...foundOf(hit), ...(explanation ? { explanation } : {}) };
  });
  if (values.json) terminal.json(found);
  else if (found.length === 0) terminal.line('Nothing was found.');
  else for (const [at, result] of found.entries()) tell(result, at + 1, terminal);
  return 0;
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

function foundOf({ pack, page, path, section, title, heading, score, snippet }: Hit): Found {
  return { pack, page, path, section, title, heading, score, snippet: textOf(snippet) };
}

function tell(
  { title, heading, pack, path, section, snippet, explanation }: Found,
  place: number,
  terminal: Terminal,
): void {
  terminal.line(`${place}. ${title}${heading === title ? '' : ` - ${heading}`}`);
  terminal.line(`   ${pack}: ${path}${section === '' ? '' : `#${section}`}`);
  if (snippet !== '') terminal.line(`   ${snippet.replace(/\s+/g, ' ')}`);
  if (explanation) for (const line of scoreLines(explanation)) terminal.line(`     ${line}`);
}
