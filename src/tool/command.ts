import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** 0: done. 1: done, and what was looked at has errors. 2: could not be done. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** How it is called, and what each option does. */
  readonly usage: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Strict<T extends Options> = { args: string[]; options: T; allowPositionals: true; strict: true };
type Parsed<T extends Options> = ReturnType<typeof parseArgs<Strict<T>>>;

/**
 * Reads a command's arguments.
 * @throws Failure one sentence for the first that does not fit
 */
export function readArgs<const T extends Options>(command: string, args: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Failure(`${sentenceOf(error)} See: satchel ${command} --help`);
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof TypeError) || !('code' in error)) throw error;
  const option = /'(-[^']*)'/.exec(error.message)?.[1]?.split(' ')[0] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${option}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take an argument/.test(error.message)
        ? `The option ${option} takes no value.`
        : `The option ${option.replace(/[<=].*/, '')} needs a value.`;
    default:
      throw error;
  }
}

/** The only positional argument, which is called `name` in the usage text. */
export function onlyOne(command: string, name: string, positionals: readonly string[]): string {
  const [value, extra] = positionals;
  if (value === undefined) throw new Failure(`${name} is missing. See: satchel ${command} --help`);
  if (extra !== undefined) throw new Failure(`Unexpected "${extra}" after ${name}. See: satchel ${command} --help`);
  return value;
}
