import { createEngine } from '#search/engine.ts';
import type { Segment } from '#search/segment.ts';
import { type CheckEffects, checkEffects } from '#tool/build/checked-pack.ts';
import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import { countWords } from '#tool/findings.ts';
import { SEARCH_FIGURES, type SearchFigures } from '#tool/search-figures.ts';
import type { Terminal } from '#tool/terminal.ts';
import { type Answer, type Evaluation, evaluate, type Question } from './evaluate.ts';
import { readOlderPages, readSubject, type Subject } from './subject.ts';

export const evalCommand: Command = {
  name: 'eval',
  summary: 'ask a pack its golden set and say how well it answers',
  usage: `satchel eval DIR [--against OLD] [--queries FILE] [--json]

Builds the index of the pack in DIR with the app's own search, asks every question of its queries.json and prints the
place of the first result on a page that answers it ("-" when it is not among the first fifty), and nDCG@10. Below
them are the means. DIR is a pack folder, a folder with one .satchel file, or a folder of Markdown as satchel adopt
takes it; queries.json may stand beside DIR.

The exit code is 0 when every figure reaches what pack.yaml asks for under search, 1 when one does not, 2 when the
questions could not be asked.

  --against OLD    ask a release before, as a .satchel file or a pack folder, the same questions and compare
  --queries FILE   another golden set
  --json           print the report as JSON and nothing else`,
  run: (args, terminal) => runEval(args, terminal),
};

/** What `--json` prints. All figures are 0 to 1; they are not rounded. */
export interface EvalReport extends SearchFigures {
  /** `null`: a folder of Markdown that is no pack yet. */
  readonly pack: string | null;
  readonly sections: number;
  /** `rank`: from 1, `null` when it is not among the first fifty. `before`: of the older release. */
  readonly queries: readonly (Answer & { readonly before?: Omit<Answer, 'query'> })[];
  readonly against?: SearchFigures & { readonly version: string; readonly release: number };
  /** Figures that do not reach what `pack.yaml` asks for, by their names there. */
  readonly below: readonly { readonly figure: string; readonly least: number; readonly reached: number }[];
  /** Paths in the golden set that are none of a page. */
  readonly unknown: readonly string[];
}

export async function runEval(
  args: readonly string[],
  terminal: Terminal,
  effects: Omit<CheckEffects, 'progress'> = checkEffects,
): Promise<ExitCode> {
  const { values, positionals } = readArgs('eval', args, {
    against: { type: 'string' },
    queries: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const dir = onlyOne('eval', 'DIR', positionals);
  const progress = (done: number, all: number): void => terminal.progress('Reading pages', done, all);
  const subject = await readSubject(dir, values.queries, { ...effects, progress });
  const older =
    values.against === undefined ? undefined : await readOlder(values.against, subject, { ...effects, progress });
  const report = reportOf(subject, older);
  if (values.json) terminal.json(report);
  else tell(report, terminal);
  return report.below.length > 0 ? 1 : 0;
}

interface Older {
  readonly about: Pick<NonNullable<EvalReport['against']>, 'version' | 'release'>;
  readonly evaluation: Evaluation;
}

/** A page that has another id now is the same page: the release before is asked for it under its old one. */
function underOldIds(questions: readonly Question[], redirects: Subject['redirects'], had: ReadonlySet<string>) {
  const olds = new Map(
    [...redirects].filter(([from, to]) => had.has(from) && !had.has(to)).map(([from, to]) => [to, from]),
  );
  return questions.map(({ query, pages }) => ({
    query,
    pages: new Map([...pages].map(([id, grade]) => [olds.get(id) ?? id, grade])),
  }));
}

async function readOlder(path: string, { pack, questions, redirects }: Subject, effects: CheckEffects): Promise<Older> {
  const older = await readOlderPages(path, effects);
  const { version, release } = older;
  if (pack !== null && older.pack !== pack) throw new Failure(`${path} is a release of ${older.pack}, not of ${pack}.`);
  const had = new Set(older.ids.values());
  return { about: { version, release }, evaluation: ask(older.segment, underOldIds(questions, redirects, had)) };
}

function ask(segment: Segment, questions: readonly Question[]): Evaluation {
  const engine = createEngine();
  engine.add(segment);
  return evaluate(engine, questions);
}

function reportOf({ pack, segment, questions, unknown, least }: Subject, older: Older | undefined): EvalReport {
  const evaluation = ask(segment, questions);
  const { answers, ...figures } = evaluation;
  const below = SEARCH_FIGURES.flatMap(({ key, setting }) => {
    const wanted = least[setting];
    const reached = figures[key];
    return wanted !== undefined && reached < wanted ? [{ figure: setting, least: wanted, reached }] : [];
  });
  const about = { pack, sections: segment.size, ...figures };
  if (!older) return { ...about, queries: answers, below, unknown };
  const { answers: before, ...olderFigures } = older.evaluation;
  const queries = answers.map((answer, place) => {
    const { rank = null, ndcg10 = 0 } = before[place] ?? {};
    return { ...answer, before: { rank, ndcg10 } };
  });
  return { ...about, queries, against: { ...older.about, ...olderFigures }, below, unknown };
}

const WIDTH = 11;

function tell({ queries, against, below, unknown, ...figures }: EvalReport, terminal: Terminal): void {
  const row = (cells: readonly string[], last = ''): void =>
    terminal.line(`${cells.map((cell) => cell.padStart(WIDTH)).join('')}  ${last}`.trimEnd());
  row(['rank', ...(against ? ['before'] : []), 'nDCG@10'], 'question');
  for (const { query, rank, ndcg10, before } of queries)
    row([placeWords(rank), ...(before ? [placeWords(before.rank)] : []), figureWords(ndcg10)], query);
  terminal.line('');
  if (against) row(['', 'now', against.version]);
  for (const { key, name } of SEARCH_FIGURES)
    row([name, figureWords(figures[key]), ...(against ? [figureWords(against[key])] : [])]);
  terminal.line(`${countWords(queries.length, 'question')}, ${countWords(figures.sections, 'section')}.`);
  if (unknown.length > 0) terminal.line(`Not a page of this pack: ${unknown.join(', ')}.`);
  for (const { figure, least, reached } of below)
    terminal.line(`${nameOf(figure)} is ${figureWords(reached)}: pack.yaml asks for ${least} or more.`);
}

const placeWords = (rank: number | null): string => (rank === null ? '-' : `${rank}`);
/** Rounded down, so that what is below a threshold never reads as if it reached it. */
const figureWords = (figure: number): string => (Math.floor(figure * 1_000 + 1e-9) / 1_000).toFixed(3);
const nameOf = (setting: string): string => SEARCH_FIGURES.find((one) => one.setting === setting)?.name ?? setting;
