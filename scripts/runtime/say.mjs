/** An end that was foreseen: its message is all a person needs, no stack. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}

/** @param {string} text */
export const say = (text) => process.stdout.write(`${text}\n`);

/** @param {number} since `Date.now()` at the start */
export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * A long step: says that it began, how far it is (on a terminal in place, else a line every five seconds) and how
 * long it took.
 * @template T
 * @param {string} label
 * @param {(progress: (text: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const start = Date.now();
  const terminal = process.stdout.isTTY === true;
  let told = start;
  let latest = '';
  const tell = () => {
    if (terminal) process.stdout.write(`\r\u001b[2K${label}: ${latest || seconds(start)}`);
    else say(`${label}: ${latest || 'still going'}, ${seconds(start)}`);
    told = Date.now();
  };
  say(`${label} …`);
  const timer = setInterval(() => Date.now() - told >= 5000 && tell(), 1000);
  try {
    const value = await work((text) => {
      latest = text;
      if (Date.now() - told > (terminal ? 200 : 5000)) tell();
    });
    say(`${terminal ? '\r\u001b[2K' : ''}${label}: done, ${seconds(start)}`);
    return value;
  } catch (error) {
    say(`${terminal ? '\r\u001b[2K' : ''}${label}: failed after ${seconds(start)}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a whole script: foreseen ends print one message, bugs their stack; the exit code is set either way.
 * @param {() => Promise<number | void>} work
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) || 0;
  } catch (error) {
    if (error instanceof Stop) process.stderr.write(`\n${error.message}\n`);
    else process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = error instanceof Stop ? error.exitCode : 1;
  }
}
