#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import type { Command, ExitCode } from './command.ts';
import { Failure } from './failure.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** Each is loaded when it is asked for: most need much that the others do not. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  lint: async () => (await import('./lint-command.ts')).lintCommand,
  build: async () => (await import('./build/build-command.ts')).buildCommand,
  adopt: async () => (await import('./adopt/command.ts')).adoptCommand,
  search: async () => (await import('./search.ts')).searchCommand,
  eval: async () => (await import('./eval/eval-command.ts')).evalCommand,
  keys: async () => (await import('./publish/keys/keys-command.ts')).keysCommand,
  release: async () => (await import('./publish/release-command.ts')).releaseCommand,
  verify: async () => (await import('./publish/verify-command.ts')).verifyCommand,
  resign: async () => (await import('./publish/resign-command.ts')).resignCommand,
  rotate: async () => (await import('./publish/rotate-command.ts')).rotateCommand,
  withdraw: async () => (await import('./publish/withdraw-command.ts')).withdrawCommand,
};

const commandCalled = async (name = ''): Promise<Command | undefined> =>
  Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;

const usage = async (): Promise<string> => `satchel: the editors' tool of Satchel

${(await Promise.all(Object.values(COMMANDS).map((load) => load())))
  .map(({ name, summary }) => `  satchel ${name.padEnd(8)} ${summary}`)
  .join('\n')}

  satchel COMMAND --help   how a command is called
  satchel --version        the version of this tool`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version') {
    terminal.line(await version());
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = await commandCalled(rest[0]);
    terminal.line(asked?.usage ?? (await usage()));
    return 0;
  }
  if (name === undefined) {
    terminal.note(await usage());
    return 2;
  }
  const command = await commandCalled(name);
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
