import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The window's own page with another first script. */
const shell = (script: string): string =>
  readFileSync(path('../../src/renderer/index.html'), 'utf8').replace('./main.tsx', `/tests/gallery/${script}`);

const bare = (script: string): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Satchel: gallery</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/tests/gallery/${script}"></script>
  </body>
</html>
`;

/**
 * `/` lists all, `/parts` shows the parts, `/state/<name>` the app in a state. From there on the address is the app's own,
 * so a page that is loaded again may ask for any.
 */
function pageAt(pathname: string, isPage: boolean): string | null {
  if (pathname === '/') return bare('list.tsx');
  if (pathname === '/parts') return bare('parts.tsx');
  return isPage ? shell('state.ts') : null;
}

/** Bytes as text that the page makes bytes of again. Node's own kind of them is a list of numbers by then. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, one: unknown) {
    const real = this[key];
    return real instanceof Uint8Array ? { base64: Buffer.from(real).toString('base64') } : one;
  });

/** Serves the pages of the gallery and what they are filled with. */
export function galleryPages(): Plugin {
  return {
    name: 'gallery-pages',
    enforce: 'pre',
    // The window starts only workers that the build named; here they have the names of their sources.
    resolveId: (id) => (id === '#kit/worker-url.ts' ? path('any-worker.ts') : null),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://gallery');
        const answer = async (): Promise<boolean> => {
          const page = pageAt(pathname, request.headers.accept?.includes('text/html') ?? false);
          if (page !== null) {
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(await server.transformIndexHtml(request.url ?? '/', page));
            return true;
          }
          const content = await contentAt(server, pathname);
          if (content === null) return false;
          response.setHeader('content-type', 'application/json; charset=utf-8');
          response.end(asJson(content));
          return true;
        };
        answer().then((done) => !done && next(), next);
      });
    },
  };
}

/** Read by the app's own code, in Node: the packs as they are built, the notes of the tests. */
async function contentAt(server: ViteDevServer, pathname: string): Promise<unknown> {
  const name = /^\/gallery\/(packs|notes)\.json$/.exec(pathname)?.[1];
  if (name === undefined) return null;
  const content = await server.ssrLoadModule('/tests/gallery/content.ts');
  return name === 'packs' ? content.galleryPacks() : content.galleryNotes();
}
