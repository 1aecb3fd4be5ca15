import { idSchema } from '#domain/pack/page.ts';
import { createPageParser, type PageParser } from '#tool/build/page-parser.ts';
import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import { countWords } from '#tool/findings.ts';
import type { LinkTable } from '#tool/lint/link-table.ts';
import { isFolder } from '#tool/lint/walk.ts';
import { isInside } from '#tool/real-path.ts';
import type { Terminal } from '#tool/terminal.ts';
import { type AdoptOptions, adopt, adoptEffects } from './adopt.ts';
import { dayOf } from './days.ts';
import type { AdoptReport } from './report.ts';

export const adoptCommand: Command = {
  name: 'adopt',
  summary: 'turn an existing folder of Markdown into a pack folder',
  usage: `satchel adopt DIR --id ID --title T --out DIR [options]

Reads the Markdown in DIR, whatever dialect it is in, and writes a pack folder that builds. DIR is not touched. What
could not be mapped is listed: file, line, what was found, what became of it. Files of other kinds are listed too. A
folder without one page of Markdown is refused.

A pack that was adopted before is brought up to date: pack.yaml keeps what it says, pages of your own stay. Where a
page was changed since, nothing is written and the pages are listed, unless --force is there.

  --id ID            id of the pack: small letters, digits and hyphens
  --title T          title of the pack
  --out DIR          where the pack folder goes: empty, not there yet, or adopted before
  --publisher NAME   who publishes it (default: Adopted)
  --language TAG     its language (default: en-GB)
  --licence NAME     its licence
  --created DAY      day of the release (default: the newest day that a page names, else 1970-01-01)
  --site ADDRESS     where the folder is published: links to there become links to its pages
  --force            write pages anew that were changed since they were adopted
  --json             print the report as JSON and nothing else`,
  run: (args, terminal) => runAdopt(args, terminal),
};

export async function runAdopt(
  args: readonly string[],
  terminal: Terminal,
  parser: () => PageParser = createPageParser,
): Promise<ExitCode> {
  const { values, positionals } = readArgs('adopt', args, {
    id: { type: 'string' },
    title: { type: 'string' },
    out: { type: 'string' },
    publisher: { type: 'string' },
    language: { type: 'string' },
    licence: { type: 'string' },
    created: { type: 'string' },
    site: { type: 'string' },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const dir = onlyOne('adopt', 'DIR', positionals);
  const options: AdoptOptions = {
    id: idOf(needed(values.id, '--id')),
    title: needed(values.title, '--title'),
    out: needed(values.out, '--out'),
    force: values.force,
    ...(values.publisher === undefined ? {} : { publisher: values.publisher }),
    ...(values.language === undefined ? {} : { language: values.language }),
    ...(values.licence === undefined ? {} : { licence: values.licence }),
    ...(values.created === undefined ? {} : { created: createdOf(values.created) }),
    ...(values.site === undefined ? {} : { site: values.site }),
  };
  if (!(await isFolder(dir))) throw new Failure(`${dir} is not a folder that can be read.`);
  await refuseInside(dir, options.out);
  const pages = parser();
  const report = await adopt(dir, options, {
    ...adoptEffects,
    parse: (text) => pages.parse({ text, file: 'pages/adopted.md' }, NOTHING),
    progress: (step, done, all) => terminal.progress(step, done, all),
  }).finally(() => pages.close());
  if (values.json) terminal.json({ ...report, out: options.out });
  else tell(report, options.out, terminal);
  return 0;
}

const NOTHING: LinkTable = { pages: new Map(), redirects: new Map(), images: new Map() };

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new Failure(`${option} is missing. See: satchel adopt --help`);
  return value.trim();
}

function idOf(id: string): string {
  if (idSchema.safeParse(id).success) return id;
  throw new Failure(`--id takes small letters, digits and hyphens, such as engage-early; it was "${id}".`);
}

function createdOf(created: string): string {
  if (dayOf(created) === created) return created;
  throw new Failure(`--created takes a day such as 2026-11-23; it was "${created}".`);
}

/** The folder is not touched, so the pack cannot be written into it. */
async function refuseInside(dir: string, out: string): Promise<void> {
  if (await isInside(out, dir)) throw new Failure(`${out} is in the folder that is adopted. Name one outside it.`);
}

function tell({ pages, images, links, notes, counts }: AdoptReport, out: string, terminal: Terminal): void {
  for (const { file, line, kind, found, done } of notes) terminal.line(`${file}:${line} ${kind}: ${found} — ${done}`);
  for (const [kind, count] of Object.entries(counts)) terminal.line(`${kind}: ${count.toLocaleString('en-GB')}`);
  const parts = [countWords(pages, 'page'), countWords(images, 'picture'), `${countWords(links, 'link')} mapped`];
  terminal.line(`${out}: ${parts.join(', ')}, ${countWords(notes.length, 'note')}.`);
}
