import { checkEffects, checkedPack } from './build/checked-pack.ts';
import { type Command, type ExitCode, onlyOne, readArgs } from './command.ts';
import { Failure } from './failure.ts';
import { countWords, errorsIn, listFindings } from './findings.ts';
import { pagesBefore, removedPages } from './lint/removed-pages.ts';
import { isFolder } from './lint/walk.ts';
import type { Terminal } from './terminal.ts';

export const lintCommand: Command = {
  name: 'lint',
  summary: 'check a pack folder and say what is wrong',
  usage: `satchel lint DIR [--against OLD] [--json]

Checks the pack in DIR. Each finding is one line: where it is, its rule, what is unexpected, and how to put it right.
The exit code is 0 when nothing is an error, 1 when something is, 2 when the check could not run. A rule's level can
be set in pack.yaml, under lint.

  --against OLD   a release before, as a .satchel file or a pack folder: pages that are gone need a redirect_from
  --json          print {findings, errors, warnings} as JSON and nothing else`,
  run: (args, terminal) => runLint(args, terminal),
};

async function runLint(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs('lint', args, {
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
  });
  const dir = onlyOne('lint', 'DIR', positionals);
  if (!(await isFolder(dir))) throw new Failure(`${dir} is not a folder that can be read.`);
  const progress = (done: number, all: number): void => terminal.progress('Checking pages', done, all);
  const report = await checkedPack(dir, { ...checkEffects, progress });
  const { pages } = report;
  const gone = values.against === undefined ? [] : removedPages(await pagesBefore(values.against), report);
  const findings = [...gone, ...report.findings];
  const errors = errorsIn(findings);
  const warnings = findings.length - errors;
  if (values.json) terminal.json({ findings, errors, warnings });
  else {
    listFindings(findings, terminal);
    const found = `${countWords(errors, 'error')} and ${countWords(warnings, 'warning')}`;
    terminal.line(`${countWords(pages.length, 'page')} checked: ${found}.`);
  }
  return errors > 0 ? 1 : 0;
}
