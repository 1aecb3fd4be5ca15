import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchiveRepository } from '#pack/carriers/archive-repository.ts';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import { httpsRepository } from '#pack/carriers/https-repository.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { openRepositoryPack } from '#pack/carriers/repository-pack.ts';
import { openCarried } from '#pack/read/open-pack.ts';
import { forgeZip, temporaryFolder } from '#support/make-pack.ts';
import { type StaticServer, serveFolder } from '#support/static-server.ts';
import { changeFile, inDays, NOW, said, TestLaptop, TestRepository } from '#support/test-repository.ts';
import { refusal, takeOpened } from '../read/outcome.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
/** Serves all of `served`, each tree under its own name. */
let server: StaticServer;
let old: TestRepository;
let repository: TestRepository;
let made = 0;
const place = (): string => join(folder.path, `${made++}`);
const served = (): string => join(folder.path, 'served');

beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(served());
  server = await serveFolder(served(), join(folder.path, 'server'));
  repository = await TestRepository.found(place());
  old = Object.assign(Object.create(TestRepository.prototype), repository, { folder: await repository.copy(place()) });
  await repository.release(2);
}, 60_000);
afterAll(async () => {
  await server.close();
  await folder.remove();
});

const soon = (): AbortSignal => AbortSignal.timeout(10_000);

async function archiveOf(tree: string, name: string): Promise<string> {
  const files = (await readdir(tree, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const entries = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path.slice(tree.length + 1), bytes: await readFile(path) };
    }),
  );
  return folder.write(name, forgeZip(entries));
}

/** How a tree is laid onto each carrier, and opened. */
const CARRIERS: Readonly<Record<string, (tree: string) => Promise<RepositoryCarrier>>> = {
  'a folder on a share': async (tree) => folderRepository(tree),
  'a stick with an odd name': async (tree) => {
    const stick = join(place(), 'KINGSTON #1 50%');
    await cp(tree, stick, { recursive: true });
    return folderRepository(stick);
  },
  'a .satchel file that was double-clicked': async (tree) =>
    openArchiveRepository(await archiveOf(tree, `${made++}.satchel`), soon()),
  'an address': async (tree) => {
    const name = `${made++}`;
    await cp(tree, join(served(), name), { recursive: true });
    return httpsRepository(`${server.address}${name}`, fetch, { loopback: true });
  },
};

