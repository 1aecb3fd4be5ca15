import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sha256 } from '#pack/blob.ts';

/** A folder that is served on loopback. */
export interface StaticServer {
  readonly address: string;
  /** `GET /metadata/timestamp.json 304 0`: method, path, status and bytes of the body, of each request so far. */
  log(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** By nginx, with the configuration beside this file; by Node, and with a printed line, where there is no nginx. */
export async function serveFolder(folder: string, temp: string): Promise<StaticServer> {
  if (spawnSync('nginx', ['-v']).status === 0) return serveByNginx(folder, temp);
  console.log('no nginx here: the repository is served by Node');
  return serveByNode(folder);
}

async function serveByNginx(folder: string, temp: string): Promise<StaticServer> {
  const port = await freePort();
  const template = await readFile(new URL('nginx.conf', import.meta.url), 'utf8');
  const values: Readonly<Record<string, string>> = { TEMP: temp, PORT: `${port}`, TREE: folder };
  const configuration = join(temp, 'nginx.conf');
  await mkdir(temp, { recursive: true });
  await writeFile(
    configuration,
    template.replace(/\{([A-Z]+)\}/g, (all, name: string) => values[name] ?? all),
  );
  const server = spawn('nginx', ['-p', temp, '-c', configuration], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      break;
    await wait(50);
  }
  // What was asked until it answered is none of the tests'.
  const begin = (await linesOf(join(temp, 'access.log'))).length;
  return {
    address,
    log: async () => (await linesOf(join(temp, 'access.log'))).slice(begin),
    close: async () => {
      server.kill();
      await ended;
    },
  };
}

const linesOf = (path: string): Promise<readonly string[]> =>
  readFile(path, 'utf8').then(
    (text) => text.split('\n').filter((line) => line !== ''),
    () => [],
  );

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });

async function serveByNode(folder: string): Promise<StaticServer> {
  const log: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const say = (status: number, body: Buffer, headers: Readonly<Record<string, string>> = {}): void => {
      log.push(`${request.method} ${path} ${status} ${body.length}`);
      response.writeHead(status, { 'content-length': body.length, ...headers }).end(body);
    };
    if (path.startsWith('/moved/')) return say(302, Buffer.alloc(0), { location: '/metadata/timestamp.json' });
    readFile(join(folder, path)).then(
      (bytes) => {
        const etag = `"${sha256(bytes).slice(0, 16)}"`;
        if (request.headers['if-none-match'] !== etag) return say(200, bytes, { etag });
        log.push(`${request.method} ${path} 304 0`);
        response.writeHead(304, { etag }).end();
      },
      () => say(404, Buffer.alloc(0)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    log: async () => [...log],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
