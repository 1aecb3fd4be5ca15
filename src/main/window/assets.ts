import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ORIGIN, toScreen } from '#domain/address.ts';
import { HEADERS, mediaType } from './headers.ts';

/** What the window asks for: `app://satchel/…`. */
interface AssetRequest {
  readonly method: string;
  readonly url: string;
}

interface AssetAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export type Answer = (request: AssetRequest) => AssetAnswer;

const NOTHING = new Uint8Array(0);

/**
 * Answers for exactly the files that stand in the built folder now, by their exact names: a request is looked up,
 * never joined to a path. Addresses of screens answer the one page of the app.
 */
export function assetsOf(folder: string, read: (path: string) => Uint8Array = readFileSync): Answer {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]),
  );
  return ({ method, url }) => {
    const name = method === 'GET' ? assetName(url) : null;
    const path = name === null ? undefined : files.get(name);
    const type = name === null ? null : mediaType(name);
    if (path === undefined || type === null) return answer(404, 'text/plain; charset=utf-8', NOTHING);
    // A copy with a buffer of its own: Node may hand out a view on a larger, shared one.
    return answer(200, type, new Uint8Array(read(path)));
  };
}

/** The file that an address means, or `null` for none. Only exact, unescaped names of our own origin. */
function assetName(url: string): string | null {
  if (!url.startsWith(`${ORIGIN}/`)) return null;
  const path = url.slice(ORIGIN.length).replace(/[?#].*$/s, '');
  if (!/^\/[A-Za-z0-9._/-]*$/.test(path) || /(^|\/)\.{1,2}(\/|$)|\/\//.test(path)) return null;
  return toScreen(url) === null ? path : '/index.html';
}

function answer(status: 200 | 404, type: string, body: Uint8Array<ArrayBuffer>): AssetAnswer {
  return { status, headers: { ...HEADERS, 'content-type': type, 'content-length': String(body.byteLength) }, body };
}