describe.each(Object.entries(CARRIERS))('T7 %s', (_, open) => {
  const laptopOf = (): TestLaptop => new TestLaptop(place(), repository.root);
  const saidOf = async (tree: string, laptop = laptopOf(), now = NOW): Promise<string> => {
    const carrier = await open(tree);
    const checked = await laptop.check(carrier, { now });
    await carrier.close();
    return said(checked);
  };
  /** A copy of the repository with a change. */
  const changed = async (change: (tree: string) => Promise<unknown>): Promise<string> => {
    const tree = await repository.copy(place());
    await change(tree);
    return tree;
  };

  test('T7 gives a pack whole, each byte of it verified', async () => {
    const carrier = await open(repository.folder);
    const checked = await laptopOf().check(carrier);
    expect(said(checked)).toBe('test-pack 2');
    const pack = checked.ok ? checked.value.packs[0] : undefined;
    if (pack === undefined) return;
    const outcome = await takeOpened(await openCarried(() => openRepositoryPack(carrier, pack, soon())));
    expect(refusal(outcome)).toBe('none');
    expect(outcome.parts.map(({ part }) => part)).toEqual(['manifest', 'pages', 'end']);
    expect(
      Buffer.concat(outcome.parts.flatMap((part) => (part.part === 'pages' ? [part.bytes] : []))).toString(),
    ).toContain('Words of release 2 of test-pack.');
    await carrier.close();
  });

  test('T7 a changed blob, and one that is missing', async () => {
    const find = async (tree: string): Promise<string[]> =>
      (await readdir(tree, { recursive: true })).filter((name) => name.endsWith('.br')).map((name) => join(tree, name));
    for (const change of [
      async (tree: string) => {
        for (const path of await find(tree)) await changeFile(path, (bytes) => bytes.fill(7, 3, 9));
      },
      async (tree: string) => {
        for (const path of await find(tree)) await rm(path);
      },
      async (tree: string) => {
        for (const path of await find(tree))
          await changeFile(path, (bytes) => Buffer.concat([bytes, Buffer.alloc(90_000)]));
      },
    ]) {
      const carrier = await open(await changed(change));
      const checked = await laptopOf().check(carrier);
      const pack = checked.ok ? checked.value.packs[0] : undefined;
      if (pack === undefined) throw new Error(said(checked));
      const outcome = await takeOpened(await openCarried(() => openRepositoryPack(carrier, pack, soon())));
      expect(refusal(outcome)).toBe('pack-damaged');
      await carrier.close();
    }
  });

  test('T7 the same reasons as everywhere', async () => {
    const laptop = laptopOf();
    expect(await saidOf(repository.folder, laptop)).toBe('test-pack 2');
    expect(await saidOf(old.folder, laptop)).toBe('older timestamp');
    expect(await saidOf(repository.folder, laptop, inDays(95))).toBe('expired timestamp');
    const foreign = await TestRepository.found(place());
    expect(await saidOf(foreign.folder)).toBe('foreign-root root');
    const name = join('metadata', `${repository.current.snapshot.signed.version}.snapshot.json`);
    expect(await saidOf(await changed((tree) => rm(join(tree, name))))).toBe('absent snapshot');
    expect(await saidOf(await changed((tree) => changeFile(join(tree, name), () => '{}')))).toBe('damaged snapshot');
    expect(await saidOf(await changed((tree) => rm(join(tree, 'metadata/timestamp.json'))))).toBe('absent timestamp');
    const long = await changed((tree) =>
      changeFile(join(tree, 'metadata/timestamp.json'), () => Buffer.alloc(70_000, 32)),
    );
    expect(await saidOf(long)).toBe('too-large timestamp');
    const root = await changed((tree) => writeFile(join(tree, 'metadata/2.root.json'), 'no root'));
    expect(await saidOf(root)).toBe('damaged root');
  });

  test('T7 what is not there is an answer, and more bytes than are wanted are none', async () => {
    const carrier = await open(repository.folder);
    const options = { most: 64 * 1024, signal: soon() };
    expect(await carrier.read('metadata/7.root.json', options)).toEqual({ is: 'absent' });
    expect(await carrier.read('metadata/timestamp.json', options)).toMatchObject({ is: 'bytes' });
    await expect(carrier.read('metadata/timestamp.json', { ...options, most: 10 })).rejects.toMatchObject({
      fault: { why: 'too-large' },
    });
    await expect(
      carrier.read('metadata/timestamp.json', { ...options, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ fault: { why: 'stopped', late: false } });
    await carrier.close();
  });
});

test('T7 one laptop, every carrier in turn', async () => {
  const laptop = new TestLaptop(place(), repository.root);
  const opens = Object.values(CARRIERS);
  for (const [tree, expected] of [
    [old.folder, 'test-pack 1'],
    [repository.folder, 'test-pack 2'],
    [old.folder, 'older timestamp'],
  ] as const) {
    for (const open of opens) {
      const carrier = await open(tree);
      expect(said(await laptop.check(carrier))).toBe(expected);
      await carrier.close();
    }
  }
});

describe('T8 a poll', () => {
  test('T8 with nothing new is two requests and no byte of a body', async () => {
    const name = `${made++}`;
    const tree = join(served(), name);
    await repository.copy(tree);
    const laptop = new TestLaptop(place(), repository.root);
    const poll = () => laptop.check(httpsRepository(`${server.address}${name}/`, fetch, { loopback: true }));
    expect(said(await poll())).toBe('test-pack 2');
    const before = (await server.log()).length;
    expect(said(await poll())).toBe('test-pack 2');
    await wait(100);
    expect((await server.log()).slice(before)).toEqual([
      `GET /${name}/metadata/2.root.json 404 0`,
      `GET /${name}/metadata/timestamp.json 304 0`,
    ]);
    // What is remembered is damaged: it is asked for again.
    await changeFile(laptop.source.state, (bytes) =>
      bytes.toString().replace('"timestamp.json":"{', '"timestamp.json":"['),
    );
    expect(said(await poll())).toBe('test-pack 2');
  });
});

describe('a folder', () => {
  const answerOf = async (tree: string): Promise<string> =>
    said(await new TestLaptop(place(), repository.root).check(tree));

  test('T1 links, pipes and folders are not opened, at no step', async () => {
    for (const [path, to] of [
      ['metadata/timestamp.json', 'link'],
      ['metadata/timestamp.json', 'pipe'],
      ['metadata/timestamp.json', 'folder'],
      ['metadata', 'link'],
    ] as const) {
      const tree = await repository.copy(place());
      const whole = join(tree, path);
      const aside = place();
      await cp(whole, aside, { recursive: true });
      await rm(whole, { recursive: true });
      if (to === 'link') await symlink(aside, whole);
      else if (to === 'pipe') execFileSync('mkfifo', [whole]);
      else await mkdir(whole);
      expect([path, to, await answerOf(tree)]).toEqual([
        path,
        to,
        `no-file ${path === 'metadata' ? 'root' : 'timestamp'}`,
      ]);
    }
  });

  test('T9 a share that is gone is no repository without news, and one that hangs is left', async () => {
    expect(await answerOf(join(folder.path, 'absent'))).toBe('unreachable root');
    const hung = folderRepository(repository.folder, {
      look: () => new Promise(() => undefined),
      read: () => new Promise(() => undefined),
    });
    const laptop = new TestLaptop(place(), repository.root);
    const checked = await laptop.check(hung, { signal: AbortSignal.timeout(100) });
    expect(checked).toEqual({ ok: false, fault: { kind: 'stopped', role: 'root', late: true } });
  });

  test('T9 a stick that is pulled out at any file leaves what was known, and goes on later', async () => {
    const laptop = new TestLaptop(place(), repository.root);
    await laptop.check(old.folder);
    for (let files = 0; files < 4; files++) {
      const real = folderRepository(repository.folder);
      let read = 0;
      const checked = await laptop.check({
        ...real,
        read: async (path, options) => {
          if (read++ >= files) throw new CarrierRefused({ why: 'unreachable' });
          return real.read(path, options);
        },
      });
      expect(said(checked)).toMatch(/^unreachable /);
      expect(said(await laptop.check(old.folder))).toBe('test-pack 1');
    }
    expect(said(await laptop.check(repository.folder))).toBe('test-pack 2');
  });
});

describe('one file', () => {
  test('T1 what is no file, no archive or no pack is refused', async () => {
    const pipe = place();
    execFileSync('mkfifo', [pipe]);
    const link = place();
    await symlink(await archiveOf(repository.folder, 'right.satchel'), link);
    const text = await folder.write('text.satchel', 'no archive');
    const odd = await folder.write('odd.satchel', forgeZip([{ name: 'holiday/beach.txt', bytes: Buffer.from('x') }]));
    for (const [path, why] of [
      [pipe, 'no-file'],
      [link, 'no-file'],
      [folder.path, 'no-file'],
      [join(folder.path, 'absent'), 'unreachable'],
      [text, 'damaged'],
      [odd, 'damaged'],
    ])
      await expect(openArchiveRepository(path ?? '', soon())).rejects.toMatchObject({ fault: { why } });
  });
});

describe('H18 an address', () => {
  test.each([
    'http://example.org/packs',
    'http://127.0.0.1.example.org/',
    'file:///etc/',
    'ftp://example.org/',
    'https://user:word@example.org/',
    'https://example.org/?laptop=7',
    'https://example.org/#x',
    'no address',
  ])('H18 %s is not asked', (address) => {
    const asked = (): never => {
      throw new Error('was asked');
    };
    expect(() => httpsRepository(address, asked, { loopback: true })).toThrow(CarrierRefused);
  });

  test('H18 loopback without encryption is for tests that say so', () => {
    expect(() => httpsRepository('http://127.0.0.1:8080/', fetch)).toThrow(CarrierRefused);
  });

  /** A repository whose server gives one answer. */
  const answering = (answer: Response | (() => Promise<Response>), url = '') => {
    const asked: { address: string; init: unknown }[] = [];
    const carrier = httpsRepository('https://packs.example.org/all/', async (address, init) => {
      asked.push({ address, init });
      const response = typeof answer === 'function' ? await answer() : answer;
      Object.defineProperty(response, 'url', { value: url });
      return response;
    });
    return { carrier, asked };
  };
  const options = { most: 100, signal: new AbortController().signal };
  const TIMESTAMP = 'metadata/timestamp.json';

  test('H18 what is sent is the same for every laptop', async () => {
    const { carrier, asked } = answering(new Response('{}', { headers: { etag: '"a"' } }));
    expect(await carrier.read(TIMESTAMP, { ...options, known: '"b"' })).toEqual({
      is: 'bytes',
      bytes: Buffer.from('{}'),
      mark: '"a"',
    });
    expect(asked).toEqual([
      {
        address: 'https://packs.example.org/all/metadata/timestamp.json',
        init: {
          method: 'GET',
          headers: { 'If-None-Match': '"b"' },
          redirect: 'manual',
          cache: 'no-store',
          credentials: 'omit',
          signal: options.signal,
        },
      },
    ]);
  });

  test.each([301, 302, 303, 307, 308])('H18 a redirect (%i) is not followed', async (status) => {
    const { carrier, asked } = answering(
      new Response(null, { status, headers: { location: 'https://evil.example/' } }),
    );
    await expect(carrier.read(TIMESTAMP, options)).rejects.toMatchObject({ fault: { why: 'elsewhere' } });
    expect(asked.length).toBe(1);
  });

  test('H18 a redirect of the real server is not followed', async () => {
    const carrier = httpsRepository(`${server.address}moved/`, fetch, { loopback: true });
    await expect(carrier.read(TIMESTAMP, options)).rejects.toMatchObject({ fault: { why: 'elsewhere' } });
  });

  test('H18 a runtime that follows by itself is found out', async () => {
    const { carrier } = answering(new Response('{}'), 'https://evil.example/metadata/timestamp.json');
    await expect(carrier.read(TIMESTAMP, options)).rejects.toMatchObject({ fault: { why: 'elsewhere' } });
  });

  test('H18 a body that is longer than wanted is left, whatever its length was said to be', async () => {
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(60)),
      cancel: () => {
        cancelled = true;
      },
    });
    await expect(answering(new Response(endless)).carrier.read(TIMESTAMP, options)).rejects.toMatchObject({
      fault: { why: 'too-large' },
    });
    expect(cancelled).toBe(true);
    const said = new Response('{}', { headers: { 'content-length': '101' } });
    await expect(answering(said).carrier.read(TIMESTAMP, options)).rejects.toMatchObject({
      fault: { why: 'too-large' },
    });
  });

  test('H18 answers of a server: not there, unchanged, out of order, silent', async () => {
    for (const status of [403, 404, 410])
      expect(await answering(new Response('page', { status })).carrier.read(TIMESTAMP, options)).toEqual({
        is: 'absent',
      });
    const unchanged = () => answering(new Response(null, { status: 304 })).carrier;
    expect(await unchanged().read(TIMESTAMP, { ...options, known: '"a"' })).toEqual({ is: 'unchanged' });
    await expect(unchanged().read(TIMESTAMP, options)).rejects.toMatchObject({ fault: { why: 'elsewhere' } });
    await expect(answering(new Response('', { status: 503 })).carrier.read(TIMESTAMP, options)).rejects.toMatchObject({
      fault: { why: 'unreachable', status: 503 },
    });
    const broken = answering(async () => {
      throw new TypeError('fetch failed');
    });
    await expect(broken.carrier.read(TIMESTAMP, options)).rejects.toMatchObject({ fault: { why: 'unreachable' } });
    const silent = answering(() => new Promise(() => undefined));
    await expect(silent.carrier.read(TIMESTAMP, { ...options, signal: AbortSignal.timeout(50) })).rejects.toMatchObject(
      { fault: { why: 'stopped', late: true } },
    );
    const stalled = answering(new Response(new ReadableStream({})));
    await expect(
      stalled.carrier.read(TIMESTAMP, { ...options, signal: AbortSignal.timeout(50) }),
    ).rejects.toMatchObject({ fault: { why: 'stopped', late: true } });
  });

  test('T10 a name that no repository has is a bug of whoever asks', async () => {
    for (const carrier of [answering(new Response('')).carrier, folderRepository(folder.path)])
      for (const name of ['../x', 'metadata/../x.json', '/etc/passwd', 'metadata/a b.json'])
        await expect((async () => carrier.read(name, options))()).rejects.toThrow(TypeError);
  });
});
