import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromReader, QuestionName, Questions } from '#reading/questions.ts';
import { bundleForNode } from './node-bundle.ts';
import { ROOT } from './source-files.ts';

interface Told {
  readonly message: Exclude<FromReader, { kind: 'beat' }>;
  readonly time: number;
  readonly memory: number;
}

/** What a question was answered, and what it cost the process that answered it. */
interface Costly {
  readonly message: Told['message'];
  /** Milliseconds of processor time. */
  readonly time: number;
}

/** The reader of files of others in a process of its own, which nobody watches: what it takes is measured. */
export class ReaderApart {
  readonly #child: ChildProcess;
  #ids = 0;
  #time = 0;
  /** The most kilobytes that the process ever had. */
  memory = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** @param folder takes the bundle */
  static async start(folder: string): Promise<ReaderApart> {
    await bundleForNode({ 'reader-child': join(ROOT, 'tests/support/reader-child.ts') }, folder, 'mjs');
    const child = fork(join(folder, 'reader-child.mjs'), { serialization: 'advanced' });
    await once(child, 'message');
    return new ReaderApart(child);
  }

  async ask<N extends QuestionName>(name: N, asked: Parameters<Questions[N]>[0]): Promise<Costly> {
    this.#ids += 1;
    this.#child.send({ id: this.#ids, name, asked });
    const [told] = (await once(this.#child, 'message')) as [Told];
    const time = told.time - this.#time;
    this.#time = told.time;
    this.memory = told.memory;
    return { message: told.message, time };
  }

  async end(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }
}
