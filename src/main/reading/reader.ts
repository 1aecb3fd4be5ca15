import { ProblemError } from '#domain/problem.ts';
import type { FromReader, QuestionName, Questions, ReadingProgress, ToReader } from '#reading/questions.ts';

/** The process as this file needs it. */
interface ReaderProcess {
  post(message: ToReader): void;
  /** What it has of the laptop by now: kilobytes of memory, milliseconds of processor time. */
  uses(): { readonly memory: number; readonly time: number };
  end(): void;
}

export type StartReader = (heard: (message: FromReader) => void, gone: () => void) => ReaderProcess;

export interface ReaderEffects {
  readonly start: StartReader;
  /** Calls again and again, every so many milliseconds; the answer stops it. */
  readonly every: (ms: number, look: () => void) => () => void;
}

/** Why a question has no answer: it took more time or memory than it may, it was stopped, or the process is gone. */
export type EndedWhy = 'time' | 'memory' | 'stopped' | 'gone';

export class ReadingEnded extends Error {
  readonly why: EndedWhy;
  constructor(why: EndedWhy) {
    super(`reading ended: ${why}`);
    this.name = 'ReadingEnded';
    this.why = why;
  }
}

type Answer<N extends QuestionName> = ReturnType<Questions[N]>;
type Asked<N extends QuestionName> = Parameters<Questions[N]>[0];

/** Asks the process for files of others, one question after the other. It starts with the first, or shortly before. */
export interface Reader {
  /**
   * @param told how far it is, now and then
   * @throws ProblemError what the file is refused with
   * @throws ReadingEnded the process was ended; the next question has a new one
   */
  ask<N extends QuestionName>(name: N, asked: Asked<N>, told?: (progress: ReadingProgress) => void): Promise<Answer<N>>;
  /** Starts the process where none runs: a question comes soon, and who asks it should not wait for the start. */
  ready(): void;
  /** Ends what is being asked. */
  stop(): void;
}

/** Milliseconds between two looks. A laptop that slept counts one. */
const LOOK = 50;
/**
 * Milliseconds of processor time without a word: one step of work never takes this long. A refusal comes within two
 * seconds. By the wall a laptop that is busy with other things would refuse what it opens on a better day.
 */
const MOST_SILENT = 1_200;
/** Milliseconds of processor time that a question may take at least, more for each megabyte and each note it has. */
const LEAST = 1_500;
const EACH_MEGABYTE = 150;
const EACH_PIECE = 20;
/** By the wall it may take so many times as long: a folder on a network is slow, and a pipe gives nothing ever. */
const BY_THE_WALL = 6;
/** Milliseconds until a new process says its first word, on a laptop that is busy. */
const MOST_STARTING = 15_000;
/** Kilobytes. The largest file that is allowed needs about half. */
const MOST_MEMORY = 800_000;
/** Milliseconds without a question after which the process goes; it starts again in a fifth of a second. */
const IDLE = 30_000;

const MEGABYTE = 1_000_000;

const mostTime = ({ total, bytes }: ReadingProgress): number =>
  LEAST + (bytes / MEGABYTE) * EACH_MEGABYTE + total * EACH_PIECE;

interface Pending {
  readonly id: number;
  readonly settle: (message: Exclude<FromReader, { kind: 'beat' }>) => void;
  readonly fail: (why: EndedWhy) => void;
  readonly told: (progress: ReadingProgress) => void;
  progress: ReadingProgress;
}

/** Milliseconds since something: by the looks that were taken, and of the process's own processor time. */
class Taken {
  #looks = 0;
  #used: number | null = null;
  wall = 0;
  work = 0;

  begin(): void {
    this.#looks = 0;
    this.#used = null;
    this.wall = 0;
    this.work = 0;
  }

  look(used: number): void {
    this.#looks += 1;
    this.#used ??= used;
    this.wall = this.#looks * LOOK;
    this.work = used - this.#used;
  }

  isMore(most: number): boolean {
    return this.work > most || this.wall > most * BY_THE_WALL;
  }
}

const NOTHING: ReadingProgress = { done: 0, total: 0, bytes: 0 };

export function openReader({ start, every }: ReaderEffects): Reader {
  let running: ReaderProcess | null = null;
  let begun = false;
  const silent = new Taken();
  const taken = new Taken();
  let idle = 0;
  let stopLooking = (): void => undefined;
  let pending: Pending | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let ids = 0;

  const end = (why: EndedWhy): void => {
    stopLooking();
    const ended = running;
    running = null;
    ended?.end();
    pending?.fail(why);
  };

  const look = (): void => {
    if (running === null) return;
    if (pending === null) {
      idle += LOOK;
      if (idle > IDLE) end('gone');
      return;
    }
    idle = 0;
    const { memory, time } = running.uses();
    silent.look(time);
    if (!begun) {
      if (silent.wall > MOST_STARTING) end('gone');
      return;
    }
    taken.look(time);
    if (memory > MOST_MEMORY) end('memory');
    else if (silent.isMore(MOST_SILENT) || taken.isMore(mostTime(pending.progress))) end('time');
  };

  const begin = (): ReaderProcess => {
    begun = false;
    silent.begin();
    idle = 0;
    const process: ReaderProcess = start(
      (message) => {
        if (running !== process) return;
        begun = true;
        silent.begin();
        if (message.kind !== 'beat') {
          if (message.id === pending?.id) pending.settle(message);
        } else if (pending !== null && message.progress !== null) {
          pending.progress = message.progress;
          pending.told(message.progress);
        }
      },
      () => {
        if (running === process) end('gone');
      },
    );
    running = process;
    stopLooking = every(LOOK, look);
    return process;
  };

  const askNow = <N extends QuestionName>(
    name: N,
    asked: Asked<N>,
    told: (progress: ReadingProgress) => void,
  ): Promise<Answer<N>> =>
    new Promise<Answer<N>>((resolve, reject) => {
      const id = ++ids;
      const done = (): void => {
        pending = null;
      };
      pending = {
        id,
        told,
        progress: NOTHING,
        fail: (why) => {
          done();
          reject(new ReadingEnded(why));
        },
        settle: (message) => {
          done();
          if (message.kind === 'answer') resolve(message.value as Answer<N>);
          else if (message.kind === 'problem') reject(new ProblemError(message.problem));
          else reject(new Error(message.message));
        },
      };
      silent.begin();
      taken.begin();
      (running ?? begin()).post({ id, name, asked });
    });

  return {
    ask(name, asked, told = () => undefined) {
      const answer = turn.then(() => askNow(name, asked, told));
      turn = answer.catch(() => undefined);
      return answer;
    },
    ready: () => {
      if (running === null) begin();
      idle = 0;
    },
    stop: () => {
      if (pending !== null) end('stopped');
    },
  };
}

/** Looks by the laptop's own clock; it does not keep the app from ending. */
export const everyLook: ReaderEffects['every'] = (ms, look) => {
  const timer = setInterval(look, ms);
  timer.unref();
  return () => clearInterval(timer);
};
