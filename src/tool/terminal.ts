/** Where a command writes. `out` is the result, `err` is for the person at the terminal. */
export interface Terminal {
  /** One line, or several, without control characters. */
  line(text: string): void;
  /** A value as JSON, alone on standard output. */
  json(value: unknown): void;
  /** A line on standard error. */
  note(text: string): void;
  /** How far a long step is; seen on a terminal only. `done === all` clears it. */
  progress(step: string, done: number, all: number): void;
}

interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface TerminalEffects {
  readonly out: Stream;
  readonly err: Stream;
  /** Milliseconds. */
  readonly now: () => number;
}

const terminalEffects: TerminalEffects = {
  out: process.stdout,
  err: process.stderr,
  now: () => performance.now(),
};

// A file name or a title may hold the bytes that move a terminal's cursor or set its title.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function createTerminal(effects: TerminalEffects = terminalEffects): Terminal {
  const { out, err, now } = effects;
  let shown = 0;
  let last = 0;
  const clear = (): void => {
    if (shown > 0) err.write(`\r${' '.repeat(shown)}\r`);
    shown = 0;
  };
  return {
    line: (text) => {
      clear();
      out.write(`${printable(text)}\n`);
    },
    json: (value) => {
      clear();
      out.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    note: (text) => {
      clear();
      err.write(`${printable(text)}\n`);
    },
    progress: (step, done, all) => {
      if (!err.isTTY) return;
      if (done >= all) return clear();
      if (shown > 0 && now() - last < 100) return;
      clear();
      last = now();
      const text = printable(`${step} ${done} of ${all} (${Math.floor((100 * done) / all)} %)`);
      shown = text.length;
      err.write(text);
    },
  };
}

export const printable = (text: string): string =>
  text.replace(CONTROL, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
