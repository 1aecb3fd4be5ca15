import { setMaxListeners } from 'node:events';

/** How much of a file is wanted, and what is had of it already. */
interface ReadOptions {
  /** Bytes; a file of more is refused. */
  readonly most: number;
  /** Ends the reading at once, whatever the disk or the network is doing. */
  readonly signal: AbortSignal;
  /** The `mark` that came with the bytes that are had: then `unchanged` is an answer. */
  readonly known?: string;
}

export type CarrierAnswer =
  /** `mark`: names these bytes to this carrier, where it can. */
  | { readonly is: 'bytes'; readonly bytes: Buffer; readonly mark?: string }
  /** The file is what it was when `known` was given. */
  | { readonly is: 'unchanged' }
  /** There is no such file, which often is no fault. */
  | { readonly is: 'absent' };

/**
 * Where the tree of a repository lies: a folder, one file, an address. It is never trusted: whatever it gives is held to
 * signed metadata. Names are those of `entry-name.ts`, with `/`.
 */
export interface RepositoryCarrier {
  /** A name that a person knows. */
  readonly name: string;
  /** Which carrier it is among all: two of one host may call different files by one `mark`. */
  readonly place: string;
  /** @throws CarrierRefused */
  read(path: string, options: ReadOptions): Promise<CarrierAnswer>;
  close(): Promise<void>;
}

/** Why a carrier gives nothing. */
export type CarrierFault =
  /** No network, no disk, no right to it. `status`: what a server said; `certificate`: what is wrong with the one it showed. */
  | { readonly why: 'unreachable'; readonly status?: number; readonly certificate?: string }
  /** More bytes than were wanted. */
  | { readonly why: 'too-large' }
  /** What stands there is no plain file: a link, a pipe, a folder. */
  | { readonly why: 'no-file' }
  /** A server sent the reader elsewhere, or the address is not one that is asked. */
  | { readonly why: 'elsewhere' }
  /** The file that holds the tree is damaged or holds what it may not. */
  | { readonly why: 'damaged' }
  /** A pack in one file, without the metadata that would vouch for it. */
  | { readonly why: 'unsigned' }
  /** The signal said so. `late`: because it took too long. */
  | { readonly why: 'stopped'; readonly late: boolean };

export class CarrierRefused extends Error {
  readonly fault: CarrierFault;
  constructor(fault: CarrierFault) {
    super(fault.why);
    this.name = 'CarrierRefused';
    this.fault = fault;
  }
}

/**
 * The answer of some work, or the end that a signal made of it. A share that hangs cannot be told to stop: what it
 * gives later, nobody hears.
 * @throws CarrierRefused `stopped`
 */
export async function untilStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  // Many files are read at once under one signal; Node takes more than ten for a leak.
  setMaxListeners(0, signal);
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(stoppedBy(signal));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([stopped, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export const stoppedBy = (signal: AbortSignal): CarrierRefused => {
  const late = signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
  return new CarrierRefused({ why: 'stopped', late });
};
