import type { Manifest } from '#domain/manifest.ts';
import type { PageBody } from '#domain/page.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { sayIn } from '#domain/words/words.ts';
import { openPack } from '#pack/open-pack.ts';
import { createEngine } from '#search/engine.ts';
import type { Hit, Run } from '#search/results.ts';
import { buildSegment, type Segment } from '#search/segment.ts';
import { type Command, onlyOne, readArgs } from './command.ts';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';

export const searchCommand: Command = {
  name: 'search',
  summary: 'search packs as the app does',
  usage: `satchel search --pack FILE… QUERY [--limit N] [--json]

Searches .satchel files with the app's own search and prints what it would show, best first.

  --pack FILE…  packs to search: file names that end in .satchel, after one --pack or each after its own
  --limit N     how many results, 1 to 1000 (10 unless said)
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
}

async function runSearch(args: readonly string[], terminal: Terminal): Promise<0> {
  const { values, positionals } = readArgs('search', args, {
    pack: { type: 'string', multiple: true, default: [] },
    limit: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  });
  if (values.pack.length === 0)
    throw new Failure('--pack is missing: say which pack to search. See: satchel search --help');
  const words = positionals.findIndex((word) => !word.endsWith('.satchel'));
  const [more, asked] = words < 0 ? [positionals, []] : [positionals.slice(0, words), positionals.slice(words)];
  const query = onlyOne('search', 'QUERY', asked.length > 1 ? [asked.join(' ')] : asked);
  if (!/^[1-9]\d{0,3}$/.test(values.limit)) throw new Failure('--limit needs a whole number from 1 to 1000.');
  const engine = createEngine();
  for (const path of [...values.pack, ...more]) engine.add(await segmentOf(path));
  const { hits } = engine.search(query, { limit: Math.min(1_000, Number(values.limit)), complete: true });
  const found = hits.map(foundOf);
  if (values.json) terminal.json(found);
  else if (found.length === 0) terminal.line('Nothing was found.');
  else for (const [at, result] of found.entries()) tell(result, at + 1, terminal);
  return 0;
}

/** The pack's index, made from its verified pages. */
async function segmentOf(path: string): Promise<Segment> {
  const opened = await openPack(path);
  if (!opened.ok) throw failureOf(opened.problem);
  const { id, title, release, language }: Manifest = opened.value.manifest;
  const pages: PageBody[] = [];
  try {
    for await (const part of opened.value.parts()) {
      if (part.part !== 'pages') continue;
      const lines = new TextDecoder().decode(part.bytes).split('\n');
      for (const line of lines) if (line !== '') pages.push(JSON.parse(line));
    }
  } catch (error) {
    throw error instanceof ProblemError ? failureOf(error.problem) : error;
  } finally {
    await opened.value.close();
  }
  return buildSegment({ pack: id, packTitle: title, release, language, pages });
}

/** The fact alone: what follows it in the app speaks of installed packs. */
const failureOf = (problem: Problem): Failure => new Failure(problemWords(problem, sayIn('en-GB')).fact);

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

function foundOf({ pack, page, path, section, title, heading, score, snippet }: Hit): Found {
  return { pack, page, path, section, title, heading, score, snippet: textOf(snippet) };
}

function tell({ title, heading, pack, path, section, snippet }: Found, place: number, terminal: Terminal): void {
  terminal.line(`${place}. ${title}${heading === title ? '' : ` - ${heading}`}`);
  terminal.line(`   ${pack}: ${path}${section === '' ? '' : `#${section}`}`);
  if (snippet !== '') terminal.line(`   ${snippet.replace(/\s+/g, ' ')}`);
}
