import { readEntryName } from '#pack/entry-name.ts';
import {
  type CarrierAnswer,
  CarrierRefused,
  type RepositoryCarrier,
  stoppedBy,
  untilStopped,
} from './repository-carrier.ts';

/** So much of the web's `fetch` as is used; Electron's and Node's are both one. */
export type Fetch = (address: string, init: FetchInit) => Promise<FetchAnswer>;

interface FetchInit {
  readonly method: 'GET';
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: 'manual';
  readonly cache: 'no-store';
  readonly credentials: 'omit';
  readonly signal: AbortSignal;
}

interface FetchAnswer {
  readonly status: number;
  readonly type: string;
  /** Where the answer came from; empty where it is not known. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>; cancel(): Promise<void> };
    cancel(): Promise<void>;
  } | null;
}

export interface HttpsOptions {
  /** Tests alone: `http:` on this very machine. */
  readonly loopback?: true;
}

const LOOPBACK = /^(?:127\.0\.0\.1|\[::1\]|localhost)$/;
/** What a server says of a file that it has not. Stores of objects say 403 where names may not be listed. */
const ABSENT = [403, 404, 410];
/** A longer name of a version is none that we keep. */
const LONGEST_MARK = 200;

/**
 * A repository at an address. It asks that host alone, follows no redirect and tells no more than what it wants: each
 * laptop asks the same.
 *
 * @param address of the folder that holds `metadata/`
 * @throws CarrierRefused `elsewhere` for an address that is not asked
 */
export function httpsRepository(address: string, fetch: Fetch, options: HttpsOptions = {}): RepositoryCarrier {
  const base = baseOf(address, options);
  return {
    name: base.host,
    place: base.href,
    async read(path, { most, signal, known }) {
      if (readEntryName(path) === null) throw new TypeError('no name of a repository');
      const url = new URL(path, base).href;
      const headers: Record<string, string> = known === undefined ? {} : { 'If-None-Match': known };
      const init = {
        method: 'GET',
        headers,
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'omit',
        signal,
      } as const;
      const answer = await untilStopped(signal, fetch(url, init)).catch((error: unknown): never => {
        if (signal.aborted) throw stoppedBy(signal);
        throw error instanceof CarrierRefused
          ? error
          : new CarrierRefused({ why: 'unreachable', ...certificateIn(error) });
      });
      try {
        return await taken(answer, url, { most, signal, known });
      } finally {
        // A body that nobody reads to its end would hold its connection.
        await answer.body?.cancel().catch(() => undefined);
      }
    },
    close: async () => {},
  };
}

function baseOf(address: string, { loopback }: HttpsOptions): URL {
  const refuse = (): never => {
    throw new CarrierRefused({ why: 'elsewhere' });
  };
  if (!URL.canParse(address)) return refuse();
  const url = new URL(address);
  const isAllowed = url.protocol === 'https:' || (loopback && url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isAllowed || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return refuse();
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

async function taken(
  answer: FetchAnswer,
  url: string,
  { most, signal, known }: { readonly most: number; readonly signal: AbortSignal; readonly known: string | undefined },
): Promise<CarrierAnswer> {
  const { status } = answer;
  if (status === 304 && known !== undefined) return { is: 'unchanged' };
  const isMoved = answer.type === 'opaqueredirect' || (status >= 300 && status < 400);
  // Some runtimes follow whatever they are told.
  if (isMoved || (answer.url !== '' && answer.url !== url)) throw new CarrierRefused({ why: 'elsewhere' });
  if (ABSENT.includes(status)) return { is: 'absent' };
  if (status !== 200) throw new CarrierRefused({ why: 'unreachable', status });
  const bytes = await readBody(answer, most, signal);
  const mark = answer.headers.get('etag');
  return { is: 'bytes', bytes, ...(mark !== null && mark.length <= LONGEST_MARK ? { mark } : {}) };
}

async function readBody(answer: FetchAnswer, most: number, signal: AbortSignal): Promise<Buffer> {
  if (Number(answer.headers.get('content-length') ?? 0) > most) throw new CarrierRefused({ why: 'too-large' });
  const reader = answer.body?.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const piece = await untilStopped(signal, reader?.read() ?? Promise.resolve({ done: true, value: undefined }));
      if (piece.done || piece.value === undefined) return Buffer.concat(pieces);
      size += piece.value.length;
      if (size > most) throw new CarrierRefused({ why: 'too-large' });
      pieces.push(piece.value);
    }
  } catch (error) {
    if (signal.aborted) throw stoppedBy(signal);
    throw error instanceof CarrierRefused ? error : new CarrierRefused({ why: 'unreachable' });
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}

/** Codes of Node for a certificate that it does not take. */
const CERTIFICATE = /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

function certificateIn(error: unknown): { readonly certificate?: string } {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return CERTIFICATE.test(code) ? { certificate: code } : {};
}
