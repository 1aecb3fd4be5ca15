#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { adoptCommand } from './adopt/command.ts';
import { buildCommand } from './build/build-command.ts';
import type { Command, ExitCode } from './command.ts';
import { evalCommand } from './eval/eval-command.ts';
import { Failure } from './failure.ts';
import { lintCommand } from './lint-command.ts';
import { keysCommand } from './publish/keys/keys-command.ts';
import { releaseCommand } from './publish/release-command.ts';
import { resignCommand } from './publish/resign-command.ts';
import { rotateCommand } from './publish/rotate-command.ts';
import { verifyCommand } from './publish/verify-command.ts';
import { withdrawCommand } from './publish/withdraw-command.ts';
import { searchCommand } from './search.ts';
import { createTerminal, type Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [
  lintCommand,
  buildCommand,
  adoptCommand,
  searchCommand,
  evalCommand,
  keysCommand,
  releaseCommand,
  verifyCommand,
  resignCommand,
  rotateCommand,
  withdrawCommand,
];

const usage = (): string => `satchel: the editors' tool of Satchel

${COMMANDS.map(({ name, summary }) => `  satchel ${name.padEnd(8)} ${summary}`).join('\n')}

  satchel COMMAND --help   how a command is called
  satchel --version        the version of this tool`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version') {
    terminal.line(await version());
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = COMMANDS.find((command) => command.name === rest[0]);
    terminal.line(asked?.usage ?? usage());
    return 0;
  }
  if (name === undefined) {
    terminal.note(usage());
    return 2;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const what = name.startsWith('-') ? 'option' : 'command';
    throw new Failure(`There is no ${what} ${name}. See: satchel --help`);
  }
  const end = rest.indexOf('--');
  if ((end === -1 ? rest : rest.slice(0, end)).some((arg) => arg === '--help' || arg === '-h')) {
    terminal.line(command.usage);
    return 0;
  }
  return command.run(rest, terminal);
}

/** Of the package, two folders up from the source as from the built file. */
async function version(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const terminal = createTerminal();
try {
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (error) {
  process.exitCode = 2;
  if (error instanceof Failure) terminal.note(`satchel: ${error.message}`);
  else terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
