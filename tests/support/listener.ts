import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that writes down every connection, every request and every datagram that reaches it. */
export interface Listener {
  readonly web: string;
  readonly port: number;
  readonly udpPort: number;
  /** What arrived. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`request ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.end('x');
  });
  server.on('connection', () => heard.push('connection'));
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  const datagrams = createSocket('udp4');
  datagrams.on('message', () => heard.push('datagram'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  await new Promise<void>((ready) => datagrams.bind(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    web: `http://127.0.0.1:${port}`,
    port,
    udpPort: datagrams.address().port,
    heard,
    close: async () => {
      datagrams.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}
