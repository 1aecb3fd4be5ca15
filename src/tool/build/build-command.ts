import { type Command, type ExitCode, onlyOne, readArgs } from '#tool/command.ts';
import { Failure } from '#tool/failure.ts';
import { countWords, errorsIn, listFindings } from '#tool/findings.ts';
import { isFolder } from '#tool/lint/walk.ts';
import type { Terminal } from '#tool/terminal.ts';
import { type BuildEffects, type BuildReport, type BuildStage, buildEffects, buildPack } from './build-pack.ts';

const STAGES: Record<BuildStage, string> = {
  check: 'Checking pages',
  pack: 'Packing',
  write: 'Writing',
};

export const buildCommand: Command = {
  name: 'build',
  summary: 'check a pack folder and write it as one .satchel file',
  usage: `satchel build DIR --out DIR [--tree] [--json]

Checks the pack in DIR (an error stops here, a warning does not) and writes <id>-<version>.satchel into the folder
that --out names. The same folder always gives the same bytes. A folder without pages is refused. Says so where a
file of the pack in that folder has the same release with another content, or a higher release or version.

  --out DIR   where the file goes; made if it is not there
  --tree      write the same content as a folder of files too
  --json      print the result as JSON and nothing else`,
  run: (args, terminal) => runBuild(args, terminal),
};

async function runBuild(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs('build', args, {
    out: { type: 'string' },
    tree: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const dir = onlyOne('build', 'DIR', positionals);
  if (values.out === undefined)
    throw new Failure('--out is missing: say where the pack goes. See: satchel build --help');
  if (!(await isFolder(dir))) throw new Failure(`${dir} is not a folder that can be read.`);
  const started = performance.now();
  const report = await buildPack(dir, { out: values.out, tree: values.tree }, effectsOf(terminal, values.json));
  if (values.json) terminal.json({ ...report.built, findings: report.findings, warnings: report.warnings ?? [] });
  else tell(report, terminal, (performance.now() - started) / 1000);
  return report.built ? 0 : 1;
}

function effectsOf(terminal: Terminal, quiet: boolean): BuildEffects {
  let told: BuildStage | undefined;
  return {
    ...buildEffects,
    progress: (stage, done, all) => {
      if (!quiet && stage !== told) terminal.line(`${STAGES[stage]}.`);
      told = stage;
      terminal.progress(STAGES[stage], done, all);
    },
  };
}

function tell({ findings, built, warnings = [] }: BuildReport, terminal: Terminal, seconds: number): void {
  listFindings(findings, terminal, { warnings: 20 });
  if (built === undefined) {
    terminal.line(`Nothing was written: ${countWords(errorsIn(findings), 'error')}. Correct them and build again.`);
    return;
  }
  for (const warning of warnings) terminal.line(`warning: ${warning}`);
  const parts = [
    countWords(built.pages, 'page'),
    countWords(built.sections, 'section'),
    countWords(built.images, 'picture'),
    `${Math.ceil(built.bytes / 1024).toLocaleString('en-GB')} kB`,
    countWords(findings.length + warnings.length, 'warning'),
    `${seconds.toFixed(1)} s`,
  ];
  terminal.line(`${built.file}: ${parts.join(', ')}.`);
}
