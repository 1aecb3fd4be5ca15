import type { Fetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { CarrierRefused, type RepositoryCarrier, untilStopped } from '#pack/carriers/repository-carrier.ts';
import { readEntryName } from '#pack/entry-name.ts';
import { ofCarrier, type TrustFault, TrustRefused } from './trust-fault.ts';

/** tuf-js wants addresses; ours lead nowhere. */
export const NOWHERE = 'https://repository.invalid/metadata';

const TIMESTAMP = 'metadata/timestamp.json';

/**
 * The most bytes of a file of metadata, whatever signed metadata says of its length: a stolen online key could say
 * anything.
 */
export const MOST_BYTES = {
  root: 128 * 1024,
  timestamp: 64 * 1024,
  snapshot: 256 * 1024,
  targets: 256 * 1024,
} as const;

/**
 * The most packs that one publisher signs. tuf-js reads a list in one go, in time that grows by the square of them: 700
 * take less than a tenth of a second.
 */
export const MOST_TARGETS = 700;

/** The timestamp that is had, and its `mark`. */
export interface KnownTimestamp {
  readonly mark: string;
  readonly bytes: Buffer;
}

/** What tuf-js reads through: one carrier, nothing tried twice. */
export class CarrierFetcher implements Fetcher {
  /** Why the last file was not given; `null` where it was. */
  fault: TrustFault | null = null;
  /** The mark of the timestamp that was read. */
  mark: string | undefined;
  readonly #carrier: RepositoryCarrier;
  readonly #signal: AbortSignal;
  readonly #known: KnownTimestamp | undefined;

  constructor(carrier: RepositoryCarrier, signal: AbortSignal, known: KnownTimestamp | undefined) {
    this.#carrier = carrier;
    this.#signal = signal;
    this.#known = known;
    this.mark = known?.mark;
  }

  async downloadBytes(address: string): Promise<Buffer> {
    this.fault = null;
    const path = decodeURIComponent(new URL(address).pathname).slice(1);
    const role = roleOf(path);
    if (readEntryName(path)?.kind !== 'metadata') return this.#refuse({ kind: 'name', role, name: path });
    const known = path === TIMESTAMP ? this.#known : undefined;
    const options = { most: mostOf(role), signal: this.#signal, ...(known ? { known: known.mark } : {}) };
    // A carrier ends by the signal; one that does not is left behind.
    const answer = await untilStopped(this.#signal, this.#carrier.read(path, options)).catch((error: unknown) => {
      if (error instanceof CarrierRefused) return this.#refuse(ofCarrier(error.fault, role));
      throw error;
    });
    if (answer.is === 'unchanged' && known) return known.bytes;
    if (answer.is === 'bytes') {
      if (!(role in MOST_BYTES) && targetsIn(answer.bytes) > MOST_TARGETS)
        return this.#refuse({ kind: 'too-large', role });
      if (path === TIMESTAMP) this.mark = answer.mark;
      return answer.bytes;
    }
    this.fault = { kind: 'absent', role };
    // The end of the roots is told by this very error.
    throw new DownloadHTTPError('absent', 404);
  }

  /** Packs are read by the carrier of a pack. */
  downloadFile(): never {
    throw new TypeError('no target is read by tuf-js');
  }

  #refuse(fault: TrustFault): never {
    this.fault = fault;
    throw new TrustRefused(fault);
  }
}

/** How many targets a list says that it has, before anything of it is verified. */
function targetsIn(bytes: Buffer): number {
  try {
    const { signed } = JSON.parse(bytes.toString('utf8')) as { signed?: { targets?: object } };
    return Object.keys(signed?.targets ?? {}).length;
  } catch {
    // What it is instead is told where it is read.
    return 0;
  }
}

/** `metadata/3.packs-hmt.json` → `packs-hmt`. */
function roleOf(path: string): string {
  return path
    .replace(/^metadata\//, '')
    .replace(/^\d+\./, '')
    .replace(/\.json$/, '');
}

const mostOf = (role: string): number =>
  role === 'root' || role === 'timestamp' || role === 'snapshot' ? MOST_BYTES[role] : MOST_BYTES.targets;
