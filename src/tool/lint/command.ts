import { createPageParser, type PageParser } from '#tool/build/page-parser.ts';
import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import { countWords, errorsIn, listFindings } from '#tool/findings.ts';
import type { Terminal } from '#tool/terminal.ts';
import { lintEffects, lintPack } from './lint.ts';
import { RULES } from './rules.ts';
import { isFolder } from './walk.ts';

export const lintCommand: Command = {
  name: 'lint',
  summary: 'check a pack folder: what would mislead or break a reader',
  usage: `satchel lint DIR [--json]
satchel lint --rules [--json]

Checks the pack in DIR. Each finding says where it is, what was found, what was expected and how to put it right.
Ends with 0 when there is no error, 1 when there are errors, 2 when DIR could not be checked.

  --json    print {findings, errors, warnings} as JSON and nothing else
  --rules   list the rules, their level and the reason for each; pack.yaml sets another level under lint:`,
  run: (args, terminal) => runLint(args, terminal),
};

export async function runLint(
  args: readonly string[],
  terminal: Terminal,
  parser: () => PageParser = createPageParser,
): Promise<ExitCode> {
  const { values, positionals } = readArgs('lint', args, {
    json: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
  });
  if (values.rules) return listRules(terminal, values.json);
  const dir = onlyOne('lint', 'DIR', positionals);
  if (!(await isFolder(dir))) throw new Failure(`${dir} is not a folder that can be read.`);
  const pages = parser();
  const { findings, source } = await lintPack(dir, {
    ...lintEffects,
    parse: ({ text, file, meta }, _context, { settings, table }) => {
      const lang = meta.lang ?? settings?.language;
      return pages.parse({ text, file, ...(lang === undefined ? {} : { lang }) }, table);
    },
    progress: (done, all) => terminal.progress('Checking pages', done, all),
  }).finally(() => pages.close());
  const errors = errorsIn(findings);
  const warnings = findings.length - errors;
  if (values.json) terminal.json({ findings, errors, warnings });
  else {
    listFindings(findings, terminal);
    const parts = [countWords(errors, 'error'), countWords(warnings, 'warning')];
    terminal.line(`${countWords(source.pages.length, 'page')} checked: ${parts.join(', ')}.`);
  }
  return errors > 0 ? 1 : 0;
}

function listRules(terminal: Terminal, json: boolean): ExitCode {
  const rules = RULES.map(({ id, level, why, fixed }) => ({ id, level, fixed: fixed === true, why }));
  if (json) terminal.json({ rules });
  else
    for (const { id, level, fixed, why } of rules) terminal.line(`${id} (${level}${fixed ? ', fixed' : ''}): ${why}`);
  return 0;
}
