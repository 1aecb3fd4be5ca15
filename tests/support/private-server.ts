import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer as createProxy, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';

/** A name that no resolver knows: who reaches it went through the proxy. */
export const HOST = 'packs.test';

const openssl = (folder: string, ...words: string[]): void =>
  void execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });

/** A root of certificates as an organisation has one, and what it signed: for a server, and for a person. */
export function makeAuthority(folder: string): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const root = ['-subj', '/CN=Ministry root', '-days', '30', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
  openssl(folder, 'req', '-x509', ...key, '-keyout', 'root.key', '-out', 'root.pem', ...root);
  for (const [name, subject, use] of [
    ['server', HOST, 'serverAuth'],
    ['person', 'Sam Official', 'clientAuth'],
  ] as const) {
    const more = ['-addext', `subjectAltName=DNS:${HOST}`, '-addext', `extendedKeyUsage=${use}`];
    openssl(folder, 'req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${subject}`, ...more);
    const by = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-copy_extensions', 'copy'];
    openssl(folder, 'x509', '-req', '-in', `${name}.csr`, ...by, '-days', '30', '-out', `${name}.pem`);
  }
  openssl(
    folder,
    ...['pkcs12', '-export', '-in', 'person.pem', '-inkey', 'person.key', '-out', 'person.p12'],
    ...['-passout', 'pass:', '-name', 'Sam Official'],
  );
}

/** What Chromium takes for the certificates of the system on Linux: a database in the home of the person. */
export function trustIn(home: string, authority: string): void {
  const database = `sql:${join(home, '.pki/nssdb')}`;
  execFileSync('mkdir', ['-p', join(home, '.pki/nssdb')]);
  const run = (tool: string, ...words: string[]): void => void execFileSync(tool, words, { stdio: 'ignore' });
  run('certutil', '-d', database, '-N', '--empty-password');
  run('certutil', '-d', database, '-A', '-t', 'C,,', '-n', 'Ministry root', '-i', join(authority, 'root.pem'));
  run('pk12util', '-d', database, '-i', join(authority, 'person.p12'), '-W', '', '-K', '');
}

interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Whose certificate came with the question; `null` where none did. */
  readonly person: string | null;
}

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** A server of a folder with a certificate of that authority, and a proxy that leads to it. Both record. */
export class PrivateServer {
  readonly asked: Asked[] = [];
  /** `packs.test:443` of each connection that the proxy was asked for. */
  readonly connected: string[] = [];
  /** Whether they ask who one is: for a name and a password, or for the certificate of a person. */
  proxyAsks = false;
  serverAsks = false;
  certificateAsked = false;
  readonly #ends: (() => void)[] = [];
  readonly #sockets = new Set<Socket>();
  proxy = '';

  static async open(folder: string, authority: string): Promise<PrivateServer> {
    const its = new PrivateServer();
    const pem = (name: string): Buffer => readFileSync(join(authority, name));
    const pair = { key: pem('server.key'), cert: pem('server.pem'), ca: pem('root.pem'), rejectUnauthorized: false };
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      const path = new URL(request.url ?? '/', 'https://x').pathname;
      const person = (request.socket as TLSSocket).getPeerCertificate().subject?.CN?.toString() ?? null;
      its.asked.push({ path, headers: request.headers, person });
      if (its.serverAsks) return void response.writeHead(401, { 'www-authenticate': 'Basic realm="packs"' }).end();
      readFile(join(folder, path)).then(
        (bytes) => response.writeHead(200, { 'content-length': bytes.length }).end(bytes),
        () => response.writeHead(404).end(),
      );
    };
    const plain = createServer(pair, answer);
    const asking = createServer({ ...pair, requestCert: true }, answer);
    const [port, askingPort] = [await listening(plain), await listening(asking)];
    const proxy = createProxy((_, response) => response.writeHead(403).end());
    proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
      its.connected.push(request.url ?? '');
      if (its.proxyAsks) {
        const asks =
          'HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm="way out"\r\nContent-Length: 0\r\n\r\n';
        return void socket.end(asks);
      }
      const through = connect(its.certificateAsked ? askingPort : port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        through.pipe(socket).pipe(through);
      });
      for (const one of [socket, through]) {
        its.#sockets.add(one);
        one.on('error', () => undefined);
        one.on('close', () => its.#sockets.delete(one));
      }
    });
    its.proxy = `http://127.0.0.1:${await listening(proxy)}`;
    its.#ends.push(
      () => plain.close(),
      () => asking.close(),
      () => proxy.close(),
    );
    return its;
  }

  /** Connections that stand would go on without asking the proxy. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    for (const end of this.#ends) end();
    this.cut();
  }
}
