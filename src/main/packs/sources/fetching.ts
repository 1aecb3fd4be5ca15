import type { SourceFault } from '#domain/pack/source.ts';
import { CarrierRefused, type RepositoryCarrier, untilStopped } from '#pack/carriers/repository-carrier.ts';
import { withinTime } from '#pack/carriers/within-time.ts';
import type { QuestionName, Questions } from '#reading/questions.ts';
import { type Reader, ReadingEnded } from '../../reading/reader.ts';
import type { ReleaseStore } from './release-store.ts';

/** Ends a fetch with its reason. */
export class FetchRefused extends Error {
  readonly fault: SourceFault;
  constructor(fault: SourceFault) {
    super(fault);
    this.name = 'FetchRefused';
    this.fault = fault;
  }
}

export interface Fetching {
  readonly carrier: RepositoryCarrier;
  readonly store: ReleaseStore;
  readonly reader: Reader;
  readonly signal: AbortSignal;
}

/** Milliseconds for one file. */
const PATIENCE = 60_000;

/** A file of the repository. @throws FetchRefused */
export async function readFrom(
  entry: string,
  most: number,
  { carrier, signal }: Fetching,
  patience = PATIENCE,
): Promise<Buffer> {
  const answer = await withinTime(signal, patience, (within) => carrier.read(entry, { most, signal: within })).catch(
    (error: unknown): never => {
      throw refused(error);
    },
  );
  if (answer.is !== 'bytes') throw new FetchRefused('absent');
  return answer.bytes;
}

/** An answer of the process for files of others, or the end that was made of it. @throws FetchRefused ProblemError */
export async function askReader<N extends QuestionName>(
  name: N,
  asked: Parameters<Questions[N]>[0],
  { reader, signal }: Pick<Fetching, 'reader' | 'signal'>,
): Promise<ReturnType<Questions[N]>> {
  return answered(signal, reader.ask(name, asked));
}

/** What comes of a question to that process. @throws FetchRefused ProblemError */
export async function answered<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return untilStopped(signal, answer).catch((error: unknown): never => {
    throw refused(error);
  });
}

function refused(error: unknown): unknown {
  if (error instanceof CarrierRefused) return new FetchRefused(error.fault.why);
  if (error instanceof ReadingEnded) return new FetchRefused(error.why === 'gone' ? 'unreachable' : 'stopped');
  return error;
}

/** Keeps what was verified. @throws FetchRefused `unwritable` */
export async function kept(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new FetchRefused('unwritable');
    throw error;
  }
}

/**
 * What a shortcut gives, or `null`: whatever is wrong with it, there is another way to the same. Only a person's word ends it.
 * @throws FetchRefused `stopped`
 */
export async function orElse<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    if (signal.aborted) throw new FetchRefused('stopped');
    return null;
  }
}
