import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '#support/make-pack.ts';
import { ROOT } from '#support/source-files.ts';
import { TestRepository } from '#support/test-repository.ts';

const run = promisify(execFile);
const isThere = (program: string, flag: string): boolean => spawnSync(program, [flag]).status === 0;

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  await once(socket, 'close');
  return port;
}

interface Said {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
}

const ask = (address: string, headers: Record<string, string> = {}): Promise<Said> =>
  new Promise((resolve, reject) => {
    // The certificate is of this test.
    get(address, { rejectUnauthorized: false, headers, agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers }));
    }).on('error', reject);
  });

test('F3 the configuration of nginx in the page is whole: nginx takes it and serves by https what it says', async () => {
  if (!isThere('nginx', '-v') || !isThere('openssl', 'version')) {
    console.log('no nginx or no openssl here: the configuration of the page is not tried');
    return;
  }
  const page = await readFile(join(ROOT, 'docs/publishing.md'), 'utf8');
  const written = /```nginx\n(.*?)```/s.exec(page)?.[1] ?? '';
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  const repository = await TestRepository.found(join(folder.path, 'packs'));
  await mkdir(join(folder.path, 'temp'));
  const [key, certificate] = [join(folder.path, 'key.pem'), join(folder.path, 'certificate.pem')];
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', '/CN=packs.example.gov.uk', '-keyout', key, '-out', certificate],
  ]);
  const port = await freePort();
  // Only where things lie is another here than in the page.
  let text = written;
  const put = (said: string, here: string): void => {
    expect(text).toContain(said);
    text = text.replaceAll(said, here);
  };
  put('/etc/ssl/packs/fullchain.pem', certificate);
  put('/etc/ssl/packs/key.pem', key);
  put('/srv/packs', repository.folder);
  put('listen 443 ssl', `listen 127.0.0.1:${port} ssl`);
  put('listen [::]:443 ssl;', '');
  put('/run/nginx.pid', join(folder.path, 'nginx.pid'));
  put('/var/log/nginx', folder.path);
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder.path, 'temp', name)};`,
  );
  text = text.replace('http {', `http {\n${temps.join('\n')}`);
  const file = join(folder.path, 'nginx.conf');
  await writeFile(file, text);
  const args = ['-p', folder.path, '-c', file];
  const tried = spawnSync('nginx', ['-t', ...args], { encoding: 'utf8' });
  expect([tried.status, tried.stderr.includes('[warn]')], tried.stderr).toEqual([0, false]);
  const server = spawn('nginx', [...args, '-g', 'daemon off; master_process off;'], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  onTestFinished(async () => {
    server.kill();
    await ended;
  });
  const base = `https://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await ask(base).then(
        () => true,
        () => false,
      )
    )
      break;
    await wait(50);
  }
  const stamp = await ask(`${base}metadata/timestamp.json`);
  expect(stamp).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=300' } });
  const etag = String(stamp.headers.etag);
  expect(await ask(`${base}metadata/timestamp.json`, { 'If-None-Match': etag })).toMatchObject({ status: 304 });
  expect(await ask(`${base}metadata/1.root.json`)).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  });
  expect(await ask(`${base}metadata/2.root.json`)).toMatchObject({
    status: 404,
    headers: { 'cache-control': 'public, max-age=300', 'content-length': '0' },
  });
  // No redirect, not even to a name with a slash.
  expect((await ask(`${base}metadata`)).status).toBe(404);
}, 60_000);
